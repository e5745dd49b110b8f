using ChatLiaison.Cases;
using ChatLiaison.Playbook;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>What a look at a promise leads to.</summary>
/// <param name="After">The promise as it now stands.</param>
/// <param name="Nudge">The number of the milestone that its owner is told of; null when nobody is told.</param>
/// <param name="Broke">It broke at this look.</param>
/// <param name="Act">What is to be done with its case: climb or close; null for nothing.</param>
internal readonly record struct PromiseLook(Promise After, int? Nudge, bool Broke, string? Act);

/// <summary>How promises start, pause, end, and what a look at one leads to. Pure.</summary>
internal static class PromiseRules
{
    public const string Climb = "Climb";
    public const string AutoClose = "AutoClose";

    public static Promise Scheduled(Promise promise, PromisePolicy policy)
    {
        var calendar = policy.Calendar(promise.Calendar);
        var due = promise.Clock.Due(calendar);
        var scheduled = promise with { DueAt = due };
        var milestones = Milestones.Of(scheduled, policy);
        return scheduled with { NextLook = promise.Warned < milestones.Count ? milestones[promise.Warned].At : null };
    }

    /// <summary>Looks at a promise. Milestones missed while nobody looked are passed at once, and only the newest is told.</summary>
    public static PromiseLook Look(Promise promise, PromisePolicy policy, Instant now)
    {
        var milestones = Milestones.Of(promise, policy);
        var passed = promise.Warned;
        while (passed < milestones.Count && milestones[passed].At <= now)
        {
            passed++;
        }

        if (passed == promise.Warned)
        {
            return new(promise with { NextLook = passed < milestones.Count ? milestones[passed].At : null }, null, false, null);
        }

        var after = promise with { Warned = passed, NextLook = passed < milestones.Count ? milestones[passed].At : null };
        if (promise.IsTimer)
        {
            var act = promise.Kind == PromiseKind.CloseTimer ? AutoClose : Climb;
            return new(after with { State = PromiseState.Kept, FulfilledAt = now, NextLook = null }, null, false, act);
        }

        var breaks = promise.State == PromiseState.Running && (promise.BreakAt ?? promise.DueAt) <= now;
        if (breaks)
        {
            after = after with { State = PromiseState.Broken, BrokenAt = promise.BreakAt ?? promise.DueAt };
        }

        // A warning that a re-target overtook was passed without a look.
        var before = promise.Warned == 0 || IsOvertaken(milestones[promise.Warned - 1], promise) ? Instant.MinValue : milestones[promise.Warned - 1].At;
        return new(after, passed - 1, breaks, ActFor(promise, breaks, before, milestones[passed - 1].At, policy));
    }

    public static Promise Keep(Promise promise, Instant now) => promise with
    {
        State = promise.State == PromiseState.Broken || (promise.BreakAt ?? promise.DueAt) < now ? PromiseState.Broken : PromiseState.Kept,
        BrokenAt = promise.BrokenAt ?? ((promise.BreakAt ?? promise.DueAt) < now ? promise.BreakAt ?? promise.DueAt : null),
        FulfilledAt = now,
        NextLook = null,
    };

    public static Promise Cancel(Promise promise, Instant now) => promise.State == PromiseState.Broken
        ? promise with { FulfilledAt = now, NextLook = null, Dropped = true }
        : promise with { State = PromiseState.Cancelled, FulfilledAt = now, NextLook = null };

    /// <summary>
    /// What can't go on while somebody is waited on. What the customer was told or waits for never stands still: an answer, an update at a
    /// named time, news, somebody's word; nor does acknowledging (design §3). The cadence does only while they are the one who is waited on.
    /// </summary>
    public static bool StandsStill(Promise promise, CaseStatus waiting) => promise.Kind switch
    {
        PromiseKind.StatusUpdate => !promise.IsNamedUpdate && waiting == CaseStatus.WaitingOnCustomer,
        PromiseKind.FirstResponse or PromiseKind.Resolve or PromiseKind.LevelResponse or PromiseKind.ClimbTimer => true,
        _ => false,
    };

    public static Promise Pause(Promise promise, BusinessCalendar calendar, Instant now) => promise.State == PromiseState.Running
        ? promise with { State = PromiseState.Paused, Clock = promise.Clock.Pause(now, calendar), DueAt = null, BreakAt = null, NextLook = null }
        : promise;

    public static Promise Resume(Promise promise, PromisePolicy policy, Instant now) => promise.State == PromiseState.Paused
        ? Scheduled(promise with { State = PromiseState.Running, Clock = promise.Clock.Resume(now) }, policy)
        : promise;

    /// <summary>Gives a running promise another span or calendar; what has elapsed and the pauses are kept.</summary>
    public static Promise Retarget(Promise promise, Priority priority, Duration span, string calendar, PromisePolicy policy, Instant now)
    {
        var clock = promise.Clock.Retarget(span, now, policy.Calendar(promise.Calendar));
        var after = promise with { Clock = clock, Priority = priority, Calendar = calendar };
        if (promise.State != PromiseState.Running)
        {
            return after;
        }

        // Milestones that the new span has already passed are not told again.
        var scheduled = Scheduled(after with { Warned = 0 }, policy);
        var behind = Milestones.Of(scheduled, policy).TakeWhile(m => m.At <= now && m.Kind is (MilestoneKind.Start or MilestoneKind.Warning)).Count();
        return Scheduled(scheduled with { Warned = behind }, policy);
    }

    private static bool IsOvertaken(Milestone milestone, Promise promise) =>
        milestone.Kind == MilestoneKind.Warning && milestone.At == promise.Clock.CountedTo && promise.Clock.CountedTo > promise.Clock.StartedAt;

    private static string? ActFor(Promise promise, bool breaks, Instant before, Instant newest, PromisePolicy policy)
    {
        if (promise.Kind is not (PromiseKind.Acknowledge or PromiseKind.LevelResponse) || promise.CaseId is null)
        {
            return null;
        }

        if (promise.Kind == PromiseKind.Acknowledge && promise.Priority == Priority.P1)
        {
            // K18: said again every few minutes; the next level after the critical wait, whatever the acknowledge span.
            var climbAt = promise.Clock.StartedAt + policy.CriticalNextLevel;
            return before < climbAt && newest >= climbAt ? Climb : null;
        }

        return breaks ? Climb : null;
    }
}
