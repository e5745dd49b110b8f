using ChatLiaison.Chat;
using ChatLiaison.Platform.Tests.Rendering;
using ChatLiaison.Playground.Slack;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Slack;

public sealed class SlackEventsTests : IAsyncLifetime
{
    private SlackStage stage = null!;

    private SlackClient People => stage.Slack.Client;

    public async ValueTask InitializeAsync() => stage = await SlackStage.StartAsync();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task A_mention_arrives_twice_under_one_key_and_both_times_as_a_mention()
    {
        await People.PostAsync("U0ADA", "C0ACME", "<@U0LIAISON> please ask <@U0DANA> &amp; co: <https://x.example/a|x.example/a>");
        var heard = stage.Desk.Heard.OfType<ChatMessage>().ToList();
        heard.Count.ShouldBe(2);
        heard.Select(m => m.Key).Distinct().Count().ShouldBe(1);
        heard.ShouldAllBe(m => m.MentionsUs && m.Person.External && m.Person.Id == "U0ADA");
        heard[0].Text.ShouldBe("please ask @Dana Park & co: https://x.example/a");
        heard[0].Person.Name.ShouldBe("Ada Byrne");
    }

    [Fact]
    public async Task A_reply_knows_its_thread_and_a_direct_message_is_for_us()
    {
        var root = (await People.PostAsync("U0DANA", "C0ACME", "first")).Message;
        await People.PostAsync("U0DANA", "C0ACME", "second", root.Ts);
        await People.PostAsync("U0DANA", "U0LIAISON", "help");
        var heard = stage.Desk.Heard.OfType<ChatMessage>().ToList();
        heard.Count.ShouldBe(3);
        heard[0].MentionsUs.ShouldBeFalse();
        heard[0].Place.ThreadId.ShouldBeNull();
        heard[0].Person.External.ShouldBeFalse();
        heard[1].Place.ThreadId.ShouldBe(root.Ts);
        heard[1].Message.Root.ShouldBe(root.Ts);
        heard[2].MentionsUs.ShouldBeTrue();
        heard[2].Place.Kind.ShouldBe(PlaceKind.Direct);
    }

    [Fact]
    public async Task A_file_of_another_organisation_is_asked_for_and_else_named_by_its_message()
    {
        var shot = stage.Slack.World.AddFile("U0ADA", "shot.png", new byte[] { 1 });
        await People.PostAsync("U0ADA", "C0ACME", "look", files: [shot]);
        stage.Slack.Faults.Next(SlackFaultKind.ServerError, "files.info", 5);
        var posted = (await People.PostAsync("U0ADA", "C0ACME", "and again", files: [shot])).Message;
        var log = stage.Slack.World.AddFile("U0DANA", "export.log", new byte[] { 1 });
        await People.PostAsync("U0DANA", "C0ACME", "ours", files: [log]);

        var files = stage.Desk.Heard.OfType<ChatMessage>().Select(m => m.Files.ShouldHaveSingleItem()).ToList();
        (files[0].Name, files[0].Kind).ShouldBe(("shot.png", "image/png"));
        files[0].Url.ShouldEndWith($"/files/U0ADA/{shot.Id}/shot.png");
        files[1].Name.ShouldBe("file");
        files[1].Url.ShouldEndWith($"/archives/C0ACME/p{posted.Ts.Replace(".", "", StringComparison.Ordinal)}");
        files[2].Name.ShouldBe("export.log");
    }

    [Fact]
    public async Task What_was_not_stored_is_delivered_again()
    {
        var calls = 0;
        stage.Desk.Answer = (_, _) => ++calls == 1 ? throw new InvalidOperationException("no database") : Task.FromResult(Reply.Done());
        await People.PostAsync("U0ADA", "C0ACME", "We are down");
        await SlackStage.EventuallyAsync(() => stage.Desk.Heard.Count >= 2 ? "again" : null);
        stage.Desk.Heard.Select(h => h.Key).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Our_own_messages_are_not_news()
    {
        await stage.Platform.SendAsync(new(Guid.NewGuid(), new ToChannel("slack", "C0ACME"), Gallery.Cards["card-plain"]), TestContext.Current.CancellationToken);
        await People.PostAsync("U0DANA", "C0ACME", "after it");
        stage.Desk.Heard.ShouldHaveSingleItem().ShouldBeOfType<ChatMessage>().Text.ShouldBe("after it");
    }

    [Fact]
    public async Task Edits_deletions_and_the_channels_own_changes_are_told()
    {
        var message = (await People.PostAsync("U0ADA", "C0ACME", "before")).Message;
        await People.EditAsync("U0ADA", message, "after");
        await People.DeleteAsync("U0ADA", message);
        await People.RenameChannelAsync("C0ACME", "acme-new");
        await People.ChangeChannelIdAsync("C0ACME", "C0ACMENEW");
        await People.ArchiveChannelAsync("U0DANA", "C0ACMENEW");
        await People.UninstallAsync();
        var told = stage.Desk.Heard.OfType<ChatNotice>().ToList();
        told.ShouldContain(n => n.Kind == NoticeKind.MessageEdited && n.Text == "after" && n.Message!.MessageId == message.Ts && n.Person.Id == "U0ADA");
        told.ShouldContain(n => n.Kind == NoticeKind.MessageDeleted && n.Message!.MessageId == message.Ts);
        told.ShouldContain(n => n.Kind == NoticeKind.ChannelRenamed && n.Text == "acme-new");
        told.ShouldContain(n => n.Kind == NoticeKind.ChannelIdChanged && n.Place.ChannelId == "C0ACME" && n.Text == "C0ACMENEW");
        told.ShouldContain(n => n.Kind == NoticeKind.ChannelGone);
        told.ShouldContain(n => n.Kind == NoticeKind.Uninstalled);
        told.ShouldAllBe(n => n.Key.Length > 0);
    }

    [Fact]
    public async Task The_bot_joining_a_channel_is_told()
    {
        stage.Slack.World.AddChannel("C0NEW", "new", ["U0DANA"]);
        await People.JoinChannelAsync("U0LIAISON", "C0NEW");
        var notice = stage.Desk.The<ChatNotice>();
        (notice.Kind, notice.Place.ChannelId).ShouldBe((NoticeKind.BotAdded, "C0NEW"));
    }

    [Fact]
    public async Task A_form_that_answers_a_mention_comes_as_a_button()
    {
        stage.Desk.Answers(Reply.Show(Gallery.Forms["form-more-hidden"]));
        await People.PostAsync("U0DANA", "C0ACME", "<@U0LIAISON> escalate");
        var said = await SlackStage.EventuallyAsync(() => stage.Slack.World.SeenBy("U0DANA", "C0ACME").FirstOrDefault(m => m.AllText.Contains("Open the form")));
        said.EphemeralTo.ShouldBe("U0DANA");
    }

    [Fact]
    public async Task The_address_is_verified() => (await People.VerifyEventsUrlAsync()).ShouldBeTrue();

    [Fact]
    public async Task What_was_written_while_we_were_away_is_read_at_the_start()
    {
        var root = (await People.PostAsync("U0ADA", "C0ACME", "before")).Message;
        await stage.CloseAppAsync();
        stage.Slack.AppUrl = null;
        stage.Slack.World.Add(new SlackMessage("C0ACME", "", null, "U0ADA", null, "missed in the channel"));
        stage.Slack.World.Add(new SlackMessage("C0ACME", "", root.Ts, "U0ADA", null, "missed in the thread"));
        await using var later = await SlackStage.StartAsync(await SlackStandIn.StartAsync(new SlackStandInOptions { World = stage.Slack.World, EnforceRateLimits = false }), stage.Memory);
        await SlackStage.EventuallyAsync(() => later.Desk.Heard.Count >= 2 ? "read" : null);
        later.Desk.Heard.OfType<ChatMessage>().Select(m => m.Text).ShouldBe(["missed in the channel", "missed in the thread"]);
        later.Desk.Heard.OfType<ChatMessage>().Last().Place.ThreadId.ShouldBe(root.Ts);
    }
}
