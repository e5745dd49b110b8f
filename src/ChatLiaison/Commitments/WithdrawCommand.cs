using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Promises;
using ChatLiaison.Wording;

namespace ChatLiaison.Commitments;

/// <summary>
/// The button <c>Take one back</c> and <c>/liaison withdraw REF</c>: a promise that no longer holds ends with its reason on record. The
/// customer counts on what they have read: while the case is open telling them is owed at once, with words drafted for it; once it is
/// resolved or closed there is no next update to wait for, and they are told in the same act, after a preview.
/// </summary>
internal sealed class WithdrawCommand(CaseActs acts, CommitmentStore commitments, People.Directory directory, Proofreader proof) : CaseFormCommand(acts)
{
    private const string Which = "which";
    private const string Why = "why";
    private const string Instead = "instead";

    public override CommandSpec Spec { get; } = new("liaison withdraw", "REF", "Take a promise back, with the reason; a customer who knows of it is then to be told.");

    public override async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await Acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : await AskAsync(found, cancellationToken);
    }

    public override async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        await Acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? await AskAsync(found, cancellationToken) : CaseActs.NoSuchCase("");

    public override async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var (caseId, only) = PreviewForm.StateOf(submission).Split('/') is [var id, var promise] ? (id, promise) : (PreviewForm.StateOf(submission), "");
        if (await Acts.FindAsync(caller, caseId, cancellationToken) is not { } c)
        {
            return CaseActs.NoSuchCase("");
        }

        var values = submission.Values;
        var chosen = only.Length > 0 ? only : values.One(Which);
        if (chosen.Length == 0)
        {
            return Reply.Wrong(new FieldError(Which, "Choose which promise you take back."));
        }

        var open = await OpenAsync(c, cancellationToken);
        if (open.Find(o => o.Id.ToString() == chosen) is not { } owed)
        {
            return Settled(c);
        }

        if (!values.Has(Why) || (owed.Told && !values.Has(Instead)))
        {
            return !values.Has(Why) ? Reply.Wrong(new FieldError(Why, "Say why; a promise doesn't just vanish."))
                : Reply.Wrong(new FieldError(Instead, c.Status.IsOpen()
                    ? "The customer counts on this one. Say what happens instead; it goes into a draft for them."
                    : "The customer counts on this one. Say what happens instead; you see the message before it goes."));
        }

        if (owed.Told && !c.Status.IsOpen())
        {
            return await TellAsync(caller, submission, c, open, owed, cancellationToken);
        }

        var draft = owed.Told ? NotAsPromised(c, owed, values.One(Instead)) : "";
        return await Acts.ActAsync(caller, submission.Key, caseId, (x, by) => CommitmentRules.Withdraw(x, by, owed, values.One(Why), draft, caller.Now), x => Done(x, owed), cancellationToken);
    }

    /// <summary>The customer is told in the same act, after a preview; where nothing can be written to them, whoever takes it back owes them the word.</summary>
    private async Task<Reply> TellAsync(
        Caller caller, FormSubmission submission, SupportCase c, List<OwedInWords> open, OwedInWords owed, CancellationToken cancellationToken)
    {
        var (why, typed) = (submission.Values.One(Why), submission.Values.One(Instead));
        var (by, words) = (CaseActs.ActorOf(caller), NotAsPromised(c, owed, proof.Plain(submission.Values, typed)));
        if (proof.Playbook.Resolution.EmptyPromise(typed) is { } empty)
        {
            return Reply.Wrong(new FieldError(Instead, empty));
        }

        if (!PreviewForm.IsSeen(submission))
        {
            return PreviewForm.Show(
                Form(c, open), submission, CardLines.Of(CustomerWords.Told(c, words, null, by)), CaseRooms.OfCustomer(c) is null ? "Take it back" : "Send and take it back",
                CaseRooms.Nowhere(c), proof.Beside(c, submission.Values, new DraftWords(typed) { Fixed = [NotAsPromised(c, owed, "")] }));
        }

        if (CaseRooms.OfCustomer(c) is not null)
        {
            return await Acts.ActAsync(
                caller, submission.Key, c.Id.ToString(), (x, me) => CommitmentRules.WithdrawTelling(x, me, owed, why, words, caller.Now),
                x => CustomerText.Of($"Taken back on {x.ReferenceText}, and the customer is told."), cancellationToken);
        }

        var word = CommitmentRules.WordOwed(c, by, owed, words, caller.Now);
        return await Acts.ActAsync(
            caller, submission.Key, c.Id.ToString(), (x, me) => CommitmentRules.WithdrawOwing(x, me, owed, why, word),
            x => CustomerText.Of($"Taken back on {x.ReferenceText}. {CaseRooms.Nowhere(x) ?? CustomerText.Empty} You owe them that{ByWhen(x, word, caller.Now)}, and are reminded of it."), cancellationToken);
    }

    private string NotAsPromised(SupportCase c, OwedInWords owed, string instead) =>
        CommitmentRules.NotAsPromised(owed, instead, at => CaseContact.Time(directory.Current.CustomerById(c.CustomerId), c, at));

    private CustomerText ByWhen(SupportCase c, Commitment word, NodaTime.Instant now) =>
        new PromisePlan(proof.Playbook, directory.Current.CustomerById(c.CustomerId)?.Calendar).Commit(c, word, now).DueAt is { } due ? CustomerText.Of($" by {due}") : CustomerText.Empty;

    protected override Reply Ask(SupportCase c) => Settled(c);

    private async Task<Reply> AskAsync(SupportCase c, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(c, cancellationToken);
        return open.Count == 0 ? Settled(c) : Reply.Show(Form(c, open));
    }

    private Form Form(SupportCase c, List<OwedInWords> open)
    {
        var form = CaseForm.About(
            c, "withdraw.submit", "Take it back", "Take it back",
            [
            open is [var one]
                ? new FormNote("what", StaffText.Of($"{c.Reference}: {one.What}"))
                : new ChoiceField(Which, "Which promise?", [.. open.Take(100).Select(o => new Choice(o.Id.ToString(), Label(o)))]) { Required = true },
            new TextField(Why, "Why does it no longer hold?") { Required = true, Multiline = true, MaxLength = 1000, Hint = "For our own record." },
            .. open.Exists(o => o.Told)
                ? [new TextField(Instead, "What happens instead?") { Multiline = true, MaxLength = 1000, Hint = "For a promise that the customer knows of. You see the message before it is sent." }]
                : Array.Empty<Field>(),
            ]);
        return open is [var only] ? form with { State = $"{c.Id}/{only.Id}" } : form;
    }

    /// <summary>Those that are ticked off; what another act keeps is ended by that act.</summary>
    private async Task<List<OwedInWords>> OpenAsync(SupportCase c, CancellationToken cancellationToken) =>
        [.. (await commitments.OwedAsync(c.Id, cancellationToken)).Where(o => o.Kind.IsInWords() && o.Way.IsTicked)];

    private string Label(OwedInWords owed)
    {
        var owner = owed.OwnerId is { } id ? directory.Current.PersonById(id)?.Name ?? "" : "";
        var after = string.Concat(owner.Length > 0 ? $" ({owner})" : "", owed.Told ? ", told" : "");
        return CommandWords.Cut(owed.What, 75 - after.Length) + after;
    }

    private static CustomerText Done(SupportCase c, OwedInWords owed) => owed.Told
        ? CustomerText.Of($"Taken back on {c.ReferenceText}. The customer counts on it: the draft is in the update.")
        : CustomerText.Of($"Taken back on {c.ReferenceText}.");

    private static Reply Settled(SupportCase c) => Reply.Refused(CustomerText.Of($"Nothing that was promised in words is open on {c.ReferenceText}. /case {c.ReferenceText} promises shows what was."));
}
