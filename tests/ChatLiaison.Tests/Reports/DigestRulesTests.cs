using ChatLiaison.Playbook;
using ChatLiaison.Reports;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Reports;

public sealed class DigestRulesTests
{
    private static readonly IReadOnlyList<EscalationLevel> Levels = new PlaybookSource().Current.Levels;

    [Theory]
    [InlineData(0.5, 25)]
    [InlineData(0.9, 37)]
    [InlineData(0, 10)]
    [InlineData(1, 40)]
    public void A_percentile_lies_between_the_two_nearest_values(double share, int minutes)
    {
        long[] sorted = [.. new[] { 10, 20, 30, 40 }.Select(m => TimeSpan.FromMinutes(m).Ticks)];
        DigestRules.Percentile(sorted, share).ShouldBe(Duration.FromMinutes(minutes));
    }

    [Fact]
    public void One_value_is_every_percentile() =>
        DigestRules.SpreadOf([3 * TimeSpan.TicksPerHour]).ShouldBe(new Spread(Duration.FromHours(3), Duration.FromHours(3)));

    [Fact]
    public void Nothing_has_no_percentile() => DigestRules.SpreadOf([]).ShouldBe(Spread.None);

    [Fact]
    public void Values_are_sorted_first() => DigestRules.SpreadOf([9 * TimeSpan.TicksPerHour, TimeSpan.TicksPerHour, 2 * TimeSpan.TicksPerHour])
        .Median.ShouldBe(Duration.FromHours(2));

    [Fact]
    public void Says_why_a_customer_is_at_risk_in_plain_words()
    {
        var risk = Rank(Signs(1, broken: 2, level: 3, moods: ["calm", "angry"])).Single();
        string.Join(", ", risk.Reasons).ShouldBe("2 broken promises, 1 case at management, sentiment angry");
    }

    [Fact]
    public void Names_every_reason_that_there_is() => string.Join(", ", Rank(Signs(1, broken: 1, late: 2, level: 4, critical: 1, moods: ["at-risk-of-leaving"])).Single().Reasons)
        .ShouldBe("1 broken promise, 2 cases over target, 1 case at executive, 1 open P1 case, sentiment at risk of leaving");

    [Fact]
    public void Leaves_out_customers_with_nothing_against_them() =>
        Rank(Signs(1), Signs(2, level: 1, moods: ["calm"])).ShouldBeEmpty();

    [Fact]
    public void Puts_the_three_worst_first() =>
        Rank(Signs(1, broken: 1), Signs(2, broken: 9), Signs(3, moods: ["frustrated"]), Signs(4, level: 3), Signs(5, broken: 1))
            .Select(r => r.CustomerId).ShouldBe([2, 4, 1]);

    [Fact]
    public void Mentions_only_the_worst_mood() =>
        Rank(Signs(1, moods: ["frustrated", "Angry"])).Single().Reasons.ShouldBe(["sentiment angry"]);

    private static IReadOnlyList<CustomerRisk> Rank(params CustomerSigns[] signs) => DigestRules.MostAtRiskOf(signs, Levels, id => $"Customer {id}");

    private static CustomerSigns Signs(int id, int broken = 0, int late = 0, int level = 0, int critical = 0, string[]? moods = null) =>
        new(id, broken, late, new Dictionary<int, int> { [level] = 1 }, critical, moods ?? []);
}
