using ChatLiaison.Playbook;
using ChatLiaison.Resolution;
using ChatLiaison.Reviews;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Resolution;

public sealed class ClosingRulesTests
{
    private static readonly Instant Noon = DeskWorld.Noon;

    private static readonly CaseResolution Told = new(Guid.NewGuid(), 1, Noon, "Dana", "Restarted it", "A stalled job", "", "defect") { ToldAt = Noon };

    [Fact]
    public void Names_each_step_that_is_missing_and_only_those_that_are_wanted()
    {
        var needs = Enum.GetValues<ClosingStep>();
        ClosingRules.Missing(null, needs).ShouldBe(needs);
        ClosingRules.Missing(Told, needs).ShouldBe([ClosingStep.Verified, ClosingStep.FollowedUp]);
        ClosingRules.Missing(Told with { Cause = "" }, needs)[0].ShouldBe(ClosingStep.Documented);
        ClosingRules.Missing(Told with { Verified = new(Noon, "Ada", "pressed", ""), FollowedUpAt = Noon }, needs).ShouldBeEmpty();
        ClosingRules.Missing(Told, [ClosingStep.Told]).ShouldBeEmpty();
        ClosingRules.Missing(Told with { StillPromised = 1 }, [ClosingStep.Told, ClosingStep.Promised]).ShouldBe([ClosingStep.Promised]);
        ClosingRules.InWords([ClosingStep.Verified, ClosingStep.FollowedUp]).ShouldBe("it is not verified by the customer and not followed up");
    }

    [Theory]
    [InlineData("It won't happen again.", "", true)]
    [InlineData("It won’t happen again.", "", true)]
    [InlineData("This WILL NEVER HAPPEN AGAIN", "", true)]
    [InlineData("It won't happen again.", "We watch the disk", false)]
    [InlineData("We take care of it.", "", false)]
    public void Never_again_needs_a_measure(string words, string prevention, bool refused) =>
        (ClosingRules.EmptyPromise(words, prevention, new PlaybookSource().Current.Resolution.NeverAgain) is not null).ShouldBe(refused);

    [Theory]
    [InlineData(5, 2, true)]
    [InlineData(5, 3, false)]
    [InlineData(2, 1, true)]
    [InlineData(2, 2, false)]
    public void A_low_rating_is_low_on_either_scale(int of, int score, bool low) => new Rating(score, of, "Ada", Noon, "").IsLow.ShouldBe(low);

    [Fact]
    public void It_looks_recurring_when_two_signs_agree()
    {
        LikeCase Like(bool type, bool reason, bool cause) => new("ACME-1", Noon, type, reason, cause);
        ReviewRules.LooksRecurring([]).ShouldBeFalse();
        ReviewRules.LooksRecurring([Like(true, false, false), Like(true, false, false)]).ShouldBeFalse();
        ReviewRules.LooksRecurring([Like(false, true, false)]).ShouldBeFalse();
        ReviewRules.LooksRecurring([Like(false, true, false), Like(false, true, false)]).ShouldBeTrue();
        ReviewRules.LooksRecurring([Like(true, true, false)]).ShouldBeTrue();
        ReviewRules.LooksRecurring([Like(false, false, true)]).ShouldBeTrue();
    }
}
