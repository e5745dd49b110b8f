using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Handover;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Handover;

public sealed class HandoverRulesTests
{
    private static readonly Instant Now = DeskWorld.Noon;
    private static readonly Actor Jun = new(Guid.NewGuid(), "Jun Tanaka", Side.Staff);
    private static readonly SupportCase Case = Draft.In(CaseStatus.WithEngineering, Now) with { EngineeringOwner = new Party(Guid.NewGuid(), "Mateo Silva") };

    [Fact]
    public void Whoever_accepts_is_the_engineer_from_then_on()
    {
        var after = HandoverRules.Accept(Case, Jun, In(HandoffState.Sent)).After!;
        after.EngineeringOwner.ShouldBe(new Party(Jun.Id!.Value, Jun.Name));
        after.Owner.ShouldBe(Case.Owner);
        after.Status.ShouldBe(CaseStatus.WithEngineering);
    }

    [Theory]
    [InlineData(HandoffState.Accepted, "Mateo Silva accepted the brief of ACME-1 at 12:00 UTC; there is nothing left to accept or send back.")]
    [InlineData(HandoffState.Bounced, "Mateo Silva sent the brief of ACME-1 back; support is completing it.")]
    [InlineData(HandoffState.Ended, "This brief of ACME-1 is no longer open. Ask for the newest with /liaison brief ACME-1")]
    internal void A_brief_is_answered_once(HandoffState state, string said)
    {
        HandoverRules.Accept(Case, Jun, In(state)).Refusal!.ToPlain().ShouldBe(said);
        HandoverRules.Bounce(Case, Jun, In(state), "Missing: steps.").Refusal!.ToPlain().ShouldBe(said);
    }

    [Fact]
    public void A_bounce_gives_the_case_back_to_support()
    {
        var decision = HandoverRules.Bounce(Case, Jun, In(HandoffState.Sent), "Missing: steps to see it.");
        decision.After!.EngineeringOwner.ShouldBeNull();
        decision.After.Status.ShouldBe(CaseStatus.Investigating);
        decision.Events.ShouldHaveSingleItem().Text.ShouldBe("Jun Tanaka sent the technical brief back. Missing: steps to see it.");
        decision.Events[0].ForCustomer.ShouldBeFalse();
    }

    [Fact]
    public void A_case_that_waits_goes_on_waiting_while_the_brief_travels()
    {
        var waiting = Case with { Status = CaseStatus.WaitingOnCustomer };
        HandoverRules.Accept(waiting, Jun, In(HandoffState.Sent)).After!.Status.ShouldBe(CaseStatus.WaitingOnCustomer);
        HandoverRules.Bounce(waiting, Jun, In(HandoffState.Sent), "").After!.Status.ShouldBe(CaseStatus.WaitingOnCustomer);
    }

    [Theory]
    [InlineData(CaseStatus.Closed)]
    [InlineData(CaseStatus.Cancelled)]
    [InlineData(CaseStatus.Resolved)]
    internal void An_ended_case_is_handed_to_nobody(CaseStatus status)
    {
        var ended = Case with { Status = status };
        HandoverRules.Send(ended, Jun, null, "x", BriefScore.Of(ended)).Refusal.ShouldNotBeNull();
        HandoverRules.Accept(ended, Jun, In(HandoffState.Sent)).Refusal.ShouldNotBeNull();
        HandoverRules.Bounce(ended, Jun, In(HandoffState.Sent), "").Refusal.ShouldNotBeNull();
        HandoverRules.Supply(ended, Jun, ended.Details, null, "").Refusal.ShouldNotBeNull();
    }

    private static Handoff In(HandoffState state) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = Case.Id,
        State = state,
        SentAt = Now,
        SentBy = "Dana Park",
        Score = 60,
        Where = new ToPerson("slack", "U0MATEO"),
        AnsweredAt = state == HandoffState.Sent ? null : Now,
        AnsweredBy = state == HandoffState.Sent ? "" : "Mateo Silva",
    };
}
