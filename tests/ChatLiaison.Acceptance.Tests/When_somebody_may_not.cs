using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Teams;
using ChatLiaison.TestKit.Chat;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_somebody_may_not : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_customer_is_refused_what_is_ours(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync();
        await App.MentionAsync(Ada, Room.Acme, "take ACME-1");
        await Desk.SeesAsync(Ada, "That is for our own team.");
        (await CasesAsync()).ShouldBe(["ACME-1 New P3"]);
    }

    /// <summary>Let into our own room by mistake, a customer can see the buttons; pressing them does nothing.</summary>
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_customer_who_presses_a_button_of_ours_is_refused(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync();
        await App.JoinAsync(Ada, Room.Triage);
        var card = App.In(Room.Triage).First(n => n.Buttons.Contains("Take"));
        await App.PressAsync(Ada, card, "Take");
        await Desk.SettleAsync();
        await Desk.SeesAsync(Ada, "That is for our own team.");
        (await CasesAsync()).ShouldBe(["ACME-1 New P3"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_customer_does_not_see_anothers_case(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync();
        await App.MentionAsync(Omar, Room.Globex, "case ACME-1");
        await Desk.SeesAsync(Omar, "There is no case ACME-1.");
        await App.MentionAsync(Omar, Room.Globex, "cases");
        await Desk.SettleAsync();
        App.SeenBy(Omar).ShouldNotContain(n => n.Says("The export hangs"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_digest_is_for_management(string platform)
    {
        await OpenDeskAsync(platform);
        await App.CommandAsync(Lee, Room.Triage, "liaison digest");
        await Desk.SeesAsync(Lee, "That is for management.");
        await App.CommandAsync(Grace, Room.Management, "liaison digest");
        await Desk.SeesAsync(Grace, "This week so far");
    }

    [Fact]
    public async Task Slack_requests_that_are_not_Slacks_are_refused()
    {
        await OpenDeskAsync("slack");
        var client = ((SlackApp)App).StandIn.Client;
        const string Body = """{"type":"event_callback","event_id":"Ev1","team_id":"T0OURS","event":{"type":"message","channel":"C0ACME","user":"U0ADA","text":"hello there","ts":"1.000001"}}""";
        SlackForgery[] forgeries =
        [
            new() { BadSignature = true }, new() { OmitSignature = true }, new() { OmitTimestamp = true }, new(Secret: ""), new(Secret: "another"),
            new(TimestampShift: TimeSpan.FromMinutes(-6)), new(TimestampShift: TimeSpan.FromMinutes(6)),
        ];
        foreach (var path in new[] { "/slack/events", "/slack/interactions", "/slack/commands", "/slack/options" })
        {
            foreach (var forgery in forgeries)
            {
                (await client.SendSignedAsync(path, Body, "application/json", forgery)).Answer.Status.ShouldBe(401, $"{path} {forgery}");
            }
        }

        var malformed = await client.SendSignedAsync("/slack/events", "{not json", "application/json");
        malformed.Answer.Status.ShouldBe(400);
        (await Desk.Records.ListAsync("select text from loose_messages")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Slack_requests_that_come_twice_count_once()
    {
        await OpenDeskAsync("slack");
        var client = ((SlackApp)App).StandIn.Client;
        var ts = $"{Desk.Clock.GetUtcNow().ToUnixTimeSeconds()}.000100";
        var body = $$$"""{"type":"event_callback","event_id":"Ev1","team_id":"T0OURS","event":{"type":"message","channel":"C0ACME","channel_type":"channel","user":"U0ADA","user_team":"T0ACME","text":"The dashboard is empty","ts":"{{{ts}}}"}}""";
        ((SlackApp)App).StandIn.World.Add(new SlackMessage("C0ACME", ts, null, Ada.SlackId, null, "The dashboard is empty"));
        var sent = await client.SendSignedAsync("/slack/events", body, "application/json");
        sent.Answer.Status.ShouldBe(200);
        (await client.ReplayAsync(sent)).Answer.Status.ShouldBe(200);
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync("select text from loose_messages")).ShouldBe(["The dashboard is empty"]);
    }

    [Fact]
    public async Task Teams_activities_that_are_not_Teams_are_refused()
    {
        await OpenDeskAsync("teams");
        var standIn = ((TeamsApp)App).StandIn;
        await App.SayAsync(Ada, Room.Acme, "thanks");
        var real = standIn.Deliveries[^1].RawActivity;
        foreach (var forgery in Enum.GetValues<TeamsForgery>().Where(f => f != TeamsForgery.None))
        {
            (await standIn.Client.SendAsync(real, forgery)).Status.ShouldBeOneOf(401, 403);
        }

        (await standIn.Client.SendAsync("{not json")).Status.ShouldBe(400);
    }
}
