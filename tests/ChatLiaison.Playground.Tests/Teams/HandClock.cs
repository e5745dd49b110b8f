namespace ChatLiaison.Playground.Tests.Teams;

/// <summary>A clock that stands still until it is told to move. It starts at the real time, since the fake app checks tokens by that.</summary>
internal sealed class HandClock : TimeProvider
{
    private DateTimeOffset _now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
