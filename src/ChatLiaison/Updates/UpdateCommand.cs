using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Storage;
using ChatLiaison.Wording;

namespace ChatLiaison.Updates;

/// <summary>
/// The button <c>Update customer</c>, <c>/liaison update REF</c> and the action on a message of the working thread: a form, then a preview,
/// and only a confirmed preview is sent. The next update is a promise from then on.
/// </summary>
internal sealed class UpdateCommand(CaseActs acts, UpdateDesk desk, Phrases phrases, Proofreader proof) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison update", "REF", "Tell the customer how it stands and when they hear next; previewed first.")
    {
        MessageShortcut = "Send to the customer",
    };

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        return found is null
            ? refusal!
            : await EditAsync(caller, found, call.Source is { } source ? One(UpdateForm.Words, source.Text) : FormValues.None, cancellationToken);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        var state = UpdateState.Read(press.Form?.State ?? press.Value);
        if (await acts.FindAsync(caller, state.CaseId, cancellationToken) is not { } c)
        {
            return CaseActs.NoSuchCase("");
        }

        if (press.Action == "update.more")
        {
            return Reply.Show(UpdateForm.Draw(await desk.ReadAsync(c, caller, cancellationToken), press.Form?.Values ?? FormValues.None, null, caller.Now, more: true));
        }

        if (press.Action == "update.draft" && !c.Status.IsEnded())
        {
            var sheet = await desk.ReadAsync(c, caller, cancellationToken);
            return Reply.Show(UpdateForm.Draw(sheet, await desk.ComposeAsync(sheet, cancellationToken), null, caller.Now, more: true));
        }

        return press.Action == "update.due" && await DueAsync(caller, c, cancellationToken) is { } drafted
            ? Reply.Show(drafted)
            : await EditAsync(caller, c, FormValues.None, cancellationToken, back: press.Action == "update.edit");
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var state = UpdateState.Read(submission.State);
        if (await acts.FindAsync(caller, state.CaseId, cancellationToken) is not { } c)
        {
            return CaseActs.NoSuchCase("");
        }

        var sheet = await desk.ReadAsync(c, caller, cancellationToken);
        return state.Preview.Length == 0
            ? await PreviewAsync(caller, submission, state, sheet, cancellationToken)
            : await SendAsync(caller, submission, state, sheet, cancellationToken);
    }

    /// <summary>The form of an update that is due, drafted from how the work stands (S173); null when there is nothing to draft, or this person began one already.</summary>
    private async Task<Form?> DueAsync(Caller caller, SupportCase c, CancellationToken cancellationToken) =>
        !c.Status.IsEnded() && await desk.ReadAsync(c, caller, cancellationToken) is { Draft: null } sheet && await desk.HasNewsAsync(sheet, cancellationToken)
            ? UpdateForm.Draw(sheet, await desk.ComposeAsync(sheet, cancellationToken), null, caller.Now, more: true)
            : null;

    /// <summary>The form as this person left it, else filled from the case.</summary>
    /// <param name="back">The person comes back from the preview.</param>
    private async Task<Reply> EditAsync(Caller caller, SupportCase c, FormValues given, CancellationToken cancellationToken, bool back = false)
    {
        if (c.Status.IsEnded())
        {
            return Reply.Refused(CaseRules.Ended(c)!.Refusal!);
        }

        var sheet = await desk.ReadAsync(c, caller, cancellationToken);
        return Reply.Show(given.All.Count > 0 || sheet.Draft is not { } draft ? UpdateForm.Draw(sheet, given, null, caller.Now)
            : back ? UpdateForm.Draw(sheet, draft.Fields, null, caller.Now)
            : UpdateForm.Draw(sheet, WithNews(draft, sheet), StaffText.Of($"You began this {draft.At} and have not sent it. What was learned since stands at its end."), caller.Now));
    }

    /// <summary>What was left unsent, with the drafts of what was learned after it, and with what we can't do as somebody told it meanwhile.</summary>
    private static FormValues WithNews(UpdateDraft draft, UpdateSheet sheet)
    {
        var news = sheet.Informs.Where(i => i.At > draft.At && i.Draft.Length > 0).ToList();
        var words = string.Join("\n\n", news.Select(i => i.Draft).Prepend(draft.Fields.One(UpdateForm.Words)).Where(w => w.Length > 0));
        var fields = new Dictionary<string, IReadOnlyList<string>>(draft.Fields.All, StringComparer.Ordinal)
        {
            [UpdateForm.Words] = [words],
            [UpdateForm.Covers] = [.. draft.Fields.Many(UpdateForm.Covers), .. news.Select(i => i.Id.ToString())],
        };
        if (sheet.Limits is { } limits && limits.At > draft.At)
        {
            fields[UpdateForm.Limits] = [limits.Words];
        }

        return new FormValues(fields);
    }

    private async Task<Reply> PreviewAsync(Caller caller, FormSubmission submission, UpdateState state, UpdateSheet sheet, CancellationToken cancellationToken)
    {
        if (sheet.Case.Status.IsEnded())
        {
            return Reply.Refused(CaseRules.Ended(sheet.Case)!.Refusal!);
        }

        var values = await WithPhraseAsync(submission.Values, sheet, caller, cancellationToken);
        var (content, errors) = UpdateReader.Read(values, sheet, caller.Now);
        if (errors.Count > 0)
        {
            return Reply.Wrong(errors);
        }

        if (state.Seen != UpdateState.SeenOf(sheet.Case))
        {
            var meanwhile = StaffText.Of($"{"Somebody was quicker.":b} {Quicker(sheet)} Yours is kept below: change it if you need to, and preview it again.");
            return Reply.Show(UpdateForm.Draw(sheet, submission.Values, meanwhile, caller.Now));
        }

        var fields = new Dictionary<string, IReadOnlyList<string>>(values.All, StringComparer.Ordinal);
        if (content.Next is { } next)
        {
            fields[UpdateReader.FixedNext] = [NodaTime.Text.InstantPattern.ExtendedIso.Format(next)];
        }

        return await ShowAsync(caller, sheet, content, new UpdateDraft(new FormValues(fields), null, caller.Now), cancellationToken);
    }

    /// <summary>Keeps what was written, and shows it as the customer will read it.</summary>
    private async Task<Reply> ShowAsync(Caller caller, UpdateSheet sheet, UpdateContent content, UpdateDraft written, CancellationToken cancellationToken)
    {
        var draft = written with { Previewed = UpdateCard.Draw(sheet.Case, content, CaseActs.ActorOf(caller)) };
        await desk.Drafts.SaveAsync(sheet.Case.Id, caller.PersonId!.Value, draft, cancellationToken);
        var promised = sheet.Owed.Any(o => o.Outlives && o.DueAt > caller.Now);
        return Reply.Show(UpdatePreview.Draw(sheet, content, draft, proof.Beside(sheet.Case, FormValues.None, content.ToDraft(promised), draft.Print)));
    }

    /// <summary>What was filled in, with the phrase as part of the words.</summary>
    private async Task<FormValues> WithPhraseAsync(FormValues typed, UpdateSheet sheet, Caller caller, CancellationToken cancellationToken)
    {
        if (!typed.Has(Phrases.Field) || !typed.Has(UpdateForm.Words))
        {
            return typed;
        }

        var next = sheet.NextWord(UpdateReader.Chosen(typed, caller.Now), caller.Now);
        var words = await phrases.ComposeAsync(sheet.Case, typed.One(Phrases.Field), typed.One(UpdateForm.Words), next, cancellationToken);
        return new FormValues(new Dictionary<string, IReadOnlyList<string>>(typed.All, StringComparer.Ordinal) { [UpdateForm.Words] = [words], [Phrases.Field] = [] });
    }

    private async Task<Reply> SendAsync(Caller caller, FormSubmission submission, UpdateState state, UpdateSheet sheet, CancellationToken cancellationToken)
    {
        if (sheet.Draft is not { Previewed: { } card } draft || draft.Print != state.Preview)
        {
            // A repeat of a submission that was carried out finds its draft gone; the inbox knows it.
            return await acts.ActAsync(caller, submission.Key, state.CaseId, (_, _) => CaseDecision.Refuse(NotCurrent), _ => Sent(sheet.Case, Medium.Chat), cancellationToken);
        }

        if (Proofreader.Ticked(submission.Values).Count > 0)
        {
            var plainer = proof.Plain(draft.Fields, submission.Values, UpdateForm.Told);
            var (reworded, wrong) = UpdateReader.Read(plainer, sheet, caller.Now, draft.At);
            return wrong.Count > 0 ? Reply.Refused(CustomerText.Of($"{CustomerText.Name(wrong[0].Message)} Go back to change it.")) : await ShowAsync(caller, sheet, reworded, new UpdateDraft(plainer, null, draft.At), cancellationToken);
        }

        var (content, errors) = UpdateReader.Read(draft.Fields, sheet, caller.Now, draft.At);
        return await acts.ActAsync(
            caller, submission.Key, state.CaseId,
            (work, c, by) => Task.FromResult(errors.Count > 0 ? CaseDecision.Refuse(CustomerText.Of($"{CustomerText.Name(errors[0].Message)} Go back to change it."))
                : state.Seen != UpdateState.SeenOf(c) ? CaseDecision.Refuse(CustomerText.Of($"Somebody told the customer something while you looked at this. Go back, read it, and preview yours again."))
                : Told(work, c, by, content, card)),
            c => Sent(c, content.Medium), cancellationToken);
    }

    private static CaseDecision Told(UnitOfWork work, SupportCase c, Actor by, UpdateContent content, CustomerCard card)
    {
        var now = work.Now;
        var told = CaseRules.Tell(c, by, content.IsPlain ? content.Words : card.ToPlain(), content.Next, alreadySaid: false, now, content.Medium);
        if (told.Refusal is not null)
        {
            return told;
        }

        LimitStore.Keep(work, c.Id, content.Limits, by.Name);
        return told with
        {
            After = told.After! with { NextUpdateAt = content.Next },
            Events =
            [
                told.Events[0] with
                {
                    IsUpdate = true,
                    Card = card,
                    SaidAs = content.Medium == Medium.Chat ? $"said:{Commitment.NewId(now):N}:customer" : "",
                    Settles = content.Keeps,
                    Commits = content.Commits(now),
                    Tells = content.Tells,
                },
            ],
        };
    }

    private static CustomerText Sent(SupportCase c, Medium medium) => medium != Medium.Chat
        ? CustomerText.Of($"On record: you told the customer about {c.ReferenceText}. Nothing was sent.")
        : c.NextUpdateAt is { } at
        ? CustomerText.Of($"{CaseRooms.Told(c)} You promised the next update on {c.ReferenceText} by {at}.")
        : CaseRooms.Nowhere(c) ?? CustomerText.Of($"The customer is told about {c.ReferenceText}.");

    private static StaffText Quicker(UpdateSheet sheet) => sheet.LastWord is { } last
        ? StaffText.Of($"{last.Actor} told the customer, {last.At}: {CommandWords.Cut(last.Text, 300)}")
        : StaffText.Of($"The case has changed while you wrote.");

    private static CustomerText NotCurrent => CustomerText.Of($"This preview is no longer current. Go back, look at it once more, and send it then.");

    private static FormValues One(string field, string value) => new(new Dictionary<string, IReadOnlyList<string>> { [field] = [value] });
}
