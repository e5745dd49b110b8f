using ChatLiaison.Cases;
using ChatLiaison.Storage;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Promises;

/// <summary>What is owed on one case while one act is carried out: each change goes into the unit of work.</summary>
internal sealed class Ledger(List<Promise> owed, PromisePlan plan, UnitOfWork work, Instant now)
{
    public PromisePlan Plan { get; } = plan;

    public bool Owes(params PromiseKind[] kinds) => owed.Exists(p => kinds.Contains(p.Kind));

    /// <summary>The customer waits for words of ours.</summary>
    public bool OwesAnswer => owed.Exists(p => p.Kind.IsAnswer());

    /// <summary>This update comes before the one that is owed; when none is, and the customer doesn't wait for an answer anyway, any is stricter.</summary>
    public bool IsStricter(Promise update) => owed.Find(p => p.Kind == PromiseKind.StatusUpdate) switch
    {
        null => !OwesAnswer,
        { State: PromiseState.Paused } still => update.Clock.Span < still.Clock.Span - still.Clock.Elapsed,
        { State: PromiseState.Running } running => update.DueAt < running.DueAt,
        _ => false,
    };

    /// <summary>The same step of the ladder, for the same reason, is owed already.</summary>
    public bool Owes(Promise timer) => owed.Exists(p => p.Kind == timer.Kind && p.Level == timer.Level && p.Reason == timer.Reason);

    public void Start(Promise? promise)
    {
        if (promise is null)
        {
            return;
        }

        PromiseStore.Insert(work, promise);
        owed.Add(promise);
    }

    /// <summary>Starts what the customer is told: by a message, else by the card of their case, which says when they hear next.</summary>
    /// <param name="saidAs">Our name of the message; empty for the card.</param>
    public void StartTold(SupportCase c, Promise? promise, string by, string saidAs = "")
    {
        Start(promise);
        if (promise is not null)
        {
            Tell(work, c, promise, by, saidAs);
        }
    }

    public static void Tell(UnitOfWork work, SupportCase c, Promise promise, string by, string saidAs = "")
    {
        if (saidAs.Length > 0 || c.ChannelId.Length > 0)
        {
            CommitmentStore.Insert(work, c.Id, new Commitment(promise.Id, CommitmentKind.Personal, promise.Reason) { Told = true }, by, saidAs.Length > 0 ? saidAs : c.CustomerAnchor);
        }
    }

    /// <summary>The customer was told a time of the next update that still lies ahead.</summary>
    public bool OwesNamedUpdate => owed.Exists(IsNamedAhead);

    /// <summary>The update is sent. Mere words keep what the playbook's cadence asks for, but not an update that was named for a later time.</summary>
    /// <param name="whole">It is the update itself, or names the time of the next one.</param>
    public void KeepUpdate(string why, bool whole) => Settle(
        p => p.Kind == PromiseKind.StatusUpdate && (whole || !IsNamedAhead(p)), p => PromiseRules.Keep(p, now), "Kept", why);

    private bool IsNamedAhead(Promise p) => p.IsNamedUpdate && p.DueAt > now;

    public void Keep(string why, params PromiseKind[] kinds) => Settle(p => kinds.Contains(p.Kind), p => PromiseRules.Keep(p, now), "Kept", why);

    /// <summary>Keeps these very promises, whatever their kind.</summary>
    public void Keep(string why, IReadOnlyList<Guid> ids) => Settle(p => ids.Contains(p.Id), p => PromiseRules.Keep(p, now), "Kept", why);

    public void Cancel(string why, IReadOnlyList<Guid> ids) => Settle(p => ids.Contains(p.Id), p => PromiseRules.Cancel(p, now), "Withdrawn", why);

    public void Cancel(string why, params PromiseKind[] kinds) => Settle(p => kinds.Contains(p.Kind), p => PromiseRules.Cancel(p, now), "Cancelled", why);

    /// <summary>Somebody answers the escalation: what the case's own level and those below it owe, and what they owe themselves. A brief that waits for engineering still does.</summary>
    public void KeepAnswers(SupportCase c, Actor by, string why) => Settle(
        p => p.Kind == PromiseKind.LevelResponse && (p.Level <= c.Level || (by.Id is { } me && p.OwnerId == me)), p => PromiseRules.Keep(p, now), "Kept", why);

    /// <summary>Nobody waits any longer for the case's own level and those below it.</summary>
    public void CancelAnswers(SupportCase c, string why) => Settle(
        p => p.Kind == PromiseKind.LevelResponse && p.Level <= c.Level, p => PromiseRules.Cancel(p, now), "Cancelled", why);

    /// <summary>The wait is over: whoever looked again has done so, and nobody need when an answer came.</summary>
    public void EndCheckBack(string by, bool looked) => Settle(
        p => p.Kind == PromiseKind.CheckBack, p => looked ? PromiseRules.Keep(p, now) : PromiseRules.Cancel(p, now), looked ? "Kept" : "Cancelled", $"{by} ended the wait.");

    /// <summary>What has no sense any more once a case is resolved, is worked on again, or has ended; what somebody gave their word on goes on.</summary>
    public void CancelWork(string why) => Settle(p => !p.OutlivesCase, p => PromiseRules.Cancel(p, now), "Cancelled", why);

    public void Pause(CaseStatus waiting) => Change(
        p => p.State == PromiseState.Running && PromiseRules.StandsStill(p, waiting),
        p => PromiseRules.Pause(p, Plan.Policy.Calendar(p.Calendar), now), "Paused", waiting.ForStaff() + ".");

    public void Resume(string why) => Change(p => p.State == PromiseState.Paused, p => PromiseRules.Resume(p, Plan.Policy, now), "Resumed", why);

    /// <summary>Gives what runs the targets that the case has now; what has elapsed is kept.</summary>
    public void Retarget(SupportCase c, string why)
    {
        var pace = PromisePlan.PaceOf(c);
        Change(
            p => Plan.SpanAt(p.Kind, pace) is not null,
            p => PromiseRules.Retarget(p, c.Priority, Plan.SpanAt(p.Kind, pace)!.Value, Plan.CalendarFor(pace), Plan.Policy, now),
            "Retargeted", why);
    }

    private void Settle(Predicate<Promise> which, Func<Promise, Promise> how, string what, string why)
    {
        foreach (var promise in owed.FindAll(which))
        {
            var settled = how(promise);
            PromiseStore.Update(work, settled, settled is { State: PromiseState.Broken, Dropped: false } ? "Late" : what, why);
            owed.Remove(promise);
        }
    }

    private void Change(Predicate<Promise> which, Func<Promise, Promise> how, string what, string why)
    {
        foreach (var promise in owed.FindAll(which))
        {
            var changed = how(promise);
            owed[owed.IndexOf(promise)] = changed;
            var due = changed.DueAt is { } at ? $" Due {InstantPattern.General.Format(at)}." : "";
            PromiseStore.Update(work, changed, what, why + due);
        }
    }
}
