using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_the_app_does_not_answer
{
    private static readonly TeamsStandInOptions Hasty = new() { InvokeTimeout = TimeSpan.FromMilliseconds(200) };

    [Fact]
    public async Task An_invoke_is_sent_three_times_under_one_id_and_then_given_up()
    {
        await using var trial = await TeamsTrial.StartAsync(Hasty);
        var message = await trial.SendCardAsync(TeamsTrial.Triage, Cards.Opener());
        trial.App.Thinks = TimeSpan.FromMinutes(1);
        var outcome = await trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Open");
        outcome.Kind.ShouldBe(TeamsOutcomeKind.Unreachable);
        trial.World.Notices.ShouldHaveSingleItem().Text.ShouldStartWith("Unable to reach app");
        trial.Teams.Deliveries.Select(delivery => delivery.Attempt).ShouldBe([1, 2, 3]);
        trial.Teams.Deliveries.Select(delivery => delivery.Activity.GetProperty("id").GetString()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_second_attempt_may_succeed()
    {
        await using var trial = await TeamsTrial.StartAsync(Hasty with { InvokeTimeout = TimeSpan.FromSeconds(2) });
        var message = await trial.SendCardAsync(TeamsTrial.Triage, Cards.Opener());
        trial.App.Thinks = TimeSpan.FromMinutes(1);
        trial.App.Answers = _ => Cards.Continue(Cards.Form());
        var press = trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Open");
        while (trial.App.Received.Count == 0)
        {
            await Task.Yield();
        }

        trial.App.Thinks = TimeSpan.Zero;
        (await press).Kind.ShouldBe(TeamsOutcomeKind.DialogOpened);
        trial.Teams.Deliveries[0].IsTimedOut.ShouldBeTrue();
        trial.Teams.Deliveries[^1].Attempt.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task An_error_is_not_tried_again()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var message = await trial.SendCardAsync(TeamsTrial.Triage, Cards.Opener());
        trial.App.Status = 501;
        (await trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Open")).Kind.ShouldBe(TeamsOutcomeKind.Error);
        trial.Teams.Deliveries.ShouldHaveSingleItem().Status.ShouldBe(501);
    }

    [Fact]
    public async Task A_closed_port_is_unreachable_at_once()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var message = await trial.SendCardAsync(TeamsTrial.Triage, Cards.Opener());
        await trial.App.DisposeAsync();
        (await trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Open")).Kind.ShouldBe(TeamsOutcomeKind.Unreachable);
    }
}
