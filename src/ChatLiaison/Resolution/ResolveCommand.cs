using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using ChatLiaison.Updates;

namespace ChatLiaison.Resolution;

/// <summary>The button <c>Resolve</c> and <c>/liaison resolve REF</c>: what was done and why, seen as the customer will read it before it goes.</summary>
internal sealed class ResolveCommand(CaseActs acts, ResolutionStore resolutions, CommitmentStore commitments, PlaybookSource playbooks) : IChatCommand
{
    private const int LongestPiece = 2500;
    private const int PromisesShown = 20;

    public CommandSpec Spec { get; } = new("liaison resolve", "REF", "Say what was done and why; the customer is told and asked whether it works.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : await AskAsync(found, cancellationToken);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        await acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? await AskAsync(found, cancellationToken) : CaseActs.NoSuchCase("");

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (await acts.FindAsync(caller, PreviewForm.StateOf(submission), cancellationToken) is not { } found)
        {
            return CaseActs.NoSuchCase("");
        }

        if (CaseRules.Ended(found)?.Refusal is { } ended)
        {
            return Reply.Refused(ended);
        }

        var v = submission.Values;
        var errors = Check(v);
        if (errors.Count > 0)
        {
            return Reply.Wrong(errors);
        }

        return PreviewForm.IsSeen(submission)
            ? await acts.ActAsync(
                caller, submission.Key, found.Id.ToString(), (work, c, by) => Task.FromResult(Resolve(work, c, by, v, caller)),
                c => CustomerText.Of($"{c.ReferenceText} is resolved and the customer is told. Follow up by {caller.Now + playbooks.Current.FollowUp.Due}."), cancellationToken)
            : PreviewForm.Show(
                Form(found, v.One("reason"), await PromisedAsync(found, cancellationToken)), submission,
                ResolutionWords.Preview(found, v.One("done"), v.One("why"), v.One("prevention"), caller.Name), "Send and resolve");
    }

    private CaseDecision Resolve(UnitOfWork work, SupportCase c, Actor by, FormValues v, Caller caller)
    {
        var decision = EndingRules.Resolve(c, by, v.One("done"), caller.Now);
        if (decision.Refusal is null)
        {
            ResolutionStore.Insert(work, new(c.Id, c.Reopened + 1, caller.Now, by.Name, v.One("done"), v.One("why"), v.One("prevention"), v.One("reason"))
            {
                ToldAt = CaseRooms.OfCustomer(c) is null ? null : caller.Now,
                RatingOf = playbooks.Current.Resolution.RatingOf,
            });
            ResolutionStore.SetReason(work, c.Id, v.One("reason"), by.Name);
            var settled = v.Many("settled").Select(id => Guid.TryParse(id, out var promise) ? promise : Guid.Empty).ToList();
            decision = decision with { Events = [decision.Events[0] with { Settles = settled }] };
        }

        return decision;
    }

    private List<FieldError> Check(FormValues v)
    {
        var policy = playbooks.Current.Resolution;
        var errors = new List<FieldError>();
        Need(errors, v, "done", "Say what was done; the customer reads it.");
        Need(errors, v, "why", "Say why it happened. If that is not known yet, say so plainly.");
        if (!policy.Reasons.Any(r => r.Key == v.One("reason")))
        {
            errors.Add(new("reason", "Choose the reason from the list."));
        }

        foreach (var field in new[] { "done", "why", "prevention" })
        {
            if (ScriptSlots.Refusal(v.One(field)) is { } open)
            {
                errors.Add(new(field, open));
            }
        }

        if (ClosingRules.EmptyPromise($"{v.One("done")}\n{v.One("why")}", v.One("prevention"), policy.NeverAgain) is { } promise)
        {
            errors.Add(new("prevention", $"You write '{promise}'. Say here what is done so that it does not, or leave the sentence out."));
        }

        return errors;
    }

    private static void Need(List<FieldError> errors, FormValues v, string id, string sentence)
    {
        if (!v.Has(id))
        {
            errors.Add(new(id, sentence));
        }
    }

    private async Task<Reply> AskAsync(SupportCase c, CancellationToken cancellationToken) => CaseRules.Ended(c)?.Refusal is { } ended
        ? Reply.Refused(ended)
        : Reply.Show(Form(c, await resolutions.ReasonAsync(c.Id, cancellationToken) ?? "", await PromisedAsync(c, cancellationToken)));

    /// <summary>What people gave their word on, which the resolution doesn't end.</summary>
    private async Task<List<Choice>> PromisedAsync(SupportCase c, CancellationToken cancellationToken) =>
        [.. (await commitments.OwedAsync(c.Id, cancellationToken)).Where(o => o.Outlives).Take(PromisesShown).Select(o => new Choice(o.Id.ToString(), CommandWords.Cut(o.What, 75)))];

    private Form Form(SupportCase c, string reason, List<Choice> promised) => CaseForm.About(
        c, "resolve.submit", "Resolve the case", "Preview",
        [
            new TextField("done", "What was done? The customer reads this.") { Required = true, Multiline = true, MaxLength = LongestPiece, Hint = "Say what you changed and what they should see now." },
            new TextField("why", "Why did it happen? The customer reads this.") { Required = true, Multiline = true, MaxLength = LongestPiece, Hint = "In words they would use. If it is not known yet, say so." },
            new TextField("prevention", "What keeps it from coming back? The customer reads this.") { Multiline = true, MaxLength = LongestPiece },
            new ChoiceField("reason", "The reason, for our own count", [.. playbooks.Current.Resolution.Reasons.Select(r => new Choice(r.Key, r.Name))])
            {
                Required = true,
                Initial = playbooks.Current.Resolution.Reasons.Any(r => r.Key == reason) ? [reason] : [],
            },
            .. promised.Count == 0 ? (IReadOnlyList<Field>)[] :
            [
                new ChoiceField("settled", "This is still promised. What of it is done with this?", promised)
                {
                    Multiple = true,
                    Hint = "What you leave out stays promised, is reminded of, and is to be done or taken back before the case closes.",
                },
            ],
        ]);
}
