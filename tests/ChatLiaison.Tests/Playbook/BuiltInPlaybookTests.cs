using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Playbook;

public sealed class BuiltInPlaybookTests
{
    private readonly ChatLiaison.Playbook.Playbook playbook = new PlaybookSource().Current;

    [Theory]
    [InlineData("P1", 5, 30, 30, 15, 6, "always")]
    [InlineData("P2", 15, 120, 120, 30, 6, "business")]
    [InlineData("P3", 15, 240, 510, 120, 24, "business")]
    [InlineData("P4", 15, 240, null, 240, 24, "business")]
    public void Promises_by_priority(string priority, int acknowledge, int response, int? update, int inform, int resolveHours, string calendar) =>
        playbook.For(Enum.Parse<Priority>(priority)).ShouldBe(new PriorityPolicy(
            Duration.FromMinutes(acknowledge),
            Duration.FromMinutes(response),
            update is { } minutes ? Duration.FromMinutes(minutes) : null,
            Duration.FromHours(resolveHours),
            calendar) { Inform = Duration.FromMinutes(inform) });

    [Fact]
    public void Has_five_levels_that_answer_faster_the_higher_they_are()
    {
        playbook.Levels.Select(l => l.Role).ShouldBe([Role.Liaison, Role.SeniorSupport, Role.Engineering, Role.Management, Role.Executive]);
        playbook.Levels.Select(l => l.Number).ShouldBe([0, 1, 2, 3, 4]);
        playbook.Levels.Select(l => l.RespondWithin.TotalMinutes).ShouldBe([240, 240, 120, 30, 5]);
    }

    [Fact]
    public void Moves_a_case_up_by_time_or_at_once_by_an_event()
    {
        playbook.Levels[1].EnterAt.Investigating.ShouldBe(Duration.FromHours(1));
        playbook.Levels[2].EnterAt.Age.ShouldBe(Duration.FromHours(4));
        playbook.Levels[2].EnterAt.Events.ShouldBe(["technical-bug", "blocked-workflow"]);
        playbook.Levels[3].EnterAt.Age.ShouldBe(Duration.FromHours(24));
        playbook.Levels[3].EnterAt.Events.ShouldContain("cancel-threat");
        playbook.Levels[3].EnterAt.Events.ShouldContain("legal");
        playbook.Levels[4].EnterAt.ShouldBe(LevelEntry.Never);
        EscalationEvents.All.ShouldBeSubsetOf(playbook.Levels.SelectMany(l => l.EnterAt.Events), "every event leads somewhere");
    }

    [Fact]
    public void Asks_after_a_day_and_has_failed_to_after_two() =>
        playbook.FollowUp.ShouldBe(new FollowUpPolicy(Duration.FromHours(24), Duration.FromHours(48)));

    [Fact]
    public void Renotifies_a_critical_owner_and_climbs_on()
    {
        playbook.Organisation.CriticalRenotify.ShouldBe(Duration.FromMinutes(5));
        playbook.Organisation.CriticalNextLevel.ShouldBe(Duration.FromMinutes(10));
        playbook.Organisation.BundleWindow.ShouldBe(Duration.FromSeconds(60));
    }

    [Fact]
    public void Proposes_more_for_a_critical_part_of_the_business()
    {
        playbook.Propose(Impact.High, Urgency.High, critical: false).ShouldBe(Priority.P1);
        playbook.Propose(Impact.Low, Urgency.Low, critical: false).ShouldBe(Priority.P4);
        foreach (var (impact, urgency) in from i in Enum.GetValues<Impact>() from u in Enum.GetValues<Urgency>() select (i, u))
        {
            ((int)playbook.Propose(impact, urgency, critical: true)).ShouldBeLessThanOrEqualTo((int)playbook.Propose(impact, urgency, critical: false));
        }
    }

    [Fact]
    public void Has_every_script_that_the_desk_sends() => playbook.Scripts.Keys.ShouldBe(
        [
            "receipt", "what-happens-next-p1", "what-happens-next-p2", "what-happens-next-p3", "what-happens-next-p4", "senior-support",
            "engineering", "management", "executive", "initial-response", "expectations", "apology", "reassurance", "update", "resolved", "comes-back", "waiting-on-customer", "technical-details", "follow-up", "away",
        ],
        ignoreOrder: true);

    [Fact]
    public void Has_the_eight_case_types_and_the_two_that_are_restricted() => playbook.CaseTypes.Select(t => t.Key).ShouldBe(
        ["password-reset", "billing", "account-access", "login", "not-working", "performance", "feature-request", "complaint", "security", "legal"]);

    [Fact]
    public void Only_confidential_types_are_restricted() => playbook.CaseTypes.Where(t => t.Restricted).Select(t => t.Key).ShouldBe(["security", "legal"]);

    [Fact]
    public void Fills_a_script_with_spans_of_every_kind()
    {
        var at = Instant.FromUtc(2026, 11, 23, 15, 0);

        var text = playbook.Scripts["what-happens-next-p3"].Fill(("first_response", CustomerText.Of($"{at:t}")), ("name", CustomerText.Name("Ada")));

        text.ToPlain().ShouldStartWith("You will have a first answer by 15:00 UTC, and then");
        text.Spans.OfType<MomentSpan>().ShouldHaveSingleItem().At.ShouldBe(at);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Never_sends_a_script_with_a_slot_left_open(bool givenEmpty)
    {
        (string, CustomerText)[] values = givenEmpty ? [("name", CustomerText.Empty), ("case", CustomerText.Name("ACME-1"))] : [("case", CustomerText.Name("ACME-1"))];

        Should.Throw<ArgumentException>(() => playbook.Scripts["receipt"].Fill(values)).Message.ShouldContain("{name}");
    }
}
