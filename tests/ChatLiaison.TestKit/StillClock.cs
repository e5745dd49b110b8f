using NodaTime;

namespace ChatLiaison.TestKit;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class StillClock(Instant now) : TimeProvider
{
    public Instant Now { get; set; } = now;

    public void Move(Duration by) => Now += by;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
