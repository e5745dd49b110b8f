using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ChatLiaison.Time;

/// <summary>
/// A civil day, midnight to midnight, that does not follow the usual week. With no open interval it is a closed day; otherwise
/// it is open at its own hours only. <paramref name="Name"/> is shown to people who ask why time was or was not counted.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "The word of the trade: a dated exception of a calendar; nothing is thrown.")]
public sealed record CalendarException(LocalDate Date, IReadOnlyList<OpenInterval> Open, string Name);

/// <summary>A day on which nobody works.</summary>
public sealed record Holiday(LocalDate Date, string Name)
{
    public CalendarException AsException() => new(Date, [], Name);
}
