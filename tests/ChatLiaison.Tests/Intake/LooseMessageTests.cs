using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Handover;
using ChatLiaison.Intake;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Intake;

public sealed class LooseMessageTests : IAsyncLifetime
{
    private DeskWorld world = null!;
    private int said;

    public async ValueTask InitializeAsync() => world = await DeskWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_customers_words_have_an_owner_and_a_promise_at_once()
    {
        await SayAsync("U0ADA", "The export hangs");
        await world.DeliverAsync();

        (await world.TextsAsync("select kind || ' ' || owner_id from promises where loose_message_id is not null")).ShouldBe([$"Acknowledge {world.Person("Dana").Id}"]);
        world.Slack.SaidTo("C0ACME").ShouldHaveSingleItem().ShouldContain("A person from our team will see this");
    }

    [Fact]
    public async Task What_one_person_writes_in_one_breath_is_one_message()
    {
        await SayAsync("U0ADA", "The export hangs");
        world.Clock.Move(Duration.FromMinutes(2));
        await SayAsync("U0ADA", "Since this morning");
        world.Clock.Move(Duration.FromMinutes(11));
        await SayAsync("U0ADA", "And now the import");

        (await world.TextsAsync("select text from loose_messages order by at")).ShouldBe(["The export hangs\nSince this morning", "And now the import"]);
        (await world.CountAsync("promises")).ShouldBe(2);
    }

    [Fact]
    public async Task The_same_message_delivered_again_is_nothing_new()
    {
        var message = Message("U0ADA", "The export hangs", true, []);
        await world.Inbox.MessageAsync(message, CancellationToken.None);
        await world.Inbox.MessageAsync(message, CancellationToken.None);

        (await world.TextsAsync("select text from loose_messages")).ShouldBe(["The export hangs"]);
        (await world.CountAsync("outbox")).ShouldBe(1);
    }

    [Theory]
    [InlineData("thanks!", false)]
    [InlineData("Hi all, good morning", false)]
    [InlineData("👍", false)]
    [InlineData("ok?", true)]
    [InlineData("thanks, but it fails again", true)]
    [InlineData("Error 500", true)]
    [InlineData("help", true)]
    public async Task Politeness_alone_asks_for_nothing(string text, bool asks)
    {
        await SayAsync("U0ADA", text);

        (await world.CountAsync("promises")).ShouldBe(asks ? 1 : 0);
    }

    [Fact]
    public async Task A_screenshot_without_words_asks_for_an_answer_too()
    {
        await world.Inbox.MessageAsync(Message("U0ADA", "", true, [new("shot.png", "https://files.example/shot.png", "image")]), CancellationToken.None);

        (await world.CountAsync("promises")).ShouldBe(1);
    }

    [Fact]
    public async Task Our_answer_in_the_channel_keeps_the_promise()
    {
        await SayAsync("U0ADA", "The export hangs");
        world.Clock.Move(Duration.FromMinutes(3));
        await SayAsync("U0DANA", "Looking", external: false);

        (await world.TextsAsync("select state from promises")).ShouldBe(["Kept"]);
        (await world.CountAsync("loose_messages where answered_at is not null")).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_asked_and_answered_is_one_entry_of_the_customers_record()
    {
        await SayAsync("U0ADA", "The export hangs");
        world.Clock.Move(Duration.FromMinutes(3));
        await SayAsync("U0DANA", "Looking", external: false);
        await SayAsync("U0DANA", "Anything else?", external: false);

        (await world.TextsAsync("select kind || ' ' || direction || ' ' || contact || ' ' || staff || ' ' || messages || ': ' || summary from interactions"))
            .ShouldBe(["Chat Both Ada Byrne Dana Park 2: The export hangs\nDana Park: Looking"]);
    }

    [Fact]
    public async Task Becoming_a_case_cancels_its_promise()
    {
        await SayAsync("U0ADA", "The export hangs");
        var loose = Guid.Parse((await world.TextsAsync("select id::text from loose_messages")).Single());

        var c = await world.OpenAsync(also: work => LooseMessageStore.BecameCase(work, loose, Guid.NewGuid(), ""));

        (await world.TextsAsync("select state from promises where loose_message_id = $1", loose)).ShouldBe(["Cancelled"]);
        (await world.OwedAsync(c)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_was_posted_with_it_belongs_to_the_case_that_it_becomes()
    {
        await PostAsync("The export hangs", new ChatFile("shot.png", "https://files.example/shot.png", "image"));
        world.Clock.Move(Duration.FromMinutes(1));
        await PostAsync("And here is the log", new ChatFile("export.log", "https://files.example/export.log", "file"), new ChatFile("shot.png", "https://files.example/shot.png", "image"));
        var loose = Guid.Parse((await world.TextsAsync("select id::text from loose_messages")).Single());

        var c = await world.ReadAsync(await BecomesAsync((work, id) => LooseMessageStore.BecameCase(work, loose, id, "The export hangs")));

        c.Details.Files.Select(f => (f.Name, f.Url, f.Kind)).ShouldBe([("export.log", "https://files.example/export.log", "file"), ("shot.png", "https://files.example/shot.png", "image")], ignoreOrder: true);
        (await world.TimelineAsync(c)).Single(t => t.Kind == CaseEventKind.CustomerWrote).Text.ShouldBe(
            "The export hangs\nAnd here is the log\n[file] shot.png https://files.example/shot.png\n[file] export.log https://files.example/export.log\n[file] shot.png https://files.example/shot.png");
        await world.DeliverAsync();
        world.Slack.SaidTo("C0TRIAGE").ShouldContain(card => card.Contains("export.log", StringComparison.Ordinal), "the card of its working thread has them");
        BriefCard.Draw(await world.Get<BriefReader>().ReadAsync(c, world.Now, CancellationToken.None)).ToPlain().ShouldContain("export.log");
    }

    [Fact]
    public async Task A_file_that_the_case_has_already_is_not_added_again_and_one_of_somebody_else_stays_out()
    {
        await PostAsync("The export hangs", new ChatFile("shot.png", "https://files.example/shot.png", "image"));
        await world.Inbox.MessageAsync(Message("U0EVE", "Mine hangs too", true, [new("mine.png", "https://files.example/mine.png", "image")]), CancellationToken.None);
        var here = new ChatPlace("slack", PlaceKind.Channel, "C0ACME");

        var c = await BecomesAsync((work, id) => LooseMessageStore.BecameCase(work, here, "said1", "U0ADA", world.Now - Duration.FromDays(1), id), new ChatFile("shot.png", "https://files.example/shot.png", "image"));

        (await world.ReadAsync(c)).Details.Files.ShouldHaveSingleItem().Name.ShouldBe("shot.png");
        (await world.CountAsync("loose_messages where case_id is null")).ShouldBe(1);
    }

    [Fact]
    public async Task Words_that_are_the_case_s_own_are_not_put_down_twice()
    {
        await SayAsync("U0ADA", "The export hangs");
        var loose = Guid.Parse((await world.TextsAsync("select id::text from loose_messages")).Single());

        var c = await BecomesAsync((work, id) => LooseMessageStore.BecameCase(work, loose, id, "The export hangs"));

        (await world.TimelineAsync(c)).ShouldNotContain(t => t.Kind == CaseEventKind.CustomerWrote);
    }

    private Task<SupportCase> BecomesAsync(Action<UnitOfWork, Guid> becomes, params IReadOnlyList<ChatFile> given)
    {
        var draft = Draft.Case(world.Known.CustomerByKey("ACME")!, Priority.P3, world.Now);
        draft = draft with { Details = draft.Details with { Files = given } };
        return world.Desk.OpenAsync(
            draft, "ACME", new CaseEvent(CaseEventKind.Opened, draft.Details.Issue, ForCustomer: true), DeskWorld.Ada, draft.Id.ToString(), work => becomes(work, draft.Id), CancellationToken.None);
    }

    private Task<Reply> PostAsync(string text, params IReadOnlyList<ChatFile> files) => world.Inbox.MessageAsync(Message("U0ADA", text, true, files), CancellationToken.None);

    private Task<Reply> SayAsync(string user, string text, bool external = true) =>
        world.Inbox.MessageAsync(Message(user, text, external, []), CancellationToken.None);

    private ChatMessage Message(string user, string text, bool external, IReadOnlyList<ChatFile> files)
    {
        var id = $"said{++said}";
        return new(
            new ChatPerson("slack", user, user, external), new ChatPlace("slack", PlaceKind.Channel, "C0ACME"), id,
            new MessageRef("slack", "C0ACME", id), text, false, world.Now, files);
    }
}
