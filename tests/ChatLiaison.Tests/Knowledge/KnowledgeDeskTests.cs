using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Handover;
using ChatLiaison.Knowledge;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Knowledge;

public sealed class KnowledgeDeskTests
{
    [Fact]
    public async Task What_one_server_keeps_another_suggests_once_it_has_looked()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var neighbour = await world.NeighbourAsync();
        var c = await world.OpenAsync();
        (await ReadingAsync(neighbour, c)).ShouldNotContain("Orders by night");

        await SubmitAsync(world, "add", ("title", "Orders by night"), ("words", "orders"));

        (await ReadingAsync(world, c)).ShouldContain("Orders by night");
        await neighbour.Get<KnowledgeBook>().ForgetIfChangedAsync(CancellationToken.None);
        (await ReadingAsync(neighbour, c)).ShouldContain("Orders by night");
    }

    [Fact]
    public async Task What_was_kept_from_a_case_is_found_by_nobody_while_that_is_restricted()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await ResolvedAsync(world);
        (await SubmitAsync(world, $"keep/{c.Id}", ("title", "Orders by night"))).ShouldBeOfType<DoneReply>();
        (await SearchAsync(world, "night")).ShouldContain("Orders by night");

        await world.ActAsync(c, x => RestrictRules.Restrict(x, world.Actor(), "a breach"));
        (await SearchAsync(world, "night")).ShouldNotContain("Orders");
        (await SearchAsync(world, "#1")).ShouldNotContain("Orders");

        await world.ActAsync(c, x => RestrictRules.Lift(x, world.Actor(), "a drill"));
        (await SearchAsync(world, "night")).ShouldContain("Orders by night");
    }

    [Fact]
    public async Task A_case_is_kept_once_and_a_change_of_somebody_else_is_not_written_over()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await ResolvedAsync(world);
        await SubmitAsync(world, $"keep/{c.Id}", ("title", "Orders by night"));
        (await SubmitAsync(world, $"keep/{c.Id}", ("title", "Orders once more"))).ShouldBeOfType<RefusedReply>().Reason.ToPlain().ShouldContain("Somebody kept ACME-1 meanwhile");

        (await SubmitAsync(world, "edit/#1/1", ("title", "Orders at night"))).ShouldBeOfType<DoneReply>();
        (await SubmitAsync(world, "edit/#1/1", ("title", "Orders at noon"))).ShouldBeOfType<RefusedReply>().Reason.ToPlain().ShouldContain("Somebody changed it meanwhile.");
        (await world.TextsAsync("select title || ' ' || version from knowledge_entries")).ShouldBe(["Orders at night 2"]);
        (await world.TimelineAsync(c)).ShouldContain(l => l.Kind == CaseEventKind.Learned && l.Text == "Dana Park kept it as knowledge, #1: Orders by night" && !l.ForCustomer);
    }

    [Fact]
    public async Task A_long_list_goes_on_at_a_press()
    {
        await using var world = await DeskWorld.CreateAsync();
        var all = (await world.Get<KnowledgeBook>().ReadAsync(CancellationToken.None)).Select(e => e.Page.Title).Order();
        var (first, titles) = (await PressAsync(world, "knowledge.list", ""), new List<string>());
        var more = Row(first, titles).ShouldNotBeNull();
        more.Label.ShouldBe($"{all.Count() - 5} more");

        Row(await PressAsync(world, more.Action, more.Value), titles).ShouldBeNull();

        titles.Order().ShouldBe(all);
    }

    [Fact]
    public async Task An_entry_that_helped_twice_on_a_case_helped_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        var (c, other) = (await world.OpenAsync(), await world.OpenAsync());
        foreach (var on in new[] { c, c, other })
        {
            world.Clock.Move(Duration.FromMinutes(1));
            await PressAsync(world, "knowledge.helped", $"first-look/{on.Id}");
        }

        (await world.Get<KnowledgeBook>().FindAsync("first-look", CancellationToken.None))!.Helped.ShouldBe(2);
    }

    [Fact]
    public async Task A_customer_s_own_documentation_is_suggested_before_all_else_and_said_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        await world.RunAsync("""update customers set facts = '{"wiki": "https://wiki.example.com/acme", "plan": "Gold"}' where key = 'ACME'""");
        await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);
        var c = await world.OpenAsync();

        var card = TriageCard.Draw(await world.Get<CaseViews>().ReadAsync(c, CancellationToken.None));

        card.Elements.OfType<FactList>().SelectMany(f => f.Facts).Single(f => f.Label == "Read first").Value.Spans[0]
            .ShouldBe(new LinkSpan("https://wiki.example.com/acme", "Acme Ltd: wiki"));
        card.ToPlain().ShouldContain("Acme Ltd: plan: Gold");
        card.ToPlain().ShouldNotContain("Acme Ltd: wiki: ");
    }

    [Fact]
    public async Task What_is_read_first_stands_in_the_brief_also_as_text_and_not_a_second_time_where_to_look()
    {
        await using var world = await DeskWorld.CreateAsync();
        await world.RunAsync("""update customers set facts = '{"wiki": "https://wiki.example.com/acme"}' where key = 'ACME'""");
        await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);

        var brief = await world.Get<BriefReader>().ReadAsync(await world.OpenAsync(), world.Now, CancellationToken.None);

        brief.Look.ShouldBeEmpty();
        BriefText.Write(brief).ShouldContain(
            """
            ### Read First
            - [Acme Ltd: wiki](https://wiki.example.com/acme)
            - A feature does not work, the first look (procedure, /liaison knowledge first-look)
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_was_done_and_what_a_review_taught_begin_the_entry()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await ResolvedAsync(world);
        await world.RunAsync("insert into reviews (case_id, done_at, lessons) values ($1, $2, 'Watch the queue')", c.Id, world.Now);

        var draft = await world.Get<KnowledgeDraft>().OfAsync(await world.ReadAsync(c), CancellationToken.None);

        (draft.Title, draft.Text).ShouldBe(("Orders fail", "We started it again\nLearned: Watch the queue"));
        (string.Join(' ', draft.Types), string.Join(' ', draft.Words)).ShouldBe(("not-working", "Orders fail"));
    }

    [Fact]
    public async Task An_entry_names_no_case_that_only_some_may_see()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync();
        await world.ActAsync(c, x => RestrictRules.Restrict(x, world.Actor(), "a breach"));

        (await SubmitAsync(world, "add", ("title", "As on ACME-1"))).ShouldBeOfType<ErrorsReply>().Errors.ShouldHaveSingleItem().Message.ShouldContain("ACME-1 is not for everyone's eyes");

        (await world.CountAsync("knowledge_entries")).ShouldBe(0);
    }

    /// <summary>Notes the titles on a card of the list, and gives the button that goes on.</summary>
    private static Button? Row(Reply reply, List<string> titles)
    {
        var card = reply.ShouldBeOfType<CardReply>().Card;
        titles.AddRange(card.Elements.OfType<CardRow>().Select(r => r.Text.ToPlain().Split('\n')[0]));
        return card.Elements.OfType<ButtonRow>().Single().Buttons.SingleOrDefault(b => b.Action == "knowledge.more");
    }

    private static async Task<SupportCase> ResolvedAsync(DeskWorld world)
    {
        var c = await world.OpenAsync();
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor(), world.Now));
        await world.ActAsync(c, x => EndingRules.Resolve(x, world.Actor(), "We started it again", world.Now));
        return c;
    }

    private static async Task<string> ReadingAsync(DeskWorld world, SupportCase c) =>
        string.Join('\n', (await world.Get<CaseViews>().ReadAsync(c, CancellationToken.None)).Reading.Select(r => r.Title));

    private static async Task<string> SearchAsync(DeskWorld world, string words) =>
        (await world.Inbox.CommandAsync(new CommandCall(Dana, Triage, Guid.NewGuid().ToString(), "liaison", $"knowledge {words}"), CancellationToken.None))
        .ShouldBeOfType<CardReply>().Card.ToPlain();

    private static Task<Reply> PressAsync(DeskWorld world, string action, string value) =>
        world.Inbox.PressAsync(new ButtonPress(Dana, Triage, Guid.NewGuid().ToString(), action, value, null), CancellationToken.None);

    private static Task<Reply> SubmitAsync(DeskWorld world, string state, params (string Id, string Value)[] values)
    {
        (string Id, string Value)[] all = [.. values, ("text", "Start it again."), ("kind", "procedure"), ("customers", "no")];
        var filled = new FormValues(all.ToDictionary(v => v.Id, v => (IReadOnlyList<string>)[v.Value]));
        return world.Inbox.SubmitAsync(new FormSubmission(Dana, Triage, Guid.NewGuid().ToString(), "knowledge.submit", state, filled), CancellationToken.None);
    }

    private static ChatPerson Dana { get; } = new("slack", "U0DANA", "Dana", false);

    private static ChatPlace Triage { get; } = new("slack", PlaceKind.Channel, "C0TRIAGE");
}
