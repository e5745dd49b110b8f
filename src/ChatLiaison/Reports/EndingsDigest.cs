using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Digests;
using ChatLiaison.Playbook;

namespace ChatLiaison.Reports;

/// <summary>The part of the digest about how cases ended. What never happened in either week is left out.</summary>
internal sealed class EndingsDigest(EndingsStore store, PlaybookSource playbooks) : IDigestPart
{
    private const int MostFound = 3;
    private const int MostLeftOut = 5;

    public int Order => 30;

    public async Task<DigestLines> ReadAsync(DigestWeek week, CancellationToken cancellationToken)
    {
        var (now, before) = (await store.ReadAsync(week.This, cancellationToken), await store.ReadAsync(week.Before, cancellationToken));
        var (causes, gaps) = await store.FoundAsync(week.This, MostFound, cancellationToken);
        var review = playbooks.Current.Resolution.Review;
        return new(
            ("Ratings", now.Rated + before.Rated == 0 ? "" : $"{Good(now)} (last week {Good(before)}){(now.RatedEscalated == 0 ? "" : $"; of escalated cases {Percent(now.GoodEscalated, now.RatedEscalated)}")}"),
            ("Closed past a missing step", now.Exceptions + before.Exceptions == 0 ? "" : $"{now.Exceptions} (last week {before.Exceptions})"),
            ("Scenarios cut short", CutShort(now).Length + CutShort(before).Length == 0 ? "" : $"{Said(CutShort(now))} (last week {Said(CutShort(before))})"),
            ("Reviews", now.Reviewed + before.Reviewed + now.ReviewsWaiting == 0 ? "" : $"{now.Reviewed} done (last week {before.Reviewed}), {now.ReviewsWaiting} waiting"),
            ("Found in reviews", now.Reviewed == 0 ? "" : $"{now.Recurring} keep coming, {now.GapsSeen} the customer saw first"),
            ("Root causes", Often(causes, review.RootCauses)),
            ("Why they saw it first", Often(gaps, review.DetectionGaps)),
            ("Came back", Back(await store.CameBackAsync(week.This, cancellationToken))))
        {
            Items =
            [
                .. (await store.LeftOutAsync(week.This, MostLeftOut, cancellationToken))
                    .Select(l => StaffText.Of($"{l.Reference} {(l.Cancelled ? "cancelled" : "closed")} by {l.By}: {CommandWords.Cut(l.Reason, 120)}")),
            ],
        };
    }

    /// <summary>What of the playbook's scenarios was left out (S98).</summary>
    private static string CutShort(EndingFigures figures)
    {
        string[] said =
        [
            figures.StepsLeftOut switch { 0 => "", 1 => "1 step left out", var steps => $"{steps} steps left out" },
            figures.WalksCutShort switch { 0 => "", 1 => "1 walk without its stated end", var walks => $"{walks} walks without their stated end" },
        ];
        return string.Join(", ", said.Where(s => s.Length > 0));
    }

    private static string Said(string what) => what.Length > 0 ? what : "none";

    private static string Often(IEnumerable<FoundOften> found, IReadOnlyList<Named> names) =>
        string.Join(", ", found.Select(f => $"{names.FirstOrDefault(n => n.Key == f.Key)?.Name ?? f.Key} {f.Count}"));

    private static string Back(CameBack back)
    {
        string[] said =
        [
            back.Confirmed == 0 ? "" : $"{back.ConfirmedBack} of {back.Confirmed} where they had confirmed that we understood",
            back.Others == 0 ? "" : $"{back.OthersBack} of {back.Others} where they had not",
        ];
        return back.ConfirmedBack + back.OthersBack == 0 ? "" : string.Join(", ", said.Where(s => s.Length > 0));
    }

    private static string Good(EndingFigures figures) => figures.Rated == 0 ? "none" : Percent(figures.Good, figures.Rated);

    private static string Percent(int good, int rated) => $"{100L * good / rated}% good of {rated}";
}
