using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Promises;
using NodaTime;

namespace ChatLiaison.Updates;

/// <summary>What becomes of things that are learned, promised and asked for beside the plain life of a case. Pure.</summary>
internal static class InformRules
{
    /// <summary>A cause, an estimate or a roadblock: recorded inside, and owed to the customer from now on.</summary>
    public static CaseDecision Learn(SupportCase c, Learned learned, Instant now)
    {
        if (CaseRules.Ended(c) is { } refusal)
        {
            return refusal;
        }

        var what = learned.Kind switch
        {
            CaseEventKind.CauseFound => "Tell the customer that the cause is known and what the plan is.",
            CaseEventKind.EstimateKnown => "Tell the customer when a fix is expected.",
            _ => "Tell the customer what is in the way and how we get round it.",
        };
        return CaseDecision.To(c, new CaseEvent(learned.Kind, learned.Recorded)
        {
            Commits = [new Commitment(Commitment.NewId(now), CommitmentKind.Inform, what) { Draft = learned.Draft }],
        });
    }

    public static CaseDecision Promise(SupportCase c, Commitment made, string owner, Instant now)
    {
        if (c.Status.IsEnded())
        {
            return CaseRules.Ended(c)!;
        }

        return made.Due is not { } due || due <= now
            ? CaseDecision.Refuse(CustomerText.Of($"A promise must lie ahead. Say when, for instance: tomorrow at 10:00."))
            : CaseDecision.To(c, new CaseEvent(CaseEventKind.Promised, $"{owner}: {made.What}, by {ChatText.InUtc(due, MomentStyle.DateAndTime)}.") { Commits = [made] });
    }

    public static CaseDecision Keep(SupportCase c, Guid promise, string what) =>
        CaseDecision.To(c, new CaseEvent(CaseEventKind.PromiseKept, what) { Settles = [promise] });

    /// <summary>While the case is open, a customer who counts on it is owed the word from now on.</summary>
    /// <param name="draft">What the customer might be told instead; empty when they never heard of it.</param>
    public static CaseDecision Withdraw(SupportCase c, Actor by, OwedInWords owed, string why, string draft, Instant now) => draft.Length > 0 && !c.Status.IsOpen()
        ? CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} was resolved meanwhile. Take it back once more: you then see the message to the customer, and it goes at once."))
        : CaseDecision.To(c, TakenBack(by, owed, why) with
        {
            Commits = draft.Length == 0 ? [] : [new Commitment(Commitment.NewId(now), CommitmentKind.Inform, InWords(owed, "the customer")) { Draft = draft }],
        });

    /// <summary>
    /// On a case that is resolved or has ended nothing waits for the next update, so the customer who counts on it is told in the same act.
    /// </summary>
    /// <param name="words">As they were previewed.</param>
    public static CaseDecision WithdrawTelling(SupportCase c, Actor by, OwedInWords owed, string why, string words, Instant now)
    {
        var told = c.Status.IsEnded()
            ? CaseDecision.To(c with { LastUpdateAt = now, NewForOwner = 0 }, new CaseEvent(CaseEventKind.CustomerTold, words, ForCustomer: true))
            : CaseRules.Tell(c, by, words, null, alreadySaid: false, now);
        return told with { Events = [TakenBack(by, owed, why), .. told.Events] };
    }

    /// <summary>The same where the customer can't be written to: whoever took it back owes them the word, also on a case that has ended.</summary>
    /// <param name="word">From <see cref="WordOwed"/>.</param>
    public static CaseDecision WithdrawOwing(SupportCase c, Actor by, OwedInWords owed, string why, Commitment word) =>
        CaseDecision.To(c, TakenBack(by, owed, why) with { Commits = [word] });

    /// <summary>A word to the customer that somebody says themself and ticks off; it outlives the case.</summary>
    /// <param name="words">What they might say.</param>
    public static Commitment WordOwed(SupportCase c, Actor by, OwedInWords owed, string words, Instant now) =>
        new(Commitment.NewId(now), CommitmentKind.Personal, InWords(owed, c.ContactName)) { OwnerId = by.Id, Draft = words };

    private static CaseEvent TakenBack(Actor by, OwedInWords owed, string why) =>
        new(CaseEventKind.PromiseWithdrawn, $"{by.Name} took back \"{owed.What}\": {why}") { Settles = [owed.Id] };

    private static string InWords(OwedInWords owed, string whom) => $"Tell {whom} that \"{owed.What.TrimEnd('.')}\" will not happen as promised, and what happens instead.";

    /// <summary>What the customer might be told of a promise of theirs that is taken back.</summary>
    /// <param name="time">An instant on the contact's own clock.</param>
    public static string NotAsPromised(OwedInWords owed, string instead, Func<Instant, string> time) =>
        $"We had promised you: \"{owed.What.TrimEnd('.')}\"{(owed.DueAt is { } due ? $", by {time(due)}" : "")}. That will not happen as promised, and we are sorry.\nThis is what happens instead: {instead}";

    public static CaseDecision AskForPerson(SupportCase c, Actor by)
    {
        if (c.Status.IsEnded())
        {
            return CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is closed. Write in this channel and a person answers you."));
        }

        return CaseDecision.To(c with { NewForOwner = c.NewForOwner + 1 }, new CaseEvent(CaseEventKind.PersonAsked, $"{by.Name} asks for a person.", ForCustomer: true));
    }

    /// <param name="asked">The customer changed it themself; else what they were promised before stands.</param>
    /// <param name="next">When they want to hear next, sooner or later than planned; null for as planned.</param>
    public static CaseDecision Agree(SupportCase c, CommunicationPlan plan, string inWords, bool asked = true, Instant? next = null) => c.Status.IsOpen()
        ? CaseDecision.To(c with { NextUpdateAt = asked ? next : c.NextUpdateAt }, new CaseEvent(CaseEventKind.PlanChanged, inWords, ForCustomer: true) { Plan = plan, NextUpdate = next })
        : CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is settled, so there are no updates to pace. Write in this channel if it is not."));
}
