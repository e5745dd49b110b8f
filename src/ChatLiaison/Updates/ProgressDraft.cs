using ChatLiaison.Cases;
using NodaTime;

namespace ChatLiaison.Updates;

/// <summary>
/// An update composed from what may go out: what the customer was promised and what of it is done, and what was drafted for them (S173). Our
/// own findings are not in it; whoever edits it ticks those that are to be told. Pure.
/// </summary>
internal static class ProgressDraft
{
    /// <param name="kept">What the customer was promised and was done since the last word to them.</param>
    /// <param name="time">An instant on the contact's own clock.</param>
    public static string Write(UpdateSheet sheet, IReadOnlyList<string> kept, Func<Instant, string> time) => string.Join(
        "\n",
        [
            sheet.Case.Status.ForCustomer() == PublicStatus.Blocked ? "We can't go on with this at the moment." : "We are working on this.",
            .. kept.Select(k => $"Done: {Sentence(k)}"),
            .. sheet.Informs.Select(i => i.Draft).Where(d => d.Length > 0),
            .. sheet.Owed.Where(o => o.Told && o.Outlives).Select(o => $"Next: {(o.DueAt is { } due ? $"{o.What.TrimEnd('.')}, by {time(due)}." : Sentence(o.What))}"),
        ]);

    /// <summary>There is more to say than that we are working on it, beside what was done.</summary>
    public static bool HasNews(UpdateSheet sheet) => sheet.Informs.Any(i => i.Draft.Length > 0) || sheet.Owed.Any(o => o.Told && o.Outlives);

    private static string Sentence(string words) => words.TrimEnd('.') + ".";
}
