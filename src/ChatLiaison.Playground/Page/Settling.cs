using ChatLiaison.Playground.Time;

namespace ChatLiaison.Playground.Page;

/// <summary>Lets the server send what it has queued, without making anybody wait for the pauses that a platform asks for: the clock runs fast meanwhile.</summary>
internal sealed class Settling(PlaygroundClock clock, IPlayedServer server)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    /// <summary>A little of the wall clock, for the server to do what it was just told.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(15);

    /// <summary>Returns when nothing waits that would go out within seconds, or when that takes too long.</summary>
    /// <param name="atMost">By the wall clock.</param>
    public async Task SettleAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (server.State == PlayedState.Up && TimeProvider.System.GetElapsedTime(began) < atMost
            && (await server.QueueAsync(cancellationToken)).Ready > 0)
        {
            clock.Advance(Step);
            await server.WakeAsync(cancellationToken);
            await Task.Delay(Breath, TimeProvider.System, cancellationToken);
        }
    }
}
