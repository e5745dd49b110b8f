using ChatLiaison.Chat;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.OnCall;

/// <summary>Where a rotation would leave a call unanswered in the days ahead. Pure.</summary>
internal static class OnCallWarnings
{
    private const int Shown = 5;
    private static readonly Duration Ahead = Duration.FromDays(14);

    /// <param name="platforms">The keys of the platforms that are on.</param>
    public static IReadOnlyList<StaffText> Of(OnCallPlan plan, DirectorySnapshot directory, IReadOnlySet<string> platforms, Instant now)
    {
        var spans = plan.Turns.Spans(now, now + Ahead).ToList();
        StaffText[] all =
        [
            .. spans.Where(s => s.Member is not { Active: true }).Select(s => StaffText.Of($"Nobody is on call from {s.From} until {s.Until}.")),
            .. spans.Where(s => s.Member is { Active: true }).SelectMany(s => Away(s.Member!, s.From, s.Until, directory)).DistinctBy(a => a.Absence).Select(a => a.Text),
            .. spans.Select(s => s.Member).OfType<Person>().Where(p => p.Active).DistinctBy(p => p.Id).SelectMany(p => About(p, plan.Rotation, platforms)),
        ];
        return all.Length <= Shown ? all : [.. all.Take(Shown), StaffText.Of($"And {all.Length - Shown} more.")];
    }

    private static IEnumerable<(Guid Absence, StaffText Text)> Away(Person person, Instant from, Instant until, DirectorySnapshot directory) => directory.Absences.Of(person.Id)
        .Where(a => a.Overlaps(from, until))
        .Select(a => (a.Id, StaffText.Of($"{person.Name} is on call from {Instant.Max(from, a.From)}, and away until {a.Until}.")));

    private static IEnumerable<StaffText> About(Person person, OnCallRotation rotation, IReadOnlySet<string> platforms)
    {
        if (person.ReachableOn(platforms).Count == 0)
        {
            yield return StaffText.Of($"{person.Name} can't be reached on any platform that is on.");
        }

        if (rotation.Role is { } role && !person.Roles.Contains(role))
        {
            yield return StaffText.Of($"{person.Name} takes turns here without the role {Roles.Name(role)}.");
        }
    }
}
