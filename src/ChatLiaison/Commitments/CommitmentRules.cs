using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Promises;
using NodaTime;

namespace ChatLiaison.Commitments;

/// <summary>What becomes of a case when somebody promises something in words, keeps it, or takes it back. Pure.</summary>
internal static class CommitmentRules
{
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
}
