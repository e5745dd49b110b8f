namespace ChatLiaison.TestKit;

/// <summary>A clock whose time of day is chosen; it runs on in real time from there and can be moved ahead. Timers and delays are real.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _began = System.GetTimestamp();
    private long _ahead;

    /// <summary>Monday morning in London, before New York is up.</summary>
    public static DateTimeOffset MondayMorning { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() =>
        (start + System.GetElapsedTime(_began) + TimeSpan.FromTicks(Interlocked.Read(ref _ahead))).ToUniversalTime();

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
