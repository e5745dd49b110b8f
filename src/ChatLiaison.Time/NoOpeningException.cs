using NodaTime;

namespace ChatLiaison.Time;

/// <summary>A calendar that is not open at any time for more than a year after an instant, so that no working time can be added.</summary>
public sealed class NoOpeningException(string calendar, Instant after)
    : Exception($"The calendar '{calendar}' has no opening within 366 days after {after}; check its opening hours and its dated exceptions.")
{
    public string Calendar { get; } = calendar;

    public Instant After { get; } = after;
}
