using ChatLiaison.Chat;
using ChatLiaison.People;
using NodaTime.Text;

namespace ChatLiaison.Roster;

/// <summary>Whether somebody is there now, in words for our own people.</summary>
internal static class Presence
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary><c>at work now (10:15 there)</c></summary>
    public static StaffText Say(Person person, Availability at)
    {
        var there = Clock.Format(at.Now.InZone(person.Zone).TimeOfDay);
        return at.ByTheClock(person) switch
        {
            Standing.Away => Away(at.Directory.Absences.At(person.Id, at.Now)!, at.Directory),
            Standing.AtWork => StaffText.Of($"at work now ({there} there)"),
            Standing.Awake => StaffText.Of($"outside working hours, but awake ({there} there)"),
            Standing.Off => StaffText.Of($"has a day off: {at.DayOff(person)} ({there} there)"),
            _ => StaffText.Of($"asleep until {person.Quiet.EndsAt(at.Now, person.Zone):t} ({there} there)"),
        };
    }

    /// <summary>What they are on call for now; empty for nothing.</summary>
    public static StaffText OnCall(Person person, Availability at) =>
        at.Directory.OnCall.Of(person.Id, at.Now) is { Count: > 0 } rotations ? StaffText.Of($"on call for {Playbook.Words.All(rotations.Select(r => r.For))}") : StaffText.Empty;

    private static StaffText Away(Absence absence, DirectorySnapshot directory) =>
        absence.Cover is { } id && directory.PersonById(id) is { } cover
            ? StaffText.Of($"away until {absence.Until}; {cover.Name} covers")
            : StaffText.Of($"away until {absence.Until}");
}
