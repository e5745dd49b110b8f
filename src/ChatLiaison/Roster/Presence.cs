using ChatLiaison.Chat;
using ChatLiaison.People;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Roster;

/// <summary>Where somebody is just now, in the order in which one would ask them.</summary>
internal enum PresenceKind
{
    Working,
    Awake,
    Asleep,
    Away,
}

/// <summary>Whether somebody is there now, in words for our own people.</summary>
internal static class Presence
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static PresenceKind Of(Person person, DirectorySnapshot directory, Instant now) =>
        directory.Absences.IsAway(person.Id, now) ? PresenceKind.Away
        : person.IsWorking(now) ? PresenceKind.Working
        : person.IsAwake(now) ? PresenceKind.Awake
        : PresenceKind.Asleep;

    /// <summary><c>at work now (10:15 there)</c></summary>
    public static StaffText Say(Person person, DirectorySnapshot directory, Instant now)
    {
        var there = Clock.Format(now.InZone(person.Zone).TimeOfDay);
        return Of(person, directory, now) switch
        {
            PresenceKind.Away => Away(directory.Absences.At(person.Id, now)!, directory),
            PresenceKind.Working => StaffText.Of($"at work now ({there} there)"),
            PresenceKind.Awake => StaffText.Of($"outside working hours, but awake ({there} there)"),
            _ => StaffText.Of($"asleep until {person.Quiet.EndsAt(now, person.Zone):t} ({there} there)"),
        };
    }

    /// <summary>What they are on call for now; empty for nothing.</summary>
    public static StaffText OnCall(Person person, DirectorySnapshot directory, Instant now) =>
        directory.OnCall.Of(person.Id, now) is { Count: > 0 } rotations ? StaffText.Of($"on call for {Playbook.Words.All(rotations.Select(r => r.For))}") : StaffText.Empty;

    private static StaffText Away(Absence absence, DirectorySnapshot directory) =>
        absence.Cover is { } id && directory.PersonById(id) is { } cover
            ? StaffText.Of($"away until {absence.Until}; {cover.Name} covers")
            : StaffText.Of($"away until {absence.Until}");
}
