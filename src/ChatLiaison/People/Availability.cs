using ChatLiaison.Commands;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>How somebody stands at an instant, the most available first.</summary>
internal enum Standing
{
    OnCall,
    AtWork,

    /// <summary>Outside their working hours, and not in their quiet hours.</summary>
    Awake,

    /// <summary>A holiday where they live: asked only when nobody else can act.</summary>
    Off,
    Asleep,
    Away,
}

/// <summary>
/// Who is there at one instant, by a directory as it stands. Pure; answers are kept, since one sweep asks the same many times. A playbook's
/// holiday, or any dated day without hours, is a day off for those who live in that calendar's zone.
/// </summary>
internal sealed class Availability(DirectorySnapshot directory, Instant now, IEnumerable<BusinessCalendar>? calendars = null)
{
    private readonly BusinessCalendar[] dated = [.. (calendars ?? []).Where(c => c.Exceptions.Count > 0)];
    private readonly Dictionary<Guid, Standing> standings = [];
    private readonly Dictionary<Role, HashSet<Guid>> onCall = [];

    public DirectorySnapshot Directory { get; } = directory;

    public Instant Now { get; } = now;

    /// <param name="critical">Whoever is on call is there for a critical case at any hour; for others their quiet hours hold.</param>
    public Standing Of(Person person, Role role, bool critical)
    {
        if (!standings.TryGetValue(person.Id, out var standing))
        {
            standing = ByTheClock(person);
            standings[person.Id] = standing;
        }

        return standing switch
        {
            Standing.Away => Standing.Away,
            Standing.Asleep when !critical => Standing.Asleep,
            _ => IsOnCall(person, role) ? Standing.OnCall : standing,
        };
    }

    /// <summary>By a rotation of the role, or by one of their own team.</summary>
    public bool IsOnCall(Person person, Role role)
    {
        if (!onCall.TryGetValue(role, out var ids))
        {
            ids = [.. Directory.OnCall.At(role, Now).Select(duty => duty.Person.Id)];
            onCall[role] = ids;
        }

        return ids.Contains(person.Id)
            || (person.Team.Length > 0 && Directory.OnCall.For(person.Team).Count > 0 && Directory.OnCall.At(person.Team, Now).Any(duty => duty.Person.Id == person.Id));
    }

    /// <summary>Until when they are away; null when they are there.</summary>
    public Instant? AwayUntil(Person person) => Directory.Absences.At(person.Id, Now)?.Until;

    /// <summary>Who looks after their matters now, if that is somebody else.</summary>
    public Person? CoverOf(Person person) =>
        Directory.Absences.StandIn(person.Id, Now) is { } id && id != person.Id && Directory.PersonById(id) is { Active: true } cover ? cover : null;

    /// <summary>The name of the day off that somebody has; empty for none.</summary>
    public string DayOff(Person person)
    {
        if (dated.Length == 0)
        {
            return "";
        }

        var today = Now.InZone(person.Zone).Date;
        return dated.Where(c => c.Zone.Id == person.Zone.Id).SelectMany(c => c.Exceptions)
            .FirstOrDefault(e => e.Date == today && e.Open.Count == 0)?.Name ?? "";
    }

    /// <summary>On call or not.</summary>
    public Standing ByTheClock(Person person) =>
        Directory.Absences.IsAway(person.Id, Now) ? Standing.Away
        : !person.IsAwake(Now) ? Standing.Asleep
        : DayOff(person).Length > 0 ? Standing.Off
        : person.IsWorking(Now) ? Standing.AtWork
        : Standing.Awake;
}
