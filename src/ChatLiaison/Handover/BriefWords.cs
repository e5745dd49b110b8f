using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Promises;

namespace ChatLiaison.Handover;

/// <summary>The sentences of a brief that other cards say too.</summary>
internal static class BriefWords
{
    public static StaffText Standing(TechnicalBrief b)
    {
        var counts = b.Counts is { Bounces: 0, Asks: 0 } ? StaffText.Empty
            : StaffText.Of($" Sent back {Times(b.Counts.Bounces)}, asked again {Times(b.Counts.Asks)}.");
        return b.Handoff switch
        {
            null => "Not sent to engineering yet.",
            { State: HandoffState.Sent } h => StaffText.Of($"{Sent(h)}{Due(b)}{counts}"),
            { State: HandoffState.Accepted, AnsweredAt: { } at } h => StaffText.Of($"{h.AnsweredBy:b} accepted it, {at}.{counts}"),
            { State: HandoffState.Bounced, AnsweredAt: { } at } h => StaffText.Of($"{h.AnsweredBy:b} sent it back, {at}. Support is completing it.{counts}"),
            _ => StaffText.Of($"Engineering is done with it.{counts}"),
        };
    }

    /// <summary>What is missing and what is asked, in one line.</summary>
    public static string Missing(SupportCase c, IReadOnlyList<string> keys, string question)
    {
        var items = keys.Select(k => BriefItem.Find(c, k)).OfType<BriefItem>().Select(i => i.InSentence).ToList();
        var missing = items.Count > 0 ? $"Missing: {string.Join(", ", items)}." : "";
        return question.Length == 0 ? missing : $"{missing} Question: {question}".Trim();
    }

    /// <summary>How the contact wants to be reached, and about what; empty when nobody asked.</summary>
    public static string Reach(CaseDetails d)
    {
        var by = string.Join(": ", new[] { d.ReachBy, d.ReachDetails }.Where(x => x.Length > 0));
        return d.ReachFor.Count == 0 ? by : $"{by} (for {string.Join(", ", d.ReachFor)})".TrimStart();
    }

    public static StaffText Question(SupportCase c, HandoffQuestion q)
    {
        var asked = StaffText.Of($"{q.At} {q.By}: {Missing(c, q.Missing, q.Question)}");
        return q.AnsweredAt is null ? StaffText.Of($"{asked} No answer yet.")
            : StaffText.Of($"{asked} {q.AnsweredBy} answered: {(q.Answer.Length > 0 ? q.Answer : "filled in.")}");
    }

    public static StaffText Link(CaseLink link)
    {
        var words = new StaffText([new LinkSpan(link.Url, link.Title.Length > 0 ? link.Title : link.Url)]);
        return link.Status.Length > 0 ? StaffText.Of($"{words}: {link.Status:b}") : words;
    }

    public static IEnumerable<(string, StaffText)> Bug(BugReport bug)
    {
        yield return ("Component", bug.Component);
        yield return ("Happens", bug.Reproducible);
        yield return ("Since", bug.Since);
        yield return ("Workaround", bug.Workaround);
        yield return ("Evidence", bug.Evidence);
        yield return ("Written by", StaffText.Of($"{bug.WrittenBy}, {bug.WrittenAt}"));
    }

    private static StaffText Sent(Handoff h) => h.To is { } to && to.Id != h.SentById
        ? StaffText.Of($"From {h.SentBy} for {to.Name:b}, {h.SentAt}.")
        : StaffText.Of($"From {h.SentBy}, {h.SentAt}.");

    private static StaffText Due(TechnicalBrief b) => b.View.Owed.FirstOrDefault(p => p.Kind == PromiseKind.LevelResponse)?.DueAt is { } due
        ? StaffText.Of($" Please accept it by {due}, or send it back with what is missing.")
        : StaffText.Of($" Please accept it, or send it back with what is missing.");

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";
}
