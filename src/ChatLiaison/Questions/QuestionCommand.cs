using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using ChatLiaison.Wording;

namespace ChatLiaison.Questions;

/// <summary>
/// The button <c>Ask the customer</c> and <c>/liaison question REF</c>: what we want to know of them is noted, asked after a preview, and
/// settled by an answer or because it is not needed any more (S23).
/// </summary>
internal sealed class QuestionCommand(CaseActs acts, QuestionStore questions, Phrases phrases, Proofreader proof) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison question", "REF [what]", "Ask the customer something, previewed first; with words, note it to be asked.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal!
            : CaseRules.Ended(found)?.Refusal is { } ended ? Reply.Refused(ended)
            : CaseWords.After(call.Text) is { Length: > 0 } words ? await acts.ActAsync(
                caller, call.Key, found.Id.ToString(),
                (c, _) => CaseRules.Ended(c) ?? CaseDecision.To(c, new CaseEvent(CaseEventKind.QuestionRaised, words)),
                c => CustomerText.Of($"Noted on {c.ReferenceText}, to be asked. The customer has not read it."), cancellationToken)
            : Reply.Show(QuestionForms.Ask(found, proof.Playbook, null));
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        var (about, words) = press.Value.Split('|', 2) is [var before, var after] ? (before, after) : (press.Value, "");
        var (id, noted) = about.Split('/', 2) is [var caseId, var question] ? (caseId, question) : (about, "");
        if (await acts.FindAsync(caller, id, cancellationToken) is not { } c)
        {
            return CaseActs.NoSuchCase("");
        }

        if (CaseRules.Ended(c)?.Refusal is { } ended)
        {
            return Reply.Refused(ended);
        }

        var open = await questions.OpenAsync(c.Id, cancellationToken);
        return press.Action switch
        {
            "question.answer" or "question.drop" when open.Count == 0 => NothingOpen(c),
            "question.answer" => Reply.Show(QuestionForms.Settle(c, open, words)),
            "question.drop" => Reply.Show(QuestionForms.Drop(c, open)),
            _ => Reply.Show(QuestionForms.Ask(c, proof.Playbook, open.Find(q => q.Id.ToString() == noted))),
        };
    }

    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) => submission.Action switch
    {
        "question.answered" => SettleAsync(caller, submission, QuestionForms.Answer, cancellationToken),
        "question.dropped" => SettleAsync(caller, submission, QuestionForms.Why, cancellationToken),
        _ => AskAsync(caller, submission, cancellationToken),
    };

    private async Task<Reply> AskAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var (id, noted) = PreviewForm.StateOf(submission).Split('/', 2) is [var caseId, var question] ? (caseId, question) : (PreviewForm.StateOf(submission), "");
        if (await acts.FindAsync(caller, id, cancellationToken) is not { } found)
        {
            return CaseActs.NoSuchCase("");
        }

        var v = submission.Values;
        var asked = QuestionForms.Asked(v, proof.Playbook);
        var composed = (await phrases.ComposeAsync(found, v.One(Phrases.Field), QuestionForms.InWords(asked), null, cancellationToken)).Trim();
        var words = proof.Plain(v, composed);
        if ((asked.Count == 0 ? "Write what you want to know, or tick a ready question." : ScriptSlots.Refusal(words)) is { } wrong)
        {
            return Reply.Wrong(new FieldError(QuestionForms.Question, wrong));
        }

        var waits = v.One(QuestionForms.Wait) == "yes";
        CaseDecision Decide(SupportCase c, Actor by) => waits
            ? CaseRules.Wait(c, by, CaseStatus.WaitingOnCustomer, words, caller.Now)
            : CaseRules.Tell(c, by, words, null, alreadySaid: false, caller.Now);
        var by = CaseActs.ActorOf(caller);
        return Decide(found, by).Refusal is { } refusal ? Reply.Refused(refusal)
            : PreviewForm.IsSeen(submission) ? await acts.ActAsync(
                caller, submission.Key, id, (work, c, me) => Task.FromResult(Keep(work, Decide(c, me), me, [.. asked.Select(q => proof.Plain(v, q))], v.Has(QuestionForms.Question) ? noted : "")),
                c => CustomerText.Of($"{CaseRooms.Told(c)} {(waits ? CustomerText.Of($"{c.ReferenceText} waits for the answer.") : CustomerText.Of($"The question stays open on {c.ReferenceText} until it is answered."))}"),
                cancellationToken)
            : PreviewForm.Show(
                QuestionForms.Ask(found, proof.Playbook, null), submission, CardLines.Of(CustomerWords.Told(found, words, null, by)),
                CaseRooms.OfCustomer(found) is null ? "Put it on record" : "Send the question", CaseRooms.Nowhere(found), proof.Beside(found, v, new DraftWords(composed)));
    }

    /// <summary>What was noted before is asked now; everything else that was asked is new.</summary>
    private static CaseDecision Keep(UnitOfWork work, CaseDecision decision, Actor by, IReadOnlyList<string> asked, string noted)
    {
        if (decision.After is { } after)
        {
            var known = Guid.TryParse(noted, out var id);
            if (known)
            {
                QuestionStore.Asked(work, after.Id, id, asked[0]);
            }

            foreach (var question in known ? asked.Skip(1) : asked)
            {
                QuestionStore.Raise(work, after.Id, question, by.Name, asked: true);
            }
        }

        return decision;
    }

    /// <param name="field">Where the answer stands, or why it is not needed.</param>
    private async Task<Reply> SettleAsync(Caller caller, FormSubmission submission, string field, CancellationToken cancellationToken)
    {
        var (v, answered) = (submission.Values, field == QuestionForms.Answer);
        if (!v.Has(QuestionForms.Which) || !v.Has(field))
        {
            return Reply.Wrong(!v.Has(QuestionForms.Which) ? new FieldError(QuestionForms.Which, "Choose which question it is.")
                : new FieldError(field, answered ? "Write the answer." : "Say in a few words why it is not needed."));
        }

        return await acts.ActAsync(
            caller, submission.Key, submission.State,
            async (work, c, by) =>
            {
                if ((await QuestionStore.OpenAsync(work, c.Id, cancellationToken)).Find(q => q.Id.ToString() == v.One(QuestionForms.Which)) is not { } open)
                {
                    return CaseDecision.Refuse(CustomerText.Of($"That question is settled already. /case {c.ReferenceText} questions shows what is open."));
                }

                QuestionStore.Settle(work, c.Id, open.Id, by.Name, answered ? v.One(field) : null, answered ? null : v.One(field));
                return CaseDecision.To(c, new CaseEvent(CaseEventKind.QuestionSettled, answered ? $"{open.Question} Answer: {v.One(field)}" : $"{open.Question} Not needed any more: {v.One(field)}"));
            },
            c => answered ? CustomerText.Of($"The answer is on record on {c.ReferenceText}.") : CustomerText.Of($"The question is taken off {c.ReferenceText}."), cancellationToken);
    }

    private static Reply NothingOpen(SupportCase c) => Reply.Refused(CustomerText.Of($"No question is open on {c.ReferenceText}. Ask one with /liaison question {c.ReferenceText}"));
}
