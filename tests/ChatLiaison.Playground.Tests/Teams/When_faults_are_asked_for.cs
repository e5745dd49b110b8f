using System.Net;
using System.Net.Http.Json;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_faults_are_asked_for
{
    public static TheoryData<TeamsFault, HttpStatusCode> Statuses => new()
    {
        { TeamsFault.InternalError, HttpStatusCode.InternalServerError },
        { TeamsFault.BadGateway, HttpStatusCode.BadGateway },
        { TeamsFault.GatewayTimeout, HttpStatusCode.GatewayTimeout },
        { TeamsFault.PreconditionFailed, HttpStatusCode.PreconditionFailed },
        { TeamsFault.Throttled(TimeSpan.FromSeconds(3)), HttpStatusCode.TooManyRequests },
    };

    [Theory]
    [MemberData(nameof(Statuses), DisableDiscoveryEnumeration = true)]
    public async Task The_next_calls_of_that_kind_fail_and_change_nothing(TeamsFault fault, HttpStatusCode expected)
    {
        await using var trial = await TeamsTrial.StartAsync();
        trial.Teams.Faults.Next(TeamsCall.Send, fault, times: 2);
        (await trial.SendAsync(TeamsTrial.Triage, Cards.Text("1"))).Status.ShouldBe(expected);
        (await trial.SendAsync(TeamsTrial.Triage, Cards.Text("2"))).Status.ShouldBe(expected);
        trial.World.Messages.ShouldBeEmpty();
        (await trial.SendAsync(TeamsTrial.Triage, Cards.Text("3"))).Status.ShouldBe(HttpStatusCode.Created);
        trial.Teams.Calls.Count(TeamsCall.Send).ShouldBe(3);
    }

    [Fact]
    public async Task Other_calls_are_left_alone()
    {
        await using var trial = await TeamsTrial.StartAsync();
        trial.Teams.Faults.Next(TeamsCall.Update, TeamsFault.InternalError);
        trial.Teams.Faults.Next(TeamsCall.Send, TeamsFault.InternalError, matches: (_, body) => body.Contains("bad", StringComparison.Ordinal));
        (await trial.SendAsync(TeamsTrial.Triage, Cards.Text("good"))).Status.ShouldBe(HttpStatusCode.Created);
        (await trial.SendAsync(TeamsTrial.Triage, Cards.Text("bad"))).Status.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task A_dropped_call_does_nothing()
    {
        await using var trial = await TeamsTrial.StartAsync();
        trial.Teams.Faults.Next(TeamsCall.Send, TeamsFault.Drop);
        await Should.ThrowAsync<HttpRequestException>(trial.SendAsync(TeamsTrial.Triage, Cards.Text("lost")));
        trial.World.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_may_be_carried_out_and_its_answer_dropped()
    {
        await using var trial = await TeamsTrial.StartAsync();
        trial.Teams.Faults.Next(TeamsCall.Send, TeamsFault.AcceptThenDrop);
        await Should.ThrowAsync<HttpRequestException>(trial.SendAsync(TeamsTrial.Triage, Cards.Text("kept")));
        trial.World.MessagesIn(TeamsTrial.Triage).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_call_may_be_carried_out_and_never_answered()
    {
        await using var trial = await TeamsTrial.StartAsync();
        trial.Teams.Faults.Next(TeamsCall.Send, TeamsFault.AcceptThenTimeOut);
        using var patience = new CancellationTokenSource();
        var call = trial.Http.PostAsync(
            $"{trial.Teams.ServiceUrl}/v3/conversations/{Uri.EscapeDataString(TeamsTrial.Triage)}/activities",
            JsonContent.Create(Cards.Text("kept")),
            patience.Token);
        await trial.World.WaitForBotMessageAsync(TeamsTrial.Triage);
        call.IsCompleted.ShouldBeFalse();
        await patience.CancelAsync();
        await Should.ThrowAsync<TaskCanceledException>(call);
    }

    [Fact]
    public async Task A_slow_call_is_carried_out_in_the_end()
    {
        await using var trial = await TeamsTrial.StartAsync();
        trial.Teams.Faults.Next(TeamsCall.Send, TeamsFault.Slow(TimeSpan.FromMilliseconds(300)));
        var start = TimeProvider.System.GetTimestamp();
        (await trial.SendAsync(TeamsTrial.Triage, Cards.Text("late"))).Status.ShouldBe(HttpStatusCode.Created);
        TimeProvider.System.GetElapsedTime(start).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public async Task The_token_endpoint_can_fail_too()
    {
        await using var trial = await TeamsTrial.StartAsync();
        trial.Teams.Faults.Next(TeamsCall.Token, TeamsFault.Status(503));
        (await trial.AskTokenAsync(trial.Teams.AppPassword)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await trial.AskTokenAsync(trial.Teams.AppPassword)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
