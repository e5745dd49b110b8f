using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>Draws who kept and broke how many promises. By name, not by score: it is for helping people, not for ranking them.</summary>
internal static class TallyCard
{
    /// <param name="person">Null for nobody.</param>
    public static string NameOf(People.DirectorySnapshot known, Guid? person) =>
        person is { } id ? known.PersonById(id)?.Name ?? "Somebody who has left" : "Nobody held it";

    public static StaffCard Draw(Instant since, IReadOnlyList<(string Person, Tally Tally)> tallies)
    {
        var card = StaffCard.Titled("Promises by person").Small(StaffText.Of($"Since {since}. A promise counts for whoever owed it then, else for whoever held the case then."));
        return tallies.Count == 0
            ? card.Say("No promise was kept or broken yet.")
            : card.Table(["", "Kept", "Broken"], [.. tallies.OrderBy(t => t.Person, StringComparer.Ordinal)
                .Select(t => (IReadOnlyList<string>)[t.Person, $"{t.Tally.Kept}", $"{t.Tally.Broken}"])]);
    }
}
