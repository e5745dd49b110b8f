using ChatLiaison.Chat;
using ChatLiaison.Digests;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Reports;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Reports;

public sealed class DigestCardTests
{
    private static readonly DigestWeek Week = DigestWeek.Ending(ReportsTown.Monday, DateTimeZone.Utc);

    [Fact]
    public void Shows_the_figures_with_last_week_beside_them() => Draw(Report()).ToPlain().ShouldBe(
        """
        Week of 16 Nov: 14 cases opened, 12 resolved
        Mon 16 Nov, 09:00 UTC to Mon 23 Nov, 09:00 UTC. Last week's figures beside them.
        Opened  2  –  12  –  14  11
        Resolved  –  –  12  –  12  9
        Promises kept: 93%, 3 broken (last week none was due)
        First response  10/1  30/0  –
        Escalation  –  1/2  –
        Response, median  32m (–)  45m (–)
        90th percentile  2h (–)  19h (–)
        Resolved, median  12h (–)  1d2h (–)
        90th percentile  30h (–)  3d (–)
        Escalations: 3 cases, 21% of those opened (last week 1)
        Senior support 2 (1)
        Management 1 (0)
        Customers at most risk
        • Acme Ltd: 2 broken promises, sentiment angry
        Over target now: 1
        • ACME-1 P2, Acme Ltd: resolution was due Mon 23 Nov, 06:00 UTC
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Links_a_case_where_the_platform_gives_an_address()
    {
        var list = Draw(Report(), card => $"https://example.com/{card.MessageId}").Elements.OfType<BulletList>().Last();
        list.Items.Single().Spans.ShouldContain(new LinkSpan("https://example.com/1.2", "ACME-1"));
    }

    [Fact]
    public void Says_how_many_more_are_over_target_and_counts_the_restricted_ones()
    {
        var card = Draw(Report() with { LateCount = 5, RestrictedLate = 2 });
        card.ToPlain().ShouldContain("Over target now: 7");
        card.ToPlain().ShouldEndWith("and 4 more, and 2 restricted");
    }

    [Fact]
    public void A_quiet_week_is_short()
    {
        var quiet = new DigestFigures(
            new Dictionary<Priority, int>(), new Dictionary<Priority, int>(), [], NoTimes, NoTimes, new(new Dictionary<int, int>(), 0));
        var plain = Draw(new DigestReport(Week, quiet, quiet, [], [], 0, 0)).ToPlain();
        plain.ShouldStartWith("Week of 16 Nov: 0 cases opened, 0 resolved");
        plain.ShouldContain("Promises kept: none was due (last week none was due)");
        plain.ShouldContain("Escalations: 0 cases (last week 0)");
        plain.ShouldEndWith("No case is over target now.");
    }

    [Fact]
    public void Is_narrow_enough_for_a_phone() => Draw(Report()).Elements.OfType<CardTable>()
        .Select(table => table.Rows.Append(table.Columns).Max(row => row.Sum(cell => cell.Length + 2))).Max().ShouldBeLessThan(48);

    private static TimeSummary NoTimes { get; } = new(Spread.None, Spread.None);

    private static StaffCard Draw(DigestReport report, Func<MessageRef, string?>? link = null) =>
        new DigestCard(DateTimeZone.Utc, new PlaybookSource().Current.Levels, _ => "Acme Ltd", link ?? (_ => null)).Draw(report, null);

    private static DigestReport Report() => new(
        Week,
        new DigestFigures(
            new Dictionary<Priority, int> { [Priority.P1] = 2, [Priority.P3] = 12 },
            new Dictionary<Priority, int> { [Priority.P3] = 12 },
            [new(PromiseKind.FirstResponse, Priority.P1, 10, 1), new(PromiseKind.FirstResponse, Priority.P3, 30, 0), new(PromiseKind.LevelResponse, Priority.P3, 1, 2)],
            new(new(Duration.FromMinutes(32), Duration.FromHours(2)), new(Duration.FromMinutes(45), Duration.FromHours(19))),
            new(new(Duration.FromHours(12), Duration.FromHours(30)), new(Duration.FromHours(26), Duration.FromHours(72))),
            new(new Dictionary<int, int> { [1] = 2, [3] = 1 }, 3)),
        new DigestFigures(
            new Dictionary<Priority, int> { [Priority.P2] = 11 },
            new Dictionary<Priority, int> { [Priority.P2] = 9 },
            [],
            NoTimes,
            NoTimes,
            new(new Dictionary<int, int> { [1] = 1 }, 1)),
        [new(1, "Acme Ltd", ["2 broken promises", "sentiment angry"])],
        [new("ACME-1", Priority.P2, 1, PromiseKind.Resolve, ReportsTown.Monday - Duration.FromHours(3), new MessageRef("slack", "C9", "1.2"))],
        1,
        0);
}
