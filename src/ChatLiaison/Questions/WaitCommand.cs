using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using ChatLiaison.Wording;

namespace ChatLiaison.Questions;

/// <summary>The button <c>Wait</c> and <c>/liaison wait REF</c>: the customer is asked something, which is seen before it goes, and the case waits.</summary>
internal sealed class WaitCommand(CaseActs acts, Phrases phrases, Proofreader proof) : CaseFormCommand(acts)
{
    private const string Question = QuestionForms.Question;
    private const string Back = "back";

    public override CommandSpec Spec { get; } = new("liaison wait", "REF", "Ask the customer something and wait; what needs the answer stands still meanwhile.");

    public override async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var v = submission.Values;
        if (await Acts.FindAsync(caller, PreviewForm.StateOf(submission), cancellationToken) is not { } found)
        {
            return CaseActs.NoSuchCase("");
        }

        var asked = QuestionForms.Asked(v, proof.Playbook);
        var composed = (await phrases.ComposeAsync(found, v.One(Phrases.Field), QuestionForms.InWords(asked), null, cancellationToken)).Trim();
        var words = proof.Plain(v, composed);
        if (Wrong(v, asked, words, caller) is { Count: > 0 } wrong)
        {
            return Reply.Wrong(wrong);
        }

        CaseDecision Decide(SupportCase c, Actor by) => CaseRules.Wait(c, by, Waiting(v), words, caller.Now, v.Moment(Back));
        var (by, refusal) = (CaseActs.ActorOf(caller), Decide(found, CaseActs.ActorOf(caller)).Refusal);
        return refusal is not null ? Reply.Refused(refusal)
            : PreviewForm.IsSeen(submission) ? await Acts.ActAsync(
                caller, submission.Key, found.Id.ToString(), (work, c, me) => Task.FromResult(Keep(work, Decide(c, me), me, [.. asked.Select(q => proof.Plain(v, q))])), Waits, cancellationToken)
            : PreviewForm.Show(
                Form(found), submission, CardLines.Of(CustomerWords.Told(found, words, null, by)), CaseRooms.OfCustomer(found) is null ? "Wait" : "Send and wait",
                CaseRooms.Nowhere(found), proof.Beside(found, v, new DraftWords(composed) { RecordsPromise = v.Has(Back) }));
    }

    /// <summary>What the customer is asked stays open until it is answered.</summary>
    private static CaseDecision Keep(UnitOfWork work, CaseDecision decision, Actor by, IReadOnlyList<string> asked)
    {
        foreach (var question in decision.After is { Status: CaseStatus.WaitingOnCustomer } ? asked : [])
        {
            QuestionStore.Raise(work, decision.After!.Id, question, by.Name, asked: true);
        }

        return decision;
    }

    private static List<FieldError> Wrong(FormValues v, IReadOnlyList<string> asked, string words, Caller caller)
    {
        var wrong = new List<FieldError>();
        if (asked.Count == 0)
        {
            wrong.Add(new(Question, "Write what you need to know, or tick a ready question."));
        }

        if (ScriptSlots.Refusal(words) is { } open)
        {
            wrong.Add(new(Question, open));
        }

        if (v.Moment(Back) <= caller.Now)
        {
            wrong.Add(new(Back, "That time has passed. Choose one that lies ahead, or leave it empty."));
        }

        return wrong;
    }

    private static CustomerText Waits(SupportCase c) =>
        CustomerText.Of($"{c.ReferenceText} waits. What needs the answer stands still; what was promised for a time goes on.{(CaseRooms.Nowhere(c) is { } nowhere ? CustomerText.Of($" {nowhere}") : CustomerText.Empty)}");

    private static CaseStatus Waiting(FormValues values) =>
        values.One("who") == nameof(CaseStatus.WaitingOnThirdParty) ? CaseStatus.WaitingOnThirdParty : CaseStatus.WaitingOnCustomer;

    protected override Reply Ask(SupportCase c) => Reply.Show(Form(c));

    private Form Form(SupportCase c) => CaseForm.About(
        c, "wait.submit", "Wait", "Preview",
        [
            new TextField(Question, "What do you need to know? The customer reads this.") { Multiline = true, MaxLength = CustomerWords.Longest },
            .. QuestionForms.ReadyOnes(proof.Playbook),
            .. Phrases.Picker(proof.Playbook, c, PhraseUse.Question, FormValues.None),
            new ChoiceField("who", "Who are we waiting on?", [new("WaitingOnCustomer", "The customer"), new("WaitingOnThirdParty", "Someone else")])
            {
                Required = true,
                Initial = ["WaitingOnCustomer"],
            },
            new MomentField(Back, "When do you check back?") { Hint = "You are reminded then, unless an answer comes first." },
        ]);
}
