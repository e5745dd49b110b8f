using ChatLiaison.Cases;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Cases;

public sealed class PathRulesTests
{
    private static readonly Instant Now = DeskWorld.Noon;
    private static readonly Actor Dana = new(Guid.NewGuid(), "Dana Park", Side.Staff);
    private static readonly Party Jun = new(Guid.NewGuid(), "Jun Tanaka");

    private static SupportCase Held => Draft.In(CaseStatus.Investigating, Now) with { Owner = new Party(Dana.Id!.Value, Dana.Name) };

    [Fact]
    public void It_is_asked_once_somebody_has_the_case_and_until_somebody_said()
    {
        PathRules.IsAsked(Draft.In(CaseStatus.New, Now)).ShouldBeFalse();
        PathRules.IsAsked(Draft.In(CaseStatus.Acknowledged, Now)).ShouldBeTrue();
        PathRules.IsAsked(Held).ShouldBeTrue();
        PathRules.IsAsked(Held with { EngineeringOwner = Jun }).ShouldBeFalse();
        PathRules.IsAsked(Held with { Status = CaseStatus.WaitingOnCustomer }).ShouldBeFalse();
        PathRules.IsAsked(PathRules.Settle(Held, Dana, Now).After!).ShouldBeFalse();
    }

    [Fact]
    public void The_answer_keeps_who_and_when_and_can_be_changed()
    {
        var yes = PathRules.Settle(Held, Dana, Now);
        yes.After!.Course.ShouldBe(new CaseCourse { Path = CasePath.Support, PathBy = "Dana Park", PathAt = Now });
        yes.Events.ShouldHaveSingleItem().ForCustomer.ShouldBeFalse();
        PathRules.Settle(yes.After, Dana, Now).Refusal!.ToPlain().ShouldBe("That is on record for ACME-1 already.");

        var no = PathRules.NeedEngineering(yes.After, Dana, "It is in the exporter.", Now + Duration.FromHours(1));
        no.After!.Course.Path.ShouldBe(CasePath.Engineering);
        no.Events.ShouldHaveSingleItem().Text.ShouldBe("Dana Park says that it needs engineering. It is in the exporter.");
        PathRules.Settle(no.After, Dana, Now).After!.Course.Path.ShouldBe(CasePath.Support, "engineering gave it back");
    }

    [Fact]
    public void Only_whoever_holds_it_says_that_they_can_settle_it()
    {
        PathRules.Settle(Held with { Owner = Jun }, Dana, Now).Refusal!.ToPlain().ShouldBe("Jun Tanaka holds ACME-1. Take it first, then say so.");
        PathRules.Settle(Held with { Owner = null }, Dana, Now).Refusal!.ToPlain().ShouldBe("Nobody holds ACME-1. Take it first, then say so.");
        PathRules.Settle(Held with { EngineeringOwner = Jun }, Dana, Now).Refusal!.ToPlain().ShouldStartWith("Jun Tanaka of engineering has ACME-1.");
        PathRules.NeedEngineering(Held with { EngineeringOwner = Jun }, Dana, "", Now).Refusal!.ToPlain().ShouldBe("Jun Tanaka of engineering has ACME-1 already.");
        PathRules.Settle(Held with { Status = CaseStatus.Resolved }, Dana, Now).Refusal!.ToPlain().ShouldStartWith("ACME-1 is resolved.");
    }

    [Fact]
    public void What_is_stored_comes_back_as_it_was()
    {
        CaseCourse.FromJson("{}").ShouldBe(new CaseCourse());
        var course = EndingRules.RejectFix(EndingRules.ReportFix(PathRules.NeedEngineering(Held, Dana, "", Now).After!, Dana, "A null check.", "Export").After!, Dana).After!.Course;
        CaseCourse.FromJson(course.ToJson()).ShouldBe(course);
        CaseCourse.FromJson(new CaseCourse().ToJson()).ShouldBe(new CaseCourse());
    }

    [Fact]
    public void A_case_that_comes_back_is_asked_about_anew()
    {
        var resolved = EndingRules.Resolve(PathRules.Settle(Held, Dana, Now).After!, Dana, "Restarted it", Now).After!;
        var back = EndingRules.Reopen(resolved, DeskWorld.Ada, "It hangs again.").After!;
        back.Course.Path.ShouldBe(CasePath.Open);
        back.Course.NotFixed.ShouldBe(0, "engineering had no part in it");
        PathRules.IsAsked(back).ShouldBeTrue();
    }
}
