using ChatLiaison.Chat;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Teams;

public sealed class When_somebody_writes : IAsyncLifetime
{
    private TeamsTrial _trial = null!;

    public async ValueTask InitializeAsync() => _trial = await TeamsTrial.StartAsync();

    public ValueTask DisposeAsync() => _trial.DisposeAsync();

    [Fact]
    public async Task The_desk_gets_the_words_without_our_mention()
    {
        var said = await _trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Acme, "case&nbsp;ACME-12 for <at>Ada Byrne</at> ", mentionBot: true);
        _trial.Teams.Deliveries.ShouldHaveSingleItem().Status.ShouldBe(200);
        var message = _trial.Desk.Only<ChatMessage>();
        message.Text.ShouldBe("case ACME-12 for @Ada Byrne");
        message.MentionsUs.ShouldBeTrue();
        message.Key.ShouldBe($"msg:{TeamsTrial.Acme}:{said.Id}");
        message.Person.ShouldBe(new ChatPerson("teams", TeamsTrial.DanaId, "Dana Park", External: false));
        message.Place.ShouldBe(new ChatPlace("teams", PlaceKind.Channel, TeamsTrial.Acme));
        message.Message.ShouldBe(new MessageRef("teams", TeamsTrial.Acme, said.Id));
    }

    [Fact]
    public async Task An_answer_in_a_thread_names_its_root()
    {
        var root = await _trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Acme, "one", mentionBot: true);
        var reply = await _trial.Client.SayAsync(TeamsTrial.Ada, TeamsTrial.Acme, "two", mentionBot: true, replyTo: root.Id);
        var message = _trial.Desk.Received.OfType<ChatMessage>().Last();
        message.Message.ShouldBe(new MessageRef("teams", TeamsTrial.Acme, reply.Id, root.Id));
        message.Place.ThreadId.ShouldBe(root.Id);
    }

    [Fact]
    public async Task A_guest_is_external_and_is_asked_for_once()
    {
        await _trial.Client.SayAsync(TeamsTrial.Ada, TeamsTrial.Acme, "one", mentionBot: true);
        await _trial.Client.SayAsync(TeamsTrial.Ada, TeamsTrial.Acme, "two", mentionBot: true);
        _trial.Desk.Received.ShouldAllBe(inbound => inbound.Person.External);
        _trial.Teams.Calls.Count(TeamsCall.Member).ShouldBe(1);
    }

    [Fact]
    public async Task A_stranger_stays_external_while_Teams_does_not_answer()
    {
        _trial.Teams.Faults.Next(TeamsCall.Member, TeamsFault.InternalError);
        await _trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Acme, "one", mentionBot: true);
        _trial.Desk.Only<ChatMessage>().Person.External.ShouldBeTrue();
    }

    [Fact]
    public async Task References_are_written_only_when_something_changed()
    {
        await _trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Acme, "one", mentionBot: true);
        var writes = _trial.Memory.Writes;
        await _trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Acme, "two", mentionBot: true);
        _trial.Memory.Writes.ShouldBe(writes);
    }

    [Fact]
    public async Task A_form_becomes_a_card_with_a_button_in_the_thread()
    {
        _trial.Desk.Answers = _ => Reply.Show(Sample.Form);
        var said = await _trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Acme, "escalate", mentionBot: true);
        var card = _trial.Written(TeamsTrial.Acme).ShouldHaveSingleItem();
        card.ThreadId.ShouldBe(said.Id);
        card.Activity.GetRawText().ShouldContain("task/fetch");
        card.Activity.GetRawText().ShouldContain("Tell us what is wrong.");
    }

    [Fact]
    public async Task A_private_card_goes_to_the_personal_chat()
    {
        _trial.Desk.Answers = _ => Reply.Show(StaffCard.Plain("For your eyes"));
        await _trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Acme, "cases", mentionBot: true);
        _trial.Written(TeamsTrial.Acme).ShouldBeEmpty();
        _trial.Written(_trial.PersonalChat(TeamsTrial.Dana)).ShouldHaveSingleItem().Activity.GetRawText().ShouldContain("For your eyes");
    }

    [Fact]
    public async Task The_thread_says_so_when_the_personal_chat_cannot_be_reached()
    {
        _trial.Desk.Answers = _ => Reply.Show(StaffCard.Plain("For your eyes"));
        _trial.Client.Block(TeamsTrial.Dana);
        await _trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Acme, "cases", mentionBot: true);
        var said = _trial.Written(TeamsTrial.Acme).ShouldHaveSingleItem().Activity.GetRawText();
        said.ShouldContain("add this app in Teams");
        said.ShouldNotContain("For your eyes");
    }

    [Fact]
    public async Task A_failure_of_the_desk_is_said_to_who_spoke_to_us()
    {
        _trial.Desk.Answers = _ => throw new InvalidOperationException("secret detail");
        await _trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Acme, "case ACME-12 log it", mentionBot: true);
        var said = _trial.Written(TeamsTrial.Acme).ShouldHaveSingleItem().Activity.GetRawText();
        said.ShouldContain("nothing was saved");
        said.ShouldNotContain("secret detail");
    }

    [Fact]
    public async Task Edits_and_deletions_are_told()
    {
        var said = await _trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Acme, "one", mentionBot: true);
        await _trial.Client.EditAsync(TeamsTrial.Dana, said.Id, "<at>ChatLiaison</at> two");
        await _trial.Client.DeleteAsync(TeamsTrial.Dana, said.Id);
        var notices = _trial.Desk.Received.OfType<ChatNotice>().ToList();
        notices.Select(notice => notice.Kind).ShouldBe([NoticeKind.MessageEdited, NoticeKind.MessageDeleted]);
        notices.ShouldAllBe(notice => notice.Message!.MessageId == said.Id);
        notices[0].Text.ShouldBe("two");
    }

    [Fact]
    public async Task Of_a_channels_files_a_picture_is_known_and_is_seen_in_its_message()
    {
        await _trial.Client.PostFileAsync(TeamsTrial.Dana, TeamsTrial.Acme, "export.log", [1], "<at>ChatLiaison</at> the log");
        var posted = await _trial.Client.PostFileAsync(TeamsTrial.Dana, TeamsTrial.Acme, "shot.png", [1], "<at>ChatLiaison</at> the picture");
        var heard = _trial.Desk.Received.OfType<ChatMessage>().ToList();
        heard[0].Files.ShouldBeEmpty("Teams tells a bot in a channel of no other file");
        var picture = heard[1].Files.ShouldHaveSingleItem();
        picture.Name.ShouldBe("picture");
        picture.Url.ShouldStartWith("https://teams.microsoft.com/l/message/");
        picture.Url.ShouldContain(posted.Id);
    }

    [Fact]
    public async Task Files_are_named_and_linked()
    {
        await _trial.Client.SendFileAsync(TeamsTrial.Dana, "log.txt", [1, 2, 3], "see this");
        var file = _trial.Desk.Only<ChatMessage>().Files.ShouldHaveSingleItem();
        file.Name.ShouldBe("log.txt");
        file.Url.ShouldStartWith("http");
    }
}
