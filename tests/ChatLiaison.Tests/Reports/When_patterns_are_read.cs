using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Reports;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Reports;

public sealed class When_patterns_are_read
{
    private static readonly ChatPerson Lee = new("slack", "U1", "Lee", External: false);
    private static readonly ChatPlace Here = new("slack", PlaceKind.Channel, "C1");
    private static readonly Caller Caller = new(Lee, Guid.NewGuid(), "Lee", new HashSet<Role> { Role.Liaison }, null) { Now = ReportsTown.Monday };

    [Fact]
    public async Task What_rose_most_stands_first_with_the_span_before_beside_it()
    {
        await using var town = await ReportsTown.CreateAsync();
        var n = 0;
        foreach (var (days, reason, cause, gap, missing) in new[]
                 {
                     (1, "defect", "capacity", "not-monitored", "steps"), (2, "defect", "capacity", "none", "steps"), (3, "defect", "data", "not-monitored", "version"),
                     (4, "how-to", "data", "none", "steps"), (40, "how-to", "capacity", "not-monitored", "version"), (41, "how-to", "data", "none", "version"), (70, "other", "code", "threshold", "impact"),
                 })
        {
            var c = await town.CaseAsync($"ACME-{++n}", opened: (days * 24) + 1);
            await AddAsync(town, c, days, reason, cause, gap, missing);
            await town.PromiseAsync(c, n < 4 ? "FirstResponse" : "Resolve", "Broken", broken: days * 24);
        }

        var restricted = await town.CaseAsync("ACME-99", opened: 30, restricted: true);
        await AddAsync(town, restricted, 1, "hidden", "hidden", "hidden", "steps");

        (await ShowAsync(town, "")).ShouldBe(
            """
            Patterns of the last 30 days
            In brackets the 30 days before. What rose most stands first.
            Reasons: Defect in the product 3 (0), Question about use 1 (2)
            Briefs sent back for want of: Steps to see it 3 (0), Product version 1 (2)
            Broken promises: First response 3 (0), Resolution 1 (2)
            Came back: Defect in the product 3 (0), Question about use 1 (2)
            Root causes: Capacity 2 (1), Data 2 (1)
            Why they saw it first: Nothing watches it 2 (1)
            Keeps coming: Capacity at Acme Ltd 2 (1), Data at Acme Ltd 2 (1)
            """.ReplaceLineEndings("\n"));
        (await ShowAsync(town, "90d")).ShouldContain("Reasons: Defect in the product 3 (0), Question about use 3 (0), Something else 1 (0)");
    }

    [Fact]
    public async Task Says_so_when_there_is_nothing_and_what_may_follow_when_it_does_not_understand()
    {
        await using var town = await ReportsTown.CreateAsync();
        (await ShowAsync(town, "30")).ShouldContain("Nothing is on record for these days.");
        (await RunAsync(town, "a year")).ShouldBeOfType<RefusedReply>().Reason.ToPlain().ShouldBe("Patterns are counted over 30 or 90 days. Call /liaison patterns 30d or /liaison patterns 90d.");
    }

    private static async Task AddAsync(ReportsTown town, Guid c, int days, string reason, string cause, string gap, string missing)
    {
        var at = ReportsTown.Monday - Duration.FromDays(days);
        await town.RunAsync("insert into resolutions (case_id, number, at, by_name, done, cause, reason, reopened_at) values ($1, 1, $2, '', '', '', $3, $2)", c, at, reason);
        await town.RunAsync("insert into reviews (case_id, done_at, root_cause, detection_gap, recurring) values ($1, $2, $3, $4, true)", c, at, cause, gap);
        await town.RunAsync(
            "insert into handoff_questions (id, handoff_id, case_id, kind, at, by, missing, question, promise_id) values ($1, $1, $1, 'Bounce', $2, 'Priya', array[$3], '', $1)", c, at, missing);
    }

    private static async Task<string> ShowAsync(ReportsTown town, string text) => (await RunAsync(town, text)).ShouldBeOfType<CardReply>().Card.ToPlain();

    private static Task<Reply> RunAsync(ReportsTown town, string text) => new PatternsCommand(new PatternReader(new PatternStore(town.Database), town.Playbooks, town.Directory))
        .RunAsync(Caller, new CommandCall(Lee, Here, "", "liaison patterns", text), CancellationToken.None);
}
