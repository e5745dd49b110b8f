using ChatLiaison.People;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>What keeps people, levels and rooms from being reached, as far as the directory tells: a sentence each, with its cure. Pure.</summary>
internal static class ReachRules
{
    /// <param name="platforms">The keys of the platforms that are on; with none, nothing can be said about who is reached.</param>
    public static IReadOnlyList<string> Problems(Playbook.Playbook playbook, DirectorySnapshot directory, IReadOnlySet<string> platforms, Instant now)
    {
        if (directory.People.Count == 0 || platforms.Count == 0)
        {
            return [];
        }

        var ours = directory.People.Where(p => p.Active && p.Roles.Count > 0).ToList();
        return
        [
            .. ours.Select(p => OfPerson(p, platforms)).OfType<string>(),
            .. WithoutHours(ours, directory, playbook, now),
            .. playbook.Levels.Select(l => OfLevel(l, directory, platforms)).OfType<string>(),
            .. ContactsWhoLeft(directory),
            .. directory.Channel(ChannelUse.LastResort) is null
                ? ["There is no room of last resort, for admins or for triage. Name one in the directory, so that a case that reaches nobody is heard of."]
                : Array.Empty<string>(),
        ];
    }

    private static string? OfPerson(Person person, IReadOnlySet<string> platforms) =>
        person.IsReachableOn(platforms) ? null
        : person.Identities.Keys.Any(platforms.Contains)
            ? $"{person.Name} can't be written to. Ask them to add the app and write to it once, or take their roles away."
            : $"{person.Name} has no user id on a platform that is on. Write it in the directory, or take their roles away.";

    private static IEnumerable<string> WithoutHours(List<Person> ours, DirectorySnapshot directory, Playbook.Playbook playbook, Instant now)
    {
        var left = ours.ToHashSet();
        for (var hour = 0; hour < LadderCheck.Days * 24 && left.Count > 0; hour++)
        {
            var there = new Availability(directory, now + Duration.FromHours(hour), playbook.Calendars.Values);
            left.RemoveWhere(p => there.Of(p, p.Roles.First(), critical: false) is Standing.AtWork or Standing.OnCall || there.AwayUntil(p) is not null);
        }

        return left.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p =>
            $"{p.Name} has no working hours outside their quiet hours in the next {LadderCheck.Days} days. Correct their hours ({p.Hours}) or quiet hours ({p.Quiet}).");
    }

    private static IEnumerable<string> ContactsWhoLeft(DirectorySnapshot directory) => directory.Customers
        .GroupBy(c => c.LiaisonId is { } id && directory.PersonById(id) is { Active: false } gone ? gone.Name : "", c => c.Name)
        .Where(g => g.Key.Length > 0)
        .Select(g => $"{g.Key} has left and is still the usual contact of {Words.All(g.Order(StringComparer.Ordinal))}. Name another with /liaison customer.");

    private static string? OfLevel(EscalationLevel level, DirectorySnapshot directory, IReadOnlySet<string> platforms) =>
        directory.WithRole(level.Role) switch
        {
            [] => $"Nobody has the role {Roles.Name(level.Role)}, so level {level.Number} ({level.Name}) is always skipped. Give it to somebody.",
            var people when people.All(p => !p.IsReachableOn(platforms)) =>
                $"Nobody of level {level.Number} ({level.Name}) can be written to, so it is always skipped. Mend how one of them is reached.",
            _ => null,
        };
}
