using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using ChatLiaison.Wording;
using NodaTime;

namespace ChatLiaison.Resolution;

/// <summary>The button <c>Resolve</c> and <c>/liaison resolve REF</c>: what was done and why, seen as the customer will read it before it goes.</summary>
internal sealed class ResolveCommand(CaseActs acts, ResolutionStore resolutions, StillPromised promised, Phrases phrases, Proofreader proof) : IChatCommand
{
    private const int LongestPiece = 2500;

    /// <summary>Where words for the customer are written.</summary>
    private static readonly string[] Told = ["done", "why", "prevention", "try"];

    public CommandSpec Spec { get; } = new("liaison resolve", "REF", "Say what was done and why; the customer is told and asked whether it works.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        acts.AskAsync(caller, call, c => AskAsync(c, cancellationToken), cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.AskAsync(caller, press.Value, c => AskAsync(c, cancellationToken), cancellationToken);

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var state = PreviewForm.StateOf(submission).Split('/');
        if (await acts.FindAsync(caller, state[0], cancellationToken) is not { } found)
        {
            return CaseActs.NoSuchCase("");
        }

        if (CaseRules.Ended(found)?.Refusal is { } ended)
        {
            return Reply.Refused(ended);
        }

        // A fix that came in while the form was open is asked about before anything goes.
        var composed = await ComposeAsync(found, submission.Values, cancellationToken);
        var v = proof.Plain(composed, submission.Values, Told);
        var isNew = found.Status == CaseStatus.Verifying && state.Length == 1;
        var errors = Check(found, v, isNew);
        if (errors.Count > 0)
        {
            return Reply.Wrong(errors);
        }

        var comesBack = v.Has("prevention") ? await phrases.WholeAsync(found, Phrases.ComesBack, cancellationToken) : "";
        var owed = await promised.OfAsync(found.Id, cancellationToken);
        var form = Form(found, v.One("reason"), owed, await promised.UntoldAsync(found.Id, cancellationToken));
        return PreviewForm.IsSeen(submission) && !isNew
            ? await acts.ActAsync(
                caller, submission.Key, found.Id.ToString(), (work, c, by) => Task.FromResult(Resolve(work, c, by, v, caller, comesBack)),
                c => CaseRooms.Nowhere(c) is { } nowhere
                    ? CustomerText.Of($"{c.ReferenceText} is resolved. {nowhere} Follow up by {caller.Now + proof.Playbook.FollowUp.Due}.")
                    : CustomerText.Of($"{c.ReferenceText} is resolved and the customer is told. Follow up by {caller.Now + proof.Playbook.FollowUp.Due}."),
                cancellationToken)
            : PreviewForm.Show(
                form, submission with { State = form.State },
                ResolutionWords.Preview(found, Filled(found, caller.Name, v, caller.Now, comesBack)), CaseRooms.OfCustomer(found) is null ? "Resolve" : "Send and resolve", CaseRooms.Nowhere(found),
                proof.Beside(found, submission.Values, new DraftWords([.. Told.Select(composed.One)]) { NamesContact = true, RecordsPromise = owed.Count > 0 }));
    }

    /// <summary>What was filled in, with the phrase as part of what was done.</summary>
    private async Task<FormValues> ComposeAsync(SupportCase c, FormValues typed, CancellationToken cancellationToken)
    {
        if (!typed.Has(Phrases.Field) || !typed.Has("done"))
        {
            return typed;
        }

        var done = await phrases.ComposeAsync(c, typed.One(Phrases.Field), typed.One("done"), null, cancellationToken);
        return new FormValues(new Dictionary<string, IReadOnlyList<string>>(typed.All, StringComparer.Ordinal) { ["done"] = [done] });
    }

    private CaseResolution Filled(SupportCase c, string by, FormValues v, Instant now, string comesBack) => new(c.Id, c.Reopened + 1, now, by, v.One("done"), v.One("why"), v.One("prevention"), v.One("reason"))
    {
        Try = v.One("try"),
        ComesBack = comesBack,
        ToldAt = CaseRooms.OfCustomer(c) is null ? null : now,
        RatingOf = proof.Playbook.Resolution.RatingOf,
    };

    private CaseDecision Resolve(UnitOfWork work, SupportCase c, Actor by, FormValues v, Caller caller, string comesBack)
    {
        var decision = EndingRules.Resolve(c, by, v.One("done"), caller.Now);
        if (decision.Refusal is null)
        {
            ResolutionStore.Insert(work, Filled(c, by.Name, v, caller.Now, comesBack));
            ResolutionStore.SetReason(work, c.Id, v.One("reason"), by.Name);
            var (course, record) = FixCheck.Read(c, by, v, proof.Playbook);
            decision = decision with { After = decision.After! with { Course = course }, Events = [.. record, decision.Events[0] with { Settles = StillPromised.Ticked(v) }] };
        }

        return decision;
    }

    private List<FieldError> Check(SupportCase c, FormValues v, bool isNew)
    {
        var policy = proof.Playbook.Resolution;
        var errors = new List<FieldError>();
        if (!isNew && FixCheck.Wrong(c, v, proof.Playbook) is { } left)
        {
            errors.Add(left);
        }

        Need(errors, v, "done", "Say what was done; the customer reads it.");
        Need(errors, v, "why", "Say why it happened. If that is not known yet, say so plainly.");
        if (!policy.Reasons.Any(r => r.Key == v.One("reason")))
        {
            errors.Add(new("reason", "Choose the reason from the list."));
        }

        foreach (var field in Told)
        {
            if (ScriptSlots.Refusal(v.One(field)) is { } open)
            {
                errors.Add(new(field, open));
            }
        }

        if (policy.EmptyPromise($"{v.One("done")}\n{v.One("why")}\n{v.One("try")}", v.One("prevention")) is { } promise)
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
        : Reply.Show(Form(c, await resolutions.ReasonAsync(c.Id, cancellationToken) ?? "", await promised.OfAsync(c.Id, cancellationToken), await promised.UntoldAsync(c.Id, cancellationToken)));

    private Form Form(SupportCase c, string reason, IReadOnlyList<Choice> owed, IReadOnlyList<string> untold) => CaseForm.About(
        c, "resolve.submit", "Resolve the case", "Preview",
        [
            .. FixCheck.Fields(c, proof.Playbook),
            .. StillPromised.Note(untold),
            new TextField("done", "What was done? The customer reads this.") { Required = true, Multiline = true, MaxLength = LongestPiece, Hint = "Say what you changed and what they should see now." },
            .. Phrases.Picker(proof.Playbook, c, PhraseUse.Resolution, FormValues.None),
            new TextField("why", "Why did it happen? The customer reads this.") { Required = true, Multiline = true, MaxLength = LongestPiece, Hint = "In words they would use. If it is not known yet, say so." },
            new TextField("prevention", "What keeps it from coming back? The customer reads this.") { Multiline = true, MaxLength = LongestPiece },
            new TextField("try", "What can they try? The customer reads this.") { Multiline = true, MaxLength = LongestPiece, Hint = "One thing to do, step by step. It stands after \"Please try\"." },
            new ChoiceField("reason", "The reason, for our own count", [.. proof.Playbook.Resolution.Reasons.Select(r => new Choice(r.Key, r.Name))])
            {
                Required = true,
                Initial = proof.Playbook.Resolution.Reasons.Any(r => r.Key == reason) ? [reason] : [],
            },
            .. StillPromised.Ask(owed, "What you leave out stays promised, is reminded of, and is to be done or taken back before the case closes."),
        ]) with
    { State = c.Status == CaseStatus.Verifying ? $"{c.Id}/fix" : c.Id.ToString() };
}
