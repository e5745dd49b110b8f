using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>Who of a role or a team is on call when.</summary>
/// <param name="Name">What people call it: lower-case letters, digits and dashes; unique.</param>
/// <param name="Role">Whom it is for; null when it is for a team.</param>
/// <param name="Team">The team it is for, as people's entries spell it; empty when it is for a role.</param>
internal sealed record OnCallRotation(Guid Id, string Name, Role? Role, string Team, IReadOnlyList<OnCallShift> Shifts)
{
    public const string NameRule = "lower-case letters, digits and dashes, such as engineering-backup";

    /// <summary>False for one that was given up: kept for the record.</summary>
    public bool Active { get; init; } = true;

    public string For => Role is { } role ? Roles.Name(role) : Team;

    /// <summary>Where its first shift is: the zone of times that name none.</summary>
    public DateTimeZone Zone => Shifts[0].Zone;

    public bool IsFor(string team) => Role is null && Team.Equals(team, StringComparison.OrdinalIgnoreCase);

    public static bool IsName(string name) =>
        name.Length is > 0 and <= 40 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && name[0] != '-';
}

/// <summary>A shift of a rotation; its rules are those of <see cref="Shift{T}"/>.</summary>
/// <param name="Starts">In the first person's turn.</param>
/// <param name="People">In the order of their turns; empty when nobody is meant to be on call.</param>
internal sealed record OnCallShift(DateTimeZone Zone, Turn Turn, WeekdaySet Days, LocalDate Starts, IReadOnlyList<Guid> People);

/// <summary>Somebody stands in from one instant up to another.</summary>
/// <param name="InsteadOf">Only where this one would be on call; null stands in for whoever it is.</param>
/// <param name="Reason">In the words of whoever arranged it; may be empty.</param>
internal sealed record OnCallOverride(Guid Id, Guid RotationId, Guid PersonId, Guid? InsteadOf, Instant From, Instant Until, string Reason)
{
    public Interval During => new(From, Until);
}
