using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Tests.Slack.Support;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Slack;

public sealed class SlackSignatureTests : SlackTest
{
    [Fact]
    public void Equals_the_published_one()
    {
        const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
            + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        SlackSignature.Of("8f742231b10e8888abcd99yyyzzz85a5", 1531420618, Body)
            .ShouldBe("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
    }

    [Fact]
    public async Task Stands_on_every_kind_of_request()
    {
        await Client.RunCommandAsync(Dana, Triage, "/case", "ACME-1 ünïcode & more");
        await Client.GlobalShortcutAsync(Dana, "raise");
        await Client.PostAsync(Dana, Triage, "Hello");
        App.Got.Select(g => g.Path).ShouldBe(["/slack/commands", "/slack/interactions", "/slack/events"]);
        App.Got.ShouldAllBe(g => FakeApp.IsSigned(g, Slack.SigningSecret));
        App.Got.First().Field("text").ShouldBe("ACME-1 ünïcode & more");
    }

    [Fact]
    public async Task Can_be_forged_in_each_way()
    {
        async Task<AppGot> Send(SlackForgery forgery)
        {
            await Client.SendSignedAsync("/slack/events", "{}", "application/json", forgery);
            return App.Last;
        }

        FakeApp.IsSigned(await Send(new SlackForgery { BadSignature = true }), Slack.SigningSecret).ShouldBeFalse();
        FakeApp.IsSigned(await Send(new SlackForgery(Secret: "other")), Slack.SigningSecret).ShouldBeFalse();
        (await Send(new SlackForgery { OmitSignature = true })).Headers.Keys.ShouldNotContain("x-slack-signature");
        (await Send(new SlackForgery { OmitTimestamp = true })).Headers.Keys.ShouldNotContain("x-slack-request-timestamp");
        var stale = await Send(new SlackForgery(TimeSpan.FromMinutes(-6)));
        FakeApp.IsSigned(stale, Slack.SigningSecret).ShouldBeTrue("only the time is wrong");
        long.Parse(stale.Headers["x-slack-request-timestamp"]).ShouldBe(Clock.GetUtcNow().AddMinutes(-6).ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Stays_the_same_in_a_replay()
    {
        var sent = await Client.SendSignedAsync("/slack/events", """{"type":"x"}""", "application/json");
        Clock.Advance(TimeSpan.FromMinutes(10));
        await Client.ReplayAsync(sent);
        App.Got.Count.ShouldBe(2);
        App.Got.First().Headers["x-slack-signature"].ShouldBe(App.Last.Headers["x-slack-signature"]);
        App.Got.First().Headers["x-slack-request-timestamp"].ShouldBe(App.Last.Headers["x-slack-request-timestamp"]);
    }
}
