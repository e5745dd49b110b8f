using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using NodaTime;

namespace ChatLiaison.Updates;

/// <summary>
/// The button <c>Update customer</c>, <c>/liaison update REF</c> and the action on a message of the working thread: a form, then a preview,
/// and only a confirmed preview is sent. The next update is a promise from then on.
/// </summary>
internal sealed class UpdateCommand(CaseActs acts, UpdateDesk desk, Phrases phrases) : IChatCommand
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
            return Reply.Show(UpdateForm.Draw(await desk.ReadAsync(c, caller, cancellationToken), press.Form?.Values ?? FormValues.None, null, more: true));
        }

        if (press.Action == "update.draft" && !c.Status.IsEnded())
        {
            var sheet = await desk.ReadAsync(c, caller, cancellationToken);
            return Reply.Show(UpdateForm.Draw(sheet, await desk.ComposeAsync(sheet, cancellationToken), null, more: true));
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
            ? UpdateForm.Draw(sheet, await desk.ComposeAsync(sheet, cancellationToken), null, more: true)
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
        return Reply.Show(given.All.Count > 0 || sheet.Draft is not { } draft ? UpdateForm.Draw(sheet, given, null, more: false)
            : back ? UpdateForm.Draw(sheet, draft.Fields, null, more: false)
            : UpdateForm.Draw(sheet, WithNews(draft, sheet), StaffText.Of($"You began this {draft.At} and have not sent it. What was learned since stands at its end."), more: false));
    }

    /// <summary>What was left unsent, with the drafts of what was learned after it.</summary>
    private static FormValues WithNews(UpdateDraft draft, UpdateSheet sheet)
    {
        var news = sheet.Informs.Where(i => i.At > draft.At && i.Draft.Length > 0).ToList();
        var words = string.Join("\n\n", news.Select(i => i.Draft).Prepend(draft.Fields.One(UpdateForm.Words)).Where(w => w.Length > 0));
        return new FormValues(new Dictionary<string, IReadOnlyList<string>>(draft.Fields.All, StringComparer.Ordinal)
        {
            [UpdateForm.Words] = [words],
            [UpdateForm.Covers] = [.. draft.Fields.Many(UpdateForm.Covers), .. news.Select(i => i.Id.ToString())],
        });
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
            return Reply.Show(UpdateForm.Draw(sheet, submission.Values, meanwhile, more: false));
        }

        var fields = new Dictionary<string, IReadOnlyList<string>>(values.All, StringComparer.Ordinal);
        if (content.Next is { } next)
        {
            fields[UpdateReader.FixedNext] = [NodaTime.Text.InstantPattern.ExtendedIso.Format(next)];
        }

        var draft = new UpdateDraft(new FormValues(fields), UpdateCard.Draw(sheet.Case, content, CaseActs.ActorOf(caller)), caller.Now);
        await desk.Drafts.SaveAsync(sheet.Case.Id, caller.PersonId!.Value, draft, cancellationToken);
        return Reply.Show(UpdatePreview.Draw(sheet, content, draft));
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

        var (content, errors) = UpdateReader.Read(draft.Fields, sheet, caller.Now);
        return await acts.ActAsync(
            caller, submission.Key, state.CaseId,
            (c, by) => errors.Count > 0 ? CaseDecision.Refuse(CustomerText.Of($"{CustomerText.Name(errors[0].Message)} Go back to change it."))
                : state.Seen != UpdateState.SeenOf(c) ? CaseDecision.Refuse(CustomerText.Of($"Somebody told the customer something while you looked at this. Go back, read it, and preview yours again."))
                : Told(c, by, content, card, caller.Now),
            c => Sent(c, content.Medium), cancellationToken);
    }

    private static CaseDecision Told(SupportCase c, Actor by, UpdateContent content, CustomerCard card, Instant now)
    {
        var told = CaseRules.Tell(c, by, content.IsPlain ? content.Words : card.ToPlain(), content.Next, alreadySaid: false, now, content.Medium);
        return told.Refusal is not null ? told : told with
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
