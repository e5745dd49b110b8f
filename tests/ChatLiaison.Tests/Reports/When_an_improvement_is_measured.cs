using ChatLiaison.Chat;
using ChatLiaison.Digests;
using ChatLiaison.Reports;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Reports;

public sealed class When_an_improvement_is_measured
{
    /// <summary>Thirty days before the Monday of the digest.</summary>
    private const int Ago = 720;

    [Fact]
    public async Task Takes_each_figure_before_and_after_with_its_cases()
    {
        await using var town = await ReportsTown.CreateAsync();
        for (var i = 0; i < 10; i++)
        {
            await CaseAsync(town, $"ACME-1{i}", Ago + 100, back: i < 5, rating: i < 5 ? 2 : 5, gap: "not-monitored", recurring: i < 8, bounced: i < 4, kept: i < 3);
            await CaseAsync(town, $"ACME-2{i}", Ago - 100, back: i < 1, rating: 5, gap: i < 2 ? "not-monitored" : "none", recurring: i < 1, bounced: i < 1, kept: i < 9);
        }

        (await SayAsync(town, Kpi.PromisesKept)).ShouldBe("Promises kept: 30% before, 90% after, better (10 and 10 cases)");
        (await SayAsync(town, Kpi.CameBack)).ShouldBe("Cases that come back: 50% before, 10% after, better (10 and 10 cases)");
        (await SayAsync(town, Kpi.GoodRatings)).ShouldBe("Good ratings: 50% before, 100% after, better (10 and 10 cases)");
        (await SayAsync(town, Kpi.SeenFirst)).ShouldBe("Problems that the customer saw first: 100% before, 20% after, better (10 and 10 cases)");
        (await SayAsync(town, Kpi.KeepsComing)).ShouldBe("Problems that keep coming: 80% before, 10% after, better (10 and 10 cases)");
        (await SayAsync(town, Kpi.SentBack)).ShouldBe("Briefs that engineering sends back: 40% before, 10% after, better (10 and 10 cases)");
        (await SayAsync(town, Kpi.Climbed)).ShouldBe("Cases that are escalated: 70% before, 10% after, better (10 and 10 cases)");
        (await SayAsync(town, Kpi.Resolution)).ShouldStartWith("Time to resolve: ");
        (await SayAsync(town, Kpi.FirstResponse)).ShouldBe("Time to the first response: too few to say (0 before and 0 cases after; 10 each are needed)");
    }

    [Fact]
    public async Task The_digest_tells_it_once_when_there_are_enough_cases()
    {
        await using var town = await ReportsTown.CreateAsync();
        var week = DigestWeek.Ending(ReportsTown.Monday, DateTimeZone.Utc);
        await RecordAsync(town, "A checklist for exports", Kpi.PromisesKept);
        var hidden = await town.CaseAsync("ACME-99", opened: 2000, restricted: true);
        await RecordAsync(town, "Secret of ACME-99", Kpi.PromisesKept, hidden);
        (await town.SaidAsync()).ShouldNotContain("Improvements", Case.Sensitive, "there are no cases");
        for (var i = 0; i < 10; i++)
        {
            await CaseAsync(town, $"ACME-1{i}", Ago + 100, kept: i < 3);
            await CaseAsync(town, $"ACME-2{i}", Ago - 100, kept: i < 9);
        }

        await town.Job().RunAsync(ReportsTown.Monday - Duration.FromDays(7), CancellationToken.None);
        await town.RunAsync("update improvements set told_in = null");
        await town.Job().RunAsync(ReportsTown.Monday, CancellationToken.None);
        const string Line = "Improvements: A checklist for exports: Promises kept: 30% before, 90% after, better (10 and 10 cases)";
        var posted = await town.PostedAsync();
        posted[^1].ShouldContain(Line);
        posted[^1].ShouldNotContain("ACME-99");

        await town.Job().RunAsync(ReportsTown.Monday + Duration.FromDays(7), CancellationToken.None);
        (await town.PostedAsync())[^1].ShouldNotContain("Improvements");
        (await town.Desk.DrawAsync(week, null, CancellationToken.None)).ToPlain().ShouldContain(Line, customMessage: "the same digest, drawn anew");
    }

    private static async Task<string> SayAsync(ReportsTown town, Kpi kpi)
    {
        var improvement = new Improvement(Guid.NewGuid(), ReportsTown.Monday - Duration.FromHours(Ago), "x", null, "Dana", kpi);
        return (await town.Improvements(town.Database).MeasureAsync(improvement, ReportsTown.Monday, CancellationToken.None)).Words;
    }

    private static Task RecordAsync(ReportsTown town, string what, Kpi kpi, Guid? caseId = null) => town.RunAsync(
        "insert into improvements (id, at, what, by_name, kpi, case_id, recorded_by, recorded_at) values (gen_random_uuid(), $1, $2, 'Dana', $3, $4, 'Dana', $1)",
        ReportsTown.Monday - Duration.FromHours(Ago), what, kpi, caseId);

    /// <param name="hours">When all of it happened, before the Monday.</param>
    private static async Task CaseAsync(
        ReportsTown town, string reference, double hours, bool back = false, int rating = 5, string gap = "none", bool recurring = false, bool bounced = false, bool kept = true)
    {
        var c = await town.CaseAsync(reference, opened: hours + 5, resolved: hours);
        var at = ReportsTown.Monday - Duration.FromHours(hours);
        await town.RunAsync(
            "insert into resolutions (case_id, number, at, by_name, done, cause, reason, reopened_at, rating, rated_at) values ($1, 1, $2, '', '', '', 'other', $3, $4, $2)",
            c, at, back ? at : null, rating);
        await town.RunAsync("insert into reviews (case_id, done_at, root_cause, detection_gap, recurring) values ($1, $2, 'capacity', $3, $4)", c, at, gap, recurring);
        await town.RunAsync(
            "insert into handoffs (id, case_id, state, sent_at, sent_by, to_name, score, again, platform, channel_id, user_id) values ($1, $1, 'Ended', $2, 'Dana', '', 80, false, 'slack', 'C1', '')", c, at);
        if (bounced)
        {
            await town.RunAsync(
                "insert into handoff_questions (id, handoff_id, case_id, kind, at, by, missing, question, promise_id) values ($1, $1, $1, 'Bounce', $2, 'Priya', '{steps}', '', $1)", c, at);
        }

        await town.PromiseAsync(c, kept ? "Resolve" : "LevelResponse", kept ? "Kept" : "Broken", fulfilled: hours, broken: kept ? null : hours, started: hours);
    }
}
