using System.Globalization;
using System.Text;
using ChatLiaison.Playbook;

namespace ChatLiaison.Tests.People;

/// <summary>Writes docs/next-owner.md from the rules themselves.</summary>
internal static class NextOwnerPage
{
    public static string Write(IReadOnlyList<OwnerSituation> situations)
    {
        var page = new StringBuilder(
            """
            # Who is asked next

            For a case and a level of the ladder the desk asks one person. The rule is the same for the same question, whoever runs it and however the
            directory is ordered:

            1. Whoever can't be reached is never asked: away, not on a platform that is on, the last message came back, declined already, on the case
               already. For a critical case also whoever is asleep and not on call; for others whoever sleeps past the time by which an answer is due.
            2. Those who can act come before those who have a public holiday, and both before those who are asleep. While somebody of the level is on
               call, whoever is only awake, outside their working hours, comes after them.
            3. Then the most points. On call 50, at work 30, awake 10. The customer's liaison, or who covers for them: 50, at the liaisons' level.
               Has worked on this very case: 20. Each case of this customer in the last year: 4, at most 20. Each case of this type: 3, at most 12.
               Each area of expertise that the case touches: 8, at most 16. Each open case that they hold: -2, at most -20.
            4. Then fewer open cases, then the name.

            With nobody left the case goes up at once. Whoever is asked reads why they are, can decline once with a reason, and the next one is asked in
            what is left of the time (at least a quarter of it). `/case REF why` shows who was asked and what they said, who would be next with the
            points, and who would not and why.

            All of it counts from the first reminder on; only when more than fifty cases that nobody holds fall due in one second, their reminders go by
            what is in memory (no points for record and expertise).

            Twenty-one situations, all on a Monday but the last; Dana and Priya live in London, Lee in New York, Jun in Tokyo, Mateo and Kim in São Paulo. A test holds
            this table against the rules.

            | | situation | UTC | asked | why | the others | common sense |
            |---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (number, s) in situations.Index())
        {
            var choice = s.Choose();
            var why = choice.Person is null ? "" : choice.Reckoning;
            var level = Roles.Name(s.Role);
            page.Append(CultureInfo.InvariantCulture, $"| {number + 1} | {s.Name} ({level}{(s.Critical ? ", critical" : "")}) | {s.At.ToString("HH:mm", CultureInfo.InvariantCulture)} ")
                .Append(CultureInfo.InvariantCulture, $"| {(choice.Person is { } person ? $"**{person.Name}**" : "nobody: up at once")} | {why} | {string.Join(" ", choice.PassedOver)} | {s.Sense} |\n");
        }

        return page.ToString();
    }
}
