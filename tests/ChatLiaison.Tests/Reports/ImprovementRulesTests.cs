using ChatLiaison.Reports;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Reports;

public sealed class ImprovementRulesTests
{
    private static readonly Instant Changed = ReportsTown.Monday;

    [Theory]
    [InlineData(7, 7)]
    [InlineData(90, 90)]
    [InlineData(400, 90)]
    public void As_much_is_looked_at_before_the_change_as_after_it(int passed, int looked)
    {
        var (before, after) = ImprovementRules.Spans(Changed, Changed + Duration.FromDays(passed))!.Value;

        (before.Start, before.End, after.Start, after.End).ShouldBe((Changed - Duration.FromDays(looked), Changed, Changed, Changed + Duration.FromDays(looked)));
    }

    [Fact]
    public void A_change_of_this_moment_has_nothing_after_it() => ImprovementRules.Spans(Changed, Changed).ShouldBeNull();

    [Theory]
    [InlineData(Kpi.PromisesKept, 0.5, 10, 0.75, 12, "Promises kept: 50% before, 75% after, better (10 and 12 cases)")]
    [InlineData(Kpi.PromisesKept, 0.75, 10, 0.5, 12, "Promises kept: 75% before, 50% after, worse (10 and 12 cases)")]
    [InlineData(Kpi.CameBack, 0.2, 10, 0.1, 10, "Cases that come back: 20% before, 10% after, better (10 and 10 cases)")]
    [InlineData(Kpi.CameBack, 0.2, 10, 0.2, 10, "Cases that come back: 20% before and after (10 and 10 cases)")]
    [InlineData(Kpi.Resolution, 12.5, 30, 14, 31, "Time to resolve: 13h before, 14h after, worse (30 and 31 cases)")]
    [InlineData(Kpi.GoodRatings, 1, 9, 0.5, 40, "Good ratings: too few to say (9 before and 40 cases after; 10 each are needed)")]
    [InlineData(Kpi.GoodRatings, 1, 40, 0.5, 1, "Good ratings: too few to say (40 before and 1 case after; 10 each are needed)")]
    public void Says_what_it_did_or_that_there_are_too_few(object kpi, double before, int casesBefore, double after, int casesAfter, string words) =>
        ImprovementRules.Say((Kpi)kpi, new Effect(new KpiFigure(before, casesBefore), new KpiFigure(after, casesAfter))).ShouldBe(words);

    [Fact]
    public void Many_cases_without_a_figure_say_nothing() =>
        new Effect(KpiFigure.Share(0, 0, 20), KpiFigure.Share(1, 2, 20)).IsMeasurable.ShouldBeFalse();
}
