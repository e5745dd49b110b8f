using ChatLiaison.Chat;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Reports;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Reports;

public sealed class When_a_week_is_summed_up
{
    private static readonly DigestWeek Week = DigestWeek.Ending(ReportsTown.Monday, DateTimeZone.Utc);

    [Fact]
    public async Task Counts_what_was_opened_and_resolved_within_it_beside_the_week_before()
    {
        await using var town = await ReportsTown.CreateAsync();
        await town.CaseAsync("ACME-1", opened: 168, resolved: 1, priority: "P1");
        await town.CaseAsync("ACME-2", opened: 1);
        await town.CaseAsync("ACME-3", opened: 169, resolved: 168.5);
        await town.CaseAsync("ACME-4", opened: 0);
        await town.CaseAsync("ACME-5", opened: 337, resolved: 400);

        var report = await ReadAsync(town);

        report.This.Opened.ShouldBe(new Dictionary<Priority, int> { [Priority.P1] = 1, [Priority.P3] = 1 }, ignoreOrder: true);
        report.This.Resolved.ShouldBe(new Dictionary<Priority, int> { [Priority.P1] = 1 });
        (report.Before.AllOpened, report.Before.AllResolved).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Counts_promises_that_were_kept_and_broken_and_never_timers_or_cancelled_ones()
    {
        await using var town = await ReportsTown.CreateAsync();
        await town.PromiseAsync(null, "FirstResponse", "Kept", fulfilled: 5);
        await town.PromiseAsync(null, "FirstResponse", "Kept", fulfilled: 167);
        await town.PromiseAsync(null, "FirstResponse", "Broken", fulfilled: 5, broken: 6);
        await town.PromiseAsync(null, "Resolve", "Broken", broken: 6, priority: "P1");
        await town.PromiseAsync(null, "Resolve", "Broken", fulfilled: 5, broken: 170, priority: "P1");
        await town.PromiseAsync(null, "Resolve", "Cancelled", fulfilled: 5);
        await town.PromiseAsync(null, "ClimbTimer", "Kept", fulfilled: 5);
        await town.PromiseAsync(null, "CloseTimer", "Broken", broken: 5);

        var report = await ReadAsync(town);

        report.This.Promises.ShouldBe(
            [new(PromiseKind.FirstResponse, Priority.P3, 2, 1), new(PromiseKind.Resolve, Priority.P1, 0, 1)], ignoreOrder: true);
        report.Before.Promises.ShouldBe([new(PromiseKind.Resolve, Priority.P1, 0, 1)]);
    }

    [Fact]
    public async Task Takes_times_in_opening_hours_and_by_the_calendar()
    {
        await using var town = await ReportsTown.CreateAsync();
        // Opened on Friday at 17:00, half an hour before closing, and answered on Monday at 9:00: P3 counts on the business calendar, P1 always.
        await town.CaseAsync("ACME-1", opened: 64, answered: 0.001, priority: "P3");
        await town.CaseAsync("ACME-2", opened: 64, answered: 0.001, priority: "P1");

        var first = (await ReadAsync(town)).This.FirstResponse;

        first.Calendar.Median!.Value.TotalHours.ShouldBe(64, 0.01);
        first.Working.Median!.Value.TotalHours.ShouldBe((64 + 0.5) / 2, 0.01);
    }

    [Fact]
    public async Task Takes_the_time_until_a_case_was_first_triaged()
    {
        await using var town = await ReportsTown.CreateAsync();
        var (early, late) = (await town.CaseAsync("ACME-1", opened: 20, priority: "P1"), await town.CaseAsync("ACME-2", opened: 400, priority: "P1"));
        foreach (var (c, hours) in new[] { (early, 18.0), (early, 2.0), (late, 399.0), (late, 1.0) })
        {
            await town.RunAsync(
                "insert into timeline (case_id, at, kind, actor, side, for_customer, text) values ($1, $2, 'Triaged', 'Dana', 'Staff', false, '')", c, ReportsTown.Monday - Duration.FromHours(hours));
        }

        var report = await ReadAsync(town);

        report.This.Triage.Calendar.Median.ShouldBe(Duration.FromHours(2));
        report.Before.Triage.Calendar.Median.ShouldBeNull();
        (await town.Desk.DrawAsync(Week, null, CancellationToken.None)).ToPlain().ShouldContain("Triage, median");
    }

    [Fact]
    public async Task A_customers_own_calendar_counts_for_its_cases()
    {
        await using var town = await ReportsTown.CreateAsync();
        await town.RunAsync("update customers set calendar = 'always' where key = 'ACME'");
        await town.Directory.RefreshAsync(CancellationToken.None);
        await town.CaseAsync("ACME-1", opened: 64, resolved: 4);

        (await ReadAsync(town)).This.Resolution.Working.Median!.Value.TotalHours.ShouldBe(60, 0.01);
    }

    [Fact]
    public async Task Percentiles_are_those_that_the_database_would_give()
    {
        await using var town = await ReportsTown.CreateAsync();
        var random = new Random(7);
        for (var i = 0; i < 41; i++)
        {
            await town.CaseAsync($"ACME-{i}", opened: 100 + (random.NextDouble() * 500), resolved: 1 + (random.NextDouble() * 99));
        }

        const string Percentiles =
            """
            select percentile_cont(0.5) within group (order by seconds), percentile_cont(0.9) within group (order by seconds)
            from (select extract(epoch from resolved_at - opened_at)::float8 as seconds from cases) taken
            """;
        var (median, ninetieth) = (await town.Database.Ask(Percentiles).ListAsync(row => (row.Number(0), row.Number(1)), CancellationToken.None)).Single();

        var calendar = (await ReadAsync(town)).This.Resolution.Calendar;

        calendar.Median!.Value.TotalSeconds.ShouldBe(median, 0.01);
        calendar.NinetiethPercentile!.Value.TotalSeconds.ShouldBe(ninetieth, 0.01);
    }

    [Fact]
    public async Task Counts_escalations_by_level_and_each_case_once()
    {
        await using var town = await ReportsTown.CreateAsync();
        var climber = await town.CaseAsync("ACME-1", opened: 20);
        await town.PromiseAsync(climber, "LevelResponse", "Broken", broken: 10, started: 12, level: 1);
        await town.PromiseAsync(climber, "LevelResponse", "Running", started: 10, level: 2);
        await town.PromiseAsync(await town.CaseAsync("ACME-2", opened: 20), "LevelResponse", "Running", started: 9, level: 1);
        await town.PromiseAsync(climber, "LevelResponse", "Kept", fulfilled: 199, started: 200, level: 1);

        var report = await ReadAsync(town);

        report.This.Escalations.ByLevel.ShouldBe(new Dictionary<int, int> { [1] = 2, [2] = 1 }, ignoreOrder: true);
        report.This.Escalations.Cases.ShouldBe(2);
        report.Before.Escalations.Cases.ShouldBe(1);
    }

    [Fact]
    public async Task Lists_each_case_over_target_once_with_its_first_broken_promise_and_its_card()
    {
        await using var town = await ReportsTown.CreateAsync();
        var late = await town.CaseAsync("ACME-1", opened: 50);
        await town.PromiseAsync(late, "Resolve", "Broken", broken: 5);
        await town.PromiseAsync(late, "FirstResponse", "Broken", broken: 40);
        await town.PromiseAsync(late, "Acknowledge", "Broken", broken: 49, fulfilled: 48);
        var critical = await town.CaseAsync("BETA-1", opened: 9, priority: "P1", customer: 2);
        await town.PromiseAsync(critical, "StatusUpdate", "Broken", broken: 1, priority: "P1", customer: 2);
        await town.PromiseAsync(await town.CaseAsync("ACME-2", opened: 9), "Resolve", "Running");
        await town.RunAsync("insert into messages (anchor, platform, channel_id, message_id, sent_at) values ($1, 'slack', 'C9', '1.2', $2)", $"case:{late:N}:triage", ReportsTown.Monday);

        var report = await ReadAsync(town);

        report.Late.Select(l => (l.Reference, l.Kind)).ShouldBe([("BETA-1", PromiseKind.StatusUpdate), ("ACME-1", PromiseKind.FirstResponse)]);
        report.Late[0].Card.ShouldBeNull();
        report.Late[1].Card.ShouldBe(new MessageRef("slack", "C9", "1.2"));
        report.LateCount.ShouldBe(2);
    }

    [Fact]
    public async Task Restricted_cases_are_counted_and_never_named()
    {
        await using var town = await ReportsTown.CreateAsync();
        var secret = await town.CaseAsync("ACME-66", opened: 9, restricted: true, sentiment: "angry");
        await town.PromiseAsync(secret, "Resolve", "Broken", broken: 1);

        var report = await ReadAsync(town);

        (report.Late.Count, report.LateCount, report.RestrictedLate).ShouldBe((0, 0, 1));
        report.AtRisk.Single().Reasons.ShouldBe(["1 broken promise", "1 case over target"]);
        (await town.Desk.DrawAsync(Week, null, CancellationToken.None)).ToPlain().ShouldNotContain("66");
    }

    [Fact]
    public async Task Ranks_the_customers_by_what_speaks_against_us()
    {
        await using var town = await ReportsTown.CreateAsync();
        await town.CaseAsync("ACME-1", opened: 9, sentiment: "frustrated");
        var hot = await town.CaseAsync("BETA-1", opened: 9, level: 3, sentiment: "angry", customer: 2);
        await town.PromiseAsync(hot, "FirstResponse", "Broken", broken: 8, fulfilled: 7, customer: 2);

        (await ReadAsync(town)).AtRisk.Select(r => $"{r.Customer}: {string.Join(", ", r.Reasons)}").ShouldBe(
            ["Beta Inc: 1 broken promise, 1 case at management, sentiment angry", "Acme Ltd: sentiment frustrated"]);
    }

    private static Task<DigestReport> ReadAsync(ReportsTown town) => town.Desk.ReadAsync(Week, CancellationToken.None);
}
