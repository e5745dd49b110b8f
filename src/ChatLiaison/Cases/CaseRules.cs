using ChatLiaison.Chat;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Cases;

/// <summary>What may be done to a case and what becomes of it. Pure: the instant is given, nothing is read or written.</summary>
internal static class CaseRules
{
    public static CaseDecision Acknowledge(SupportCase c, Actor by, Instant now)
    {
        if (Ended(c) is { } refusal)
        {
            return refusal;
        }

        if (c.AcknowledgedAt is { } at)
        {
            return CaseDecision.Refuse(CustomerText.Of(
                $"{CustomerText.Name(c.AcknowledgedBy ?? "Somebody")} acknowledged {c.ReferenceText} at {at:t}; there is nothing left to acknowledge."));
        }

        var owner = c.Owner ?? Me(by);
        return CaseDecision.To(
            Acknowledged(c, by, now) with { Owner = owner },
            new CaseEvent(CaseEventKind.Acknowledged, $"Acknowledged by {by.Name}."));
    }

    public static CaseDecision Take(SupportCase c, Actor by, Instant now)
    {
        if (Ended(c) is { } refusal)
        {
            return refusal;
        }

        if (c.Owner?.Id == by.Id && c.Status == CaseStatus.Investigating)
        {
            return CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is yours already."));
        }

        var before = c.Owner is { } owner && owner.Id != by.Id ? $" from {owner.Name}" : "";
        return CaseDecision.To(
            Working(Acknowledged(c, by, now)) with { Owner = Me(by) },
            new CaseEvent(CaseEventKind.Taken, $"{by.Name} took the case{before}."));
    }

    /// <summary>Answers an escalation: whoever presses is on it, and holds the case unless they are named on it already.</summary>
    public static CaseDecision OnIt(SupportCase c, Actor by, Instant now)
    {
        if (Ended(c) is { } refusal)
        {
            return refusal;
        }

        var named = c.Owner?.Id == by.Id || c.EngineeringOwner?.Id == by.Id;
        return CaseDecision.To(
            Working(Acknowledged(c, by, now)) with { Owner = named ? c.Owner : Me(by) },
            new CaseEvent(CaseEventKind.OnIt, $"{by.Name} is on it."));
    }

    public static CaseDecision Assign(SupportCase c, Actor by, Party to, Instant now)
    {
        if (Ended(c) is { } refusal)
        {
            return refusal;
        }

        return c.Owner?.Id == to.Id
            ? CaseDecision.Refuse(CustomerText.Of($"{CustomerText.Name(to.Name)} holds {c.ReferenceText} already."))
            : CaseDecision.To(
                Acknowledged(c, by, now) with { Owner = to },
                new CaseEvent(CaseEventKind.Assigned, $"{by.Name} gave the case to {to.Name}."));
    }

    /// <summary>Tells the customer something, or records that they were told. A next update in the past is refused.</summary>
    /// <param name="medium">Other than chat: one of us said it to them, and nothing is sent.</param>
    public static CaseDecision Tell(SupportCase c, Actor by, string words, Instant? nextUpdate, bool alreadySaid, Instant now, Medium medium = Medium.Chat)
    {
        if (c.Status.IsEnded())
        {
            return Ended(c)!;
        }

        if (nextUpdate <= now)
        {
            return CaseDecision.Refuse(CustomerText.Of($"The next update must lie ahead; {nextUpdate.Value} has passed. Choose a later time."));
        }

        var after = Acknowledged(c, by, now) with
        {
            FirstResponseAt = c.FirstResponseAt ?? now,
            LastUpdateAt = now,
            NextUpdateAt = nextUpdate ?? (c.NextUpdateAt > now ? c.NextUpdateAt : null),
            NewForOwner = 0,
        };
        var how = medium switch
        {
            Medium.Call => "By phone: ",
            Medium.Email => "By email: ",
            Medium.Meeting => "In a meeting: ",
            Medium.Video => "In a video call: ",
            _ => "",
        };
        return CaseDecision.To(after, new CaseEvent(CaseEventKind.CustomerTold, how + words, ForCustomer: true)
        {
            NextUpdate = nextUpdate,
            AlreadySaid = alreadySaid || medium != Medium.Chat,
            Medium = medium,
        });
    }

    public static CaseDecision CustomerWrote(SupportCase c, string words)
    {
        var after = c with { NewForOwner = c.NewForOwner + 1 };
        var wrote = new CaseEvent(CaseEventKind.CustomerWrote, words, ForCustomer: true);
        return c.Status == CaseStatus.WaitingOnCustomer
            ? CaseDecision.To(after with { Status = c.Resuming }, wrote, new CaseEvent(CaseEventKind.Resumed, "The customer answered."))
            : CaseDecision.To(after, wrote);
    }

    public static CaseDecision Note(SupportCase c, string words) => CaseDecision.To(c, new CaseEvent(CaseEventKind.Noted, words));

    /// <summary>Waits on the customer, who is asked something, or on a third party.</summary>
    /// <param name="back">When whoever holds the case looks again, should nothing have come by then; null for no such promise.</param>
    public static CaseDecision Wait(SupportCase c, Actor by, CaseStatus waiting, string words, Instant now, Instant? back = null)
    {
        if (Ended(c) is { } refusal)
        {
            return refusal;
        }

        if (c.Status == waiting)
        {
            return CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is waiting already."));
        }

        if (back <= now)
        {
            return CaseDecision.Refuse(CustomerText.Of($"The time to check back must lie ahead; {back.Value} has passed. Choose a later time."));
        }

        var told = Tell(c, by, words, null, alreadySaid: false, now);
        var asked = told.Events[0] with { SaidAs = $"said:{Commitment.NewId(now):N}:customer", Commits = back is { } due ? [Commitment.CheckBack(waiting, due, now)] : [] };
        return CaseDecision.To(told.After! with { Status = waiting }, [asked, new CaseEvent(CaseEventKind.Waiting, waiting.ForStaff() + ".")]);
    }

    public static CaseDecision Resume(SupportCase c, Actor by) => c.Status.PausesPromises()
        ? CaseDecision.To(c with { Status = c.Resuming }, new CaseEvent(CaseEventKind.Resumed, $"{by.Name} took up work again."))
        : CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is not waiting on anyone."));

    public static CaseDecision Prioritise(SupportCase c, Actor by, Priority priority)
    {
        if (Ended(c) is { } refusal)
        {
            return refusal;
        }

        return c.Priority == priority
            ? CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is {CustomerText.Name(priority.ToString())} already."))
            : CaseDecision.To(c with { Priority = priority }, new CaseEvent(CaseEventKind.PriorityChanged, $"{by.Name} changed the priority from {c.Priority} to {priority}."));
    }

    internal static Party? Me(Actor by) => by.Id is { } id ? new Party(id, by.Name) : null;

    internal static CaseDecision? Ended(SupportCase c) => c.Status switch
    {
        CaseStatus.Closed => CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is closed. Open a new case with /escalate and name this one in it.")),
        CaseStatus.Cancelled => CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} was cancelled. Open a new case with /escalate if it is needed after all.")),
        CaseStatus.Resolved => CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is resolved. Reopen it first if there is more to do.")),
        _ => null,
    };

    /// <summary>Why nothing more can be said on an ended case. A customer has no command to open another with: they write to us where we talk.</summary>
    internal static CaseDecision? EndedFor(Actor by, SupportCase c) => !c.Status.IsEnded() ? null
        : by.Side != Side.Customer ? Ended(c)
        : CaseDecision.Refuse(c.Restricted
            ? CustomerText.Of($"{c.ReferenceText} is closed. Write to us in the channel that we share, and a person takes it from there.")
            : CustomerText.Of($"{c.ReferenceText} is closed. Write in this channel what you see, and a person takes it from there."));

    /// <summary>A person's act stops the acknowledge clock; the bot's never does.</summary>
    private static SupportCase Acknowledged(SupportCase c, Actor by, Instant now) => c.AcknowledgedAt is not null || by.Side != Side.Staff
        ? c
        : c with { AcknowledgedAt = now, AcknowledgedBy = by.Name, Status = c.Status == CaseStatus.New ? CaseStatus.Acknowledged : c.Status };

    private static SupportCase Working(SupportCase c) =>
        c.Status is CaseStatus.New or CaseStatus.Acknowledged ? c with { Status = CaseStatus.Investigating } : c;
}
