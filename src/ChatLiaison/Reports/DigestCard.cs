using System.Globalization;
using ChatLiaison.Chat;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Reports;

/// <summary>Draws the digest so that it fits a phone: short tables, last week in brackets, the pressing things last.</summary>
/// <param name="zone">The organisation's, for the date in the title.</param>
/// <param name="levels">The ladder, for the names.</param>
/// <param name="nameOf">A customer's name.</param>
/// <param name="link">The web address of a message; null when its platform gives none.</param>
internal sealed class DigestCard(DateTimeZone zone, IReadOnlyList<EscalationLevel> levels, Func<int, string> nameOf, Func<MessageRef, string?> link)
{
    private const string Nothing = "–";

    private static readonly TimeSummary None = new(Spread.None, Spread.None);

    private static readonly LocalDatePattern Day = LocalDatePattern.Create("d MMM", CultureInfo.InvariantCulture);

    /// <param name="lateSince">When it was due, if that is long ago; null when it comes in time.</param>
    public StaffCard Draw(DigestReport report, Instant? lateSince)
    {
        var (now, before) = (report.This, report.Before);
        var card = StaffCard.Titled(Title(report));
        if (lateSince is { } due)
        {
            card = card.Small(StaffText.Of($"Late: this was due {due}."));
        }

        card = card.Small(report.Week.IsRunning
            ? StaffText.Of($"Since {report.Week.This.Start}. Last week's figures are up to the same point.")
            : StaffText.Of($"{report.Week.This.Start} to {report.Week.This.End}. Last week's figures beside them."));
        card = Cases(card, now, before);
        card = Promises(card, now, before);
        card = card.Table(["", "Working (last)", "By calendar"], [
            .. now.Triage == None && before.Triage == None ? Array.Empty<IReadOnlyList<string>>() : [TimeRow("Triage, median", now.Triage, before.Triage, s => s.Median)],
            TimeRow("Response, median", now.FirstResponse, before.FirstResponse, s => s.Median),
            TimeRow("90th percentile", now.FirstResponse, before.FirstResponse, s => s.NinetiethPercentile),
            TimeRow("Resolved, median", now.Resolution, before.Resolution, s => s.Median),
            TimeRow("90th percentile", now.Resolution, before.Resolution, s => s.NinetiethPercentile),
        ]);
        card = Tallied(Tallied(card, "Promises by customer", report.ByCustomer), "Promises by person", report.ByPerson);
        card = card.Facts(("Escalations", Escalations(now, before)));
        card = report.Parts.Aggregate(card, (drawn, part) => part.Items.Count == 0 ? drawn.Facts(part.Facts) : drawn.Facts(part.Facts).List(part.Items));
        return Late(AtRisk(card, report.AtRisk), report);
    }

    private static StaffCard Tallied(StaffCard card, string title, IReadOnlyList<(string Name, Tally Tally)> tallies) => tallies.Count == 0
        ? card
        : card.Table([title, "Kept", "Broken"], [.. tallies.Select(t => (IReadOnlyList<string>)[t.Name, Figure(t.Tally.Kept), Figure(t.Tally.Broken)])]);

    private string Title(DigestReport report)
    {
        var week = report.Week.IsRunning ? "This week so far" : $"Week of {Day.Format(report.Week.This.Start.InZone(zone).Date)}";
        var cases = report.This.AllOpened == 1 ? "case" : "cases";
        return $"{week}: {report.This.AllOpened} {cases} opened, {report.This.AllResolved} resolved";
    }

    private static StaffCard Cases(StaffCard card, DigestFigures now, DigestFigures before)
    {
        var priorities = Enum.GetValues<Priority>();
        IReadOnlyList<string> Row(string name, IReadOnlyDictionary<Priority, int> counts, int last) =>
            [name, .. priorities.Select(p => Figure(counts.GetValueOrDefault(p))), $"{counts.Values.Sum()}", $"{last}"];
        return card.Table(
            ["Cases", .. priorities.Select(p => p.ToString()), "All", "Last"],
            [Row("Opened", now.Opened, before.AllOpened), Row("Resolved", now.Resolved, before.AllResolved)]);
    }

    private static StaffCard Promises(StaffCard card, DigestFigures now, DigestFigures before)
    {
        card = card.Facts(("Promises kept", $"{Share(now)} (last week {Share(before)})"));
        var priorities = now.Promises.Select(p => p.Priority).Distinct().Order().ToList();
        var kinds = now.Promises.Concat(before.Promises).Select(p => p.Kind).Distinct().Order();
        var rows = kinds.Select(kind => (IReadOnlyList<string>)[
            Short(kind),
            .. priorities.Select(p => KeptAndBroken(now.Promises.Where(x => x.Kind == kind && x.Priority == p))),
            KeptAndBroken(before.Promises.Where(x => x.Kind == kind)),
        ]).ToList();
        return rows.Count == 0 ? card : card.Table(["Kept / broken", .. priorities.Select(p => p.ToString()), "Last"], rows);
    }

    private StaffText Escalations(DigestFigures now, DigestFigures before)
    {
        var rate = now.AllOpened == 0 ? "" : $", {Percent(now.Escalations.Cases, now.AllOpened)} of those opened";
        var entered = levels.Where(l => now.Escalations.ByLevel.ContainsKey(l.Number) || before.Escalations.ByLevel.ContainsKey(l.Number))
            .Select(l => $"{l.Name} {now.Escalations.ByLevel.GetValueOrDefault(l.Number)} ({before.Escalations.ByLevel.GetValueOrDefault(l.Number)})");
        var cases = now.Escalations.Cases == 1 ? "1 case" : $"{now.Escalations.Cases} cases";
        return string.Join("\n", entered.Prepend($"{cases}{rate} (last week {before.Escalations.Cases})"));
    }

    private static StaffCard AtRisk(StaffCard card, IReadOnlyList<CustomerRisk> risks) => risks.Count == 0
        ? card
        : card.Say(StaffText.Of($"{"Customers at most risk":b}")).List(
            risks.Select(r => StaffText.Of($"{r.Customer}: {string.Join(", ", r.Reasons)}")));

    private StaffCard Late(StaffCard card, DigestReport report)
    {
        if (report.LateCount + report.RestrictedLate == 0)
        {
            return card.Say(StaffText.Of($"No case is over target now."));
        }

        card = card.Say(StaffText.Of($"{$"Over target now: {report.LateCount + report.RestrictedLate}":b}"));
        if (report.Late.Count > 0)
        {
            card = card.List(report.Late.Select(Line));
        }

        string[] rest =
        [
            report.LateCount > report.Late.Count ? $"and {report.LateCount - report.Late.Count} more" : "",
            report.RestrictedLate > 0 ? $"and {report.RestrictedLate} restricted" : "",
        ];
        var words = string.Join(", ", rest.Where(r => r.Length > 0));
        return words.Length == 0 ? card : card.Small(words);
    }

    private StaffText Line(LateCase late)
    {
        var reference = late.Card is { } card && link(card) is { } url ? StaffText.Of($"{new LinkSpan(url, late.Reference)}") : late.Reference;
        return StaffText.Of($"{reference} {late.Priority.ToString()}, {nameOf(late.CustomerId)}: {PromiseWords.Name(late.Kind).ToLowerInvariant()} was due {late.Since}");
    }

    private static IReadOnlyList<string> TimeRow(string name, TimeSummary now, TimeSummary before, Func<Spread, Duration?> figure) =>
    [
        name,
        $"{ShortTime.Hours(figure(now.Working))} ({ShortTime.Hours(figure(before.Working))})",
        $"{ShortTime.Days(figure(now.Calendar))} ({ShortTime.Days(figure(before.Calendar))})",
    ];

    private static string KeptAndBroken(IEnumerable<PromiseCount> counts)
    {
        var (kept, broken) = counts.Aggregate((Kept: 0, Broken: 0), (sum, c) => (sum.Kept + c.Kept, sum.Broken + c.Broken));
        return kept + broken == 0 ? Nothing : $"{kept}/{broken}";
    }

    private static string Share(DigestFigures figures) => figures.Kept + figures.Broken is var all and > 0
        ? $"{Percent(figures.Kept, all)}, {figures.Broken} broken"
        : "none was due";

    /// <summary>Rounded down, so that only all is 100%.</summary>
    private static string Percent(int part, int all) => $"{100L * part / all}%";

    private static string Figure(int count) => count == 0 ? Nothing : $"{count}";

    private static string Short(PromiseKind kind) => kind switch
    {
        PromiseKind.LevelResponse => "Escalation",
        PromiseKind.Inform => "Inform",
        _ => PromiseWords.Name(kind),
    };
}
