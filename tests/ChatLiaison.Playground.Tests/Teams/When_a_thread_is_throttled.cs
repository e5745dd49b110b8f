using System.Net;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_a_thread_is_throttled
{
    [Fact]
    public async Task The_eighth_message_within_a_second_is_refused_until_the_clock_moves()
    {
        var clock = new HandClock();
        await using var trial = await TeamsTrial.StartAsync(new TeamsStandInOptions { Time = clock });
        for (var i = 0; i < 7; i++)
        {
            (await Status(trial, TeamsTrial.Triage)).ShouldBe(HttpStatusCode.Created);
        }

        (await Status(trial, TeamsTrial.Triage)).ShouldBe(HttpStatusCode.TooManyRequests);
        (await Status(trial, TeamsTrial.Acme)).ShouldBe(HttpStatusCode.Created);
        trial.World.MessagesIn(TeamsTrial.Triage).Count.ShouldBe(7);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await Status(trial, TeamsTrial.Triage)).ShouldBe(HttpStatusCode.Created);
        (await Status(trial, TeamsTrial.Triage)).ShouldBe(HttpStatusCode.TooManyRequests, "eight in two seconds are the limit");
    }

    [Fact]
    public async Task Sixty_in_half_a_minute_are_the_limit_and_the_wait_is_told()
    {
        var clock = new HandClock();
        await using var trial = await TeamsTrial.StartAsync(new TeamsStandInOptions { Time = clock });
        for (var i = 0; i < 60; i++)
        {
            (await Status(trial, TeamsTrial.Triage)).ShouldBe(HttpStatusCode.Created);
            clock.Advance(TimeSpan.FromMilliseconds(300));
        }

        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"{trial.Teams.ServiceUrl}/v3/conversations/{Uri.EscapeDataString(TeamsTrial.Triage)}/activities");
        request.Content = System.Net.Http.Json.JsonContent.Create(Cards.Text("one more"));
        using var answer = await trial.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(12));
    }

    [Fact]
    public async Task The_limits_can_be_switched_off()
    {
        await using var trial = await TeamsTrial.StartAsync(new TeamsStandInOptions { ThrottlesThreads = false });
        for (var i = 0; i < 20; i++)
        {
            (await Status(trial, TeamsTrial.Triage)).ShouldBe(HttpStatusCode.Created);
        }
    }

    private static async Task<HttpStatusCode> Status(TeamsTrial trial, string channel) =>
        (await trial.SendAsync(channel, Cards.Text("hello"))).Status;
}
