using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Time;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Promises;

public sealed class PromiseRulesTests
{
    private static readonly Instant Start = DeskWorld.Noon;
    private static readonly PromisePolicy Policy = new([0.5, 0.8], Minutes(5), Minutes(10), _ => BusinessCalendar.Always);

    [Fact]
    public void Warns_once_at_each_point_and_says_once_that_it_is_due()
    {
        var (told, _) = Watch(Made(PromiseKind.FirstResponse, Priority.P3, 60), Minutes(1), 120);

        told.ShouldBe([30, 48, 60]);
    }

    [Fact]
    public void Milestones_that_passed_while_nobody_looked_are_one_nudge()
    {
        var look = PromiseRules.Look(Made(PromiseKind.FirstResponse, Priority.P3, 60), Policy, Start + Minutes(300));

        look.Nudge.ShouldBe(2);
        look.Broke.ShouldBeTrue();
        look.After.BrokenAt.ShouldBe(Start + Minutes(60));
        PromiseRules.Look(look.After, Policy, Start + Minutes(301)).Nudge.ShouldBeNull();
        look.After.NextLook.ShouldBeNull();
    }

    [Fact]
    public void A_critical_case_is_said_again_every_five_minutes_and_climbs_once_at_ten()
    {
        var (told, climbed) = Watch(Made(PromiseKind.Acknowledge, Priority.P1, 5), Duration.FromSeconds(30), 40);

        told.Where(m => m >= 5).ShouldBe([5, 10, 15, 20, 25, 30, 35, 40]);
        told[0].ShouldBe(0);
        climbed.ShouldBe([10]);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(37)]
    [InlineData(600)]
    public void A_critical_case_climbs_once_after_downtime_too(int minutes)
    {
        var promise = PromiseRules.Look(Made(PromiseKind.Acknowledge, Priority.P1, 5), Policy, Start).After;

        var first = PromiseRules.Look(promise, Policy, Start + Minutes(minutes));
        first.Act.ShouldBe(PromiseRules.Climb);

        Look(first.After, minutes + 1, minutes + 120).ShouldAllBe(l => l.Act == null);
    }

    [Fact]
    public void Other_cases_climb_when_their_acknowledgement_is_due()
    {
        var (_, climbed) = Watch(Made(PromiseKind.Acknowledge, Priority.P3, 15), Minutes(1), 60);

        climbed.ShouldBe([15]);
    }

    [Theory]
    [InlineData("NextResponse", false, false, false)]
    [InlineData("Inform", false, false, false)]
    [InlineData("Personal", false, false, false)]
    [InlineData("Acknowledge", false, false, false)]
    [InlineData("StatusUpdate", true, false, false)]
    [InlineData("StatusUpdate", false, true, false)]
    [InlineData("Resolve", false, true, true)]
    public void Only_what_needs_the_answer_stands_still(string kind, bool named, bool onCustomer, bool onOthers)
    {
        var promise = Made(Enum.Parse<PromiseKind>(kind), Priority.P3, 60) with { IsNamedUpdate = named };

        PromiseRules.StandsStill(promise, ChatLiaison.Cases.CaseStatus.WaitingOnCustomer).ShouldBe(onCustomer);
        PromiseRules.StandsStill(promise, ChatLiaison.Cases.CaseStatus.WaitingOnThirdParty).ShouldBe(onOthers);
    }

    [Fact]
    public void A_follow_up_is_due_after_a_day_and_broken_after_two()
    {
        var plan = new PromisePlan(new PlaybookSource().Current, null);
        var followUp = plan.FollowUp(Draft.In(ChatLiaison.Cases.CaseStatus.Resolved, Start), Start);

        var due = PromiseRules.Look(followUp, plan.Policy, Start + Duration.FromHours(24));
        due.Broke.ShouldBeFalse();
        due.Nudge.ShouldNotBeNull();
        PromiseRules.Keep(due.After, Start + Duration.FromHours(47)).State.ShouldBe(PromiseState.Kept);
        var late = PromiseRules.Look(due.After, plan.Policy, Start + Duration.FromHours(48));
        late.Broke.ShouldBeTrue();
        late.After.BrokenAt.ShouldBe(Start + Duration.FromHours(48));
    }

    [Fact]
    public void A_pause_keeps_what_has_elapsed()
    {
        var paused = PromiseRules.Pause(Made(PromiseKind.Resolve, Priority.P3, 60), BusinessCalendar.Always, Start + Minutes(20));
        paused.DueAt.ShouldBeNull();
        paused.NextLook.ShouldBeNull();

        var resumed = PromiseRules.Resume(paused, Policy, Start + Minutes(500));

        resumed.DueAt.ShouldBe(Start + Minutes(540));
        resumed.Clock.Elapsed.ShouldBe(Minutes(20));
    }

    [Fact]
    public void A_re_target_keeps_what_has_elapsed_and_repeats_no_warning()
    {
        var promise = PromiseRules.Look(Made(PromiseKind.Resolve, Priority.P3, 60), Policy, Start + Minutes(30)).After;

        var same = PromiseRules.Retarget(promise, Priority.P2, Minutes(60), "always", Policy, Start + Minutes(40));
        same.DueAt.ShouldBe(Start + Minutes(60));
        PromiseRules.Look(same, Policy, Start + Minutes(40)).Nudge.ShouldBeNull();
        same.NextLook.ShouldBe(Start + Minutes(48));

        var longer = PromiseRules.Retarget(promise, Priority.P4, Minutes(240), "always", Policy, Start + Minutes(40));
        longer.DueAt.ShouldBe(Start + Minutes(240));
        longer.NextLook.ShouldBe(Start + Minutes(120), "half of the new span lies ahead and is warned of");

        var shorter = PromiseRules.Retarget(promise, Priority.P1, Minutes(30), "always", Policy, Start + Minutes(40));
        shorter.DueAt.ShouldBe(Start + Minutes(40));
    }

    [Fact]
    public void A_case_that_becomes_critical_late_climbs_at_once_and_once()
    {
        var late = PromiseRules.Retarget(Made(PromiseKind.Acknowledge, Priority.P3, 15), Priority.P1, Minutes(5), "always", Policy, Start + Minutes(12));

        var first = PromiseRules.Look(late, Policy, Start + Minutes(12));
        first.Act.ShouldBe(PromiseRules.Climb);

        Look(first.After, 13, 120).ShouldAllBe(l => l.Act == null);
    }

    [Theory]
    [InlineData(59, "Kept")]
    [InlineData(60, "Kept")]
    [InlineData(61, "Broken")]
    public void Is_kept_up_to_the_very_instant_it_is_due(int minutes, string state)
    {
        var settled = PromiseRules.Keep(Made(PromiseKind.Resolve, Priority.P3, 60), Start + Minutes(minutes));

        settled.State.ToString().ShouldBe(state);
        settled.FulfilledAt.ShouldBe(Start + Minutes(minutes));
        settled.IsOwed.ShouldBeFalse();
    }

    private static Promise Made(PromiseKind kind, Priority priority, int minutes) => PromiseRules.Scheduled(
        new Promise
        {
            Id = Guid.NewGuid(),
            CaseId = Guid.NewGuid(),
            CustomerId = 1,
            Kind = kind,
            Reason = "why",
            Priority = priority,
            PolicyVersion = "v",
            Calendar = "always",
            Clock = PromiseClock.Start(Start, Minutes(minutes)),
        },
        Policy);

    /// <summary>Looks again and again; gives the minutes at which somebody was told, and those at which the case climbed.</summary>
    private static (List<double> Told, List<double> Climbed) Watch(Promise promise, Duration every, int minutes)
    {
        var (told, climbed) = (new List<double>(), new List<double>());
        for (var at = Start; at <= Start + Minutes(minutes); at += every)
        {
            var look = PromiseRules.Look(promise, Policy, at);
            promise = look.After;
            if (look.Nudge is not null)
            {
                told.Add((at - Start).TotalMinutes);
            }

            if (look.Act is not null)
            {
                climbed.Add((at - Start).TotalMinutes);
            }
        }

        return (told, climbed);
    }

    private static List<PromiseLook> Look(Promise promise, int from, int to)
    {
        var looks = new List<PromiseLook>();
        for (var minute = from; minute <= to; minute++)
        {
            looks.Add(PromiseRules.Look(promise, Policy, Start + Minutes(minute)));
            promise = looks[^1].After;
        }

        return looks;
    }

    private static Duration Minutes(int minutes) => Duration.FromMinutes(minutes);
}
