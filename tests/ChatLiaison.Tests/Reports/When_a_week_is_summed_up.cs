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
    public async Task Says_in_a_line_how_much_of_what_was_resolved_left_something_behind()
    {
        await using var town = await ReportsTown.CreateAsync();
        var none = (await ReadAsync(town)).Knowledge!.Value;
        KnowledgeLine.Add(StaffCard.Titled("x"), none.This, none.Before, none.Target).ToPlain().ShouldNotContain("knowledge");
        var kept = await ResolvedAsync(town, "ACME-1", 1);
        await town.RunAsync(
            "insert into knowledge_entries (title, kind, types, words, areas, for_customers, case_id, by_name, at, changed_by, changed_at, retired_at) values ('x', 'Procedure', '{}', '{}', '{}', false, $1, 'Dana', $2, 'Dana', $2, $2)",
            kept, ReportsTown.Monday);
        await town.RunAsync("insert into knowledge_uses (entry, case_id, by_name, at) values ('sso', $1, 'Dana', $2), ('slow', $1, 'Dana', $2)", await ResolvedAsync(town, "ACME-2", 2), ReportsTown.Monday);
        await ResolvedAsync(town, "ACME-3", 3);
        await ResolvedAsync(town, "ACME-4", 200);
        await town.RunAsync("update cases set restricted = true where id = $1", await ResolvedAsync(town, "ACME-5", 4));

        var told = (await ReadAsync(town)).Knowledge!.Value;

        KnowledgeLine.Add(StaffCard.Titled("x"), told.This, told.Before, told.Target).ToPlain()
            .ShouldContain("Resolved with knowledge: 66% of 3, target 85% (last week 0% of 1)");
    }

    private static async Task<Guid> ResolvedAsync(ReportsTown town, string reference, double hoursAgo)
    {
        var c = await town.CaseAsync(reference, opened: hoursAgo + 1, resolved: hoursAgo);
        await town.RunAsync(
            "insert into resolutions (case_id, number, at, by_name, done, cause, reason) values ($1, 1, $2, 'Dana', 'x', 'x', 'x')", c, ReportsTown.Monday - Duration.FromHours(hoursAgo));
        return c;
    }

    [Fact]
    public async Task Says_in_a_line_how_the_hand_offs_went()
    {
        await using var town = await ReportsTown.CreateAsync();
        var c = await town.CaseAsync("ACME-1", opened: 20);
        var none = (await ReadAsync(town)).Handoffs!.Value;
        HandoffLine.Add(StaffCard.Titled("x"), none.This, none.Before).ToPlain().ShouldNotContain("Hand-offs");
        foreach (var hours in new[] { 1, 2, 200, 400 })
        {
            await town.RunAsync(
                "insert into handoffs (id, case_id, state, sent_at, sent_by, to_name, score, again, platform, channel_id, user_id) values (gen_random_uuid(), $1, 'Ended', $2, 'Dana', '', 80, false, 'slack', 'C1', '')",
                c, ReportsTown.Monday - Duration.FromHours(hours));
            await town.RunAsync(
                "insert into handoff_questions (id, handoff_id, case_id, kind, at, by, missing, question, promise_id) values (gen_random_uuid(), $1, $1, $2, $3, 'Priya', '{}', '', $1)",
                c, hours == 1 ? "Ask" : "Bounce", ReportsTown.Monday - Duration.FromHours(hours));
        }

        await town.RunAsync(
            "insert into handoff_ratings (handoff_id, side, person_id, person, complete, at) values ($1, 'Receiver', $1, 'Priya', 2, $2), (gen_random_uuid(), 'Receiver', $1, 'Priya', 3, $2), ($1, 'Sender', $1, 'Dana', 3, $3)",
            c, ReportsTown.Monday - Duration.FromHours(1), ReportsTown.Monday);

        var (now, before) = (await ReadAsync(town)).Handoffs!.Value;

        HandoffLine.Add(StaffCard.Titled("x"), now, before).ToPlain().ShouldEndWith(
            "Hand-offs to engineering: 2 sent, 1 sent back, 1 asked again; engineering rates them 2.5 of 3 (last week 1 sent, 1 sent back)");
        (await town.Desk.DrawAsync(Week, null, CancellationToken.None)).ToPlain().ShouldContain("Hand-offs to engineering: 2 sent");
    }

    [Fact]
    public async Task Names_what_reviews_found_and_what_came_back_and_says_nothing_of_what_was_not()
    {
        await using var town = await ReportsTown.CreateAsync();
        var quiet = await ReadAsync(town);
        EndingsCard.Add(StaffCard.Titled("x"), quiet.Endings!.Value.This, quiet.Endings.Value.Before, quiet).ToPlain().ShouldBe("x");
        foreach (var (n, cause, gap, hours, understanding, back) in new[]
                 {
                     (1, "capacity", "not-monitored", 1, "Confirmed", false), (2, "capacity", "none", 2, "Confirmed", true), (3, "data", "not-monitored", 3, "Unconfirmed", true),
                     (4, "code", "threshold", 200, "Corrected", true), (5, "code", "threshold", 1, "Corrected", false),
                 })
        {
            var c = await town.CaseAsync($"ACME-{n}", opened: 20);
            var at = ReportsTown.Monday - Duration.FromHours(hours);
            await town.RunAsync("update cases set understanding = $2 where id = $1", c, understanding);
            await town.RunAsync("insert into resolutions (case_id, number, at, by_name, done, cause, reason, reopened_at) values ($1, 1, $2, '', '', '', 'other', $3)", c, at, back ? ReportsTown.Monday : null);
            await town.RunAsync("insert into reviews (case_id, done_at, root_cause, detection_gap) values ($1, $2, $3, $4)", c, at, cause, gap);
        }

        var report = await ReadAsync(town);

        var plain = EndingsCard.Add(StaffCard.Titled("x"), report.Endings!.Value.This, report.Endings.Value.Before, report).ToPlain();
        plain.ShouldContain("Root causes: Capacity 2, Code change or defect 1, Data 1");
        plain.ShouldContain("Why they saw it first: Nothing watches it 2, What watches it did not trip 1");
        plain.ShouldContain("Came back: 1 of 2 where they had confirmed that we understood, 1 of 2 where they had not");
    }

    [Fact]
    public async Task Ratings_of_escalated_cases_are_also_told_by_themselves()
    {
        await using var town = await ReportsTown.CreateAsync();
        foreach (var (n, rating, climbed) in new[] { (1, 5, false), (2, 4, true), (3, 2, true) })
        {
            var c = await town.CaseAsync($"ACME-{n}", opened: 20);
            await town.RunAsync(
                "insert into resolutions (case_id, number, at, by_name, done, cause, reason, rating, rated_at) values ($1, 1, $2, '', '', '', 'other', $3, $2)",
                c, ReportsTown.Monday - Duration.FromHours(2), rating);
            await town.PromiseAsync(c, climbed ? "LevelResponse" : "Resolve", "Kept", fulfilled: 3);
        }

        (await town.Desk.DrawAsync(Week, null, CancellationToken.None)).ToPlain().ShouldContain("Ratings: 66% good of 3 (last week none); of escalated cases 50% good of 2");
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
    public async Task Counts_what_of_the_scenarios_was_left_out()
    {
        await using var town = await ReportsTown.CreateAsync();
        var (c, ended) = (await town.CaseAsync("ACME-1", opened: 20), await town.CaseAsync("ACME-2", opened: 20));
        await town.RunAsync("update cases set closed_at = $2 where id = $1", ended, ReportsTown.Monday - Duration.FromHours(1));
        foreach (var (of, scenario, finished) in new (Guid, string, double?)[] { (c, "whole", 2), (c, "cut", 3), (c, "goes-on", null), (ended, "dropped", null) })
        {
            await town.RunAsync(
                "insert into scenario_walks (case_id, scenario, by_name, started_at, finished_at) values ($1, $2, 'Dana', $3, $4)",
                of, scenario, ReportsTown.Monday - Duration.FromHours(9), finished is { } at ? ReportsTown.Monday - Duration.FromHours(at) : null);
        }

        foreach (var (scenario, step, hours, skipped) in new[] { ("whole", "a", 3.0, "no need"), ("whole", "b", 2.0, null), ("cut", "a", 3.0, "they left"), ("goes-on", "a", 200.0, "no time") })
        {
            await town.RunAsync(
                "insert into scenario_steps (case_id, scenario, step, skipped, by_name, at) values ($1, $2, $3, $4, 'Dana', $5)", c, scenario, step, skipped, ReportsTown.Monday - Duration.FromHours(hours));
        }

        var report = await ReadAsync(town);

        EndingsCard.Add(StaffCard.Titled("x"), report.Endings!.Value.This, report.Endings.Value.Before, report).ToPlain()
            .ShouldContain("Scenarios cut short: 2 steps left out, 2 walks without their stated end (last week 1 step left out)");
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
