using ChatLiaison.Chat;
using ChatLiaison.Reports;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Reports;

/// <summary>The week's lines on knowledge, hand-offs, reviews, ratings and scenarios: each beside the week before, and none about nothing.</summary>
public sealed class When_the_digest_speaks_of_quality
{
    private static readonly DigestWeek Week = DigestWeek.Ending(ReportsTown.Monday, DateTimeZone.Utc);

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

    private static async Task<Guid> ResolvedAsync(ReportsTown town, string reference, double hoursAgo)
    {
        var c = await town.CaseAsync(reference, opened: hoursAgo + 1, resolved: hoursAgo);
        await town.RunAsync(
            "insert into resolutions (case_id, number, at, by_name, done, cause, reason) values ($1, 1, $2, 'Dana', 'x', 'x', 'x')", c, ReportsTown.Monday - Duration.FromHours(hoursAgo));
        return c;
    }

    private static Task<DigestReport> ReadAsync(ReportsTown town) => town.Desk.ReadAsync(Week, CancellationToken.None);
}
