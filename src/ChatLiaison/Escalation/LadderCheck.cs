using ChatLiaison.Customers;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>
/// Walks the ladder hour by hour through the days ahead, with a critical case at each, and finds where it would reach nobody: everyone asleep,
/// away or not to be reached, with holidays, covers and rotations as they stand now. Pure.
/// </summary>
internal static class LadderCheck
{
    public const int Days = 14;

    /// <param name="platforms">The keys of the platforms that are on.</param>
    public static LadderReport Run(Playbook.Playbook playbook, DirectorySnapshot directory, IReadOnlySet<string> platforms, Instant now)
    {
        var first = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 3600 * 3600);
        var walk = new LadderWalk(playbook, directory, platforms, first);
        for (var hour = 0; hour < Days * 24; hour++)
        {
            walk.Look(first + Duration.FromHours(hour));
        }

        return walk.Report();
    }
}

/// <summary>The hours of a check, one after another.</summary>
internal sealed class LadderWalk(Playbook.Playbook playbook, DirectorySnapshot directory, IReadOnlySet<string> platforms, Instant first)
{
    private static readonly Customer Nobody = new(0, "", "", null, [], [], null, new Dictionary<string, string>());

    private readonly Dictionary<int, List<(Instant At, string Why)>> empty = playbook.Levels.ToDictionary(l => l.Number, _ => new List<(Instant, string)>());
    private readonly Dictionary<int, int> staffed = playbook.Levels.ToDictionary(l => l.Number, _ => 0);
    private readonly Dictionary<string, List<(Instant At, string Why)>> lost = directory.Customers.ToDictionary(c => c.Key, _ => new List<(Instant, string)>(), StringComparer.Ordinal);
    private readonly SortedSet<(string Day, string Who)> daysOff = [];

    public void Look(Instant at)
    {
        var there = new Availability(directory, at, playbook.Calendars.Values);
        var anyone = false;
        foreach (var level in playbook.Levels)
        {
            var choice = Ask(level, Nobody, there);
            anyone |= choice.Person is not null;
            if (choice.Best is not { } best)
            {
                empty[level.Number].Add((at, choice.InShort));
            }
            else if (best.Standing <= Standing.AtWork)
            {
                staffed[level.Number]++;
            }
        }

        foreach (var person in directory.People.Where(p => p.Active && p.Roles.Count > 0 && there.DayOff(p).Length > 0))
        {
            daysOff.Add((there.DayOff(person), person.Name));
        }

        // Only a customer's own liaison can be there when nobody of the levels is.
        foreach (var customer in anyone ? [] : directory.Customers)
        {
            if (playbook.Levels.All(l => Ask(l, customer, there).Person is null))
            {
                lost[customer.Key].Add((at, "everyone asleep, away or not to be reached"));
            }
        }
    }

    public LadderReport Report() => new(
        first,
        directory.Customers.Count > 0,
        [.. playbook.Levels.Where(l => empty[l.Number].Count == LadderCheck.Days * 24)],
        [
            .. lost.Where(l => l.Value.Count > 0)
                .GroupBy(l => string.Join(' ', l.Value.Select(v => v.At.ToUnixTimeSeconds())), l => l, StringComparer.Ordinal)
                .SelectMany(same => LadderGaps.Fold(string.Join(", ", same.Select(l => l.Key)), same.First().Value, first)),
        ],
        [.. playbook.Levels.Where(l => empty[l.Number].Count < LadderCheck.Days * 24).SelectMany(l => LadderGaps.Fold(l.Name, empty[l.Number], first))],
        [.. playbook.Levels.Select(l => new LevelHours(l.Name, staffed[l.Number]))],
        [.. daysOff.GroupBy(d => d.Day, d => d.Who, StringComparer.Ordinal).Select(d => $"{d.Key}: {string.Join(", ", d)}")])
    {
        Hours = lost.Values.Sum(l => l.Count),
    };

    private OwnerChoice Ask(EscalationLevel level, Customer customer, Availability there) =>
        NextOwner.Choose(new OwnerQuestion(level, customer, Critical: true, there, platforms));
}
