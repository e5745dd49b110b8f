using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Wording;

namespace ChatLiaison.Intake;

/// <summary>The customer confirms or corrects what we understood (S24).</summary>
internal sealed class UnderstandingCommand(CaseActs acts, UnderstandingPreview preview) : CaseFormCommand(acts)
{
    private const string Issue = "issue";
    private const string Outcome = "outcome";

    public override CommandSpec Spec { get; } = new("liaison understanding", "REF", "Confirm or correct what was understood of a case.");

    public override Access Access => Access.Anyone;

    public override async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action == "understanding.confirm" && !caller.IsCustomer)
        {
            return Reply.Refused(CustomerText.Of($"That is for the customer to say. If they told you, note it in the case's thread."));
        }

        if (press.Action == "understanding.confirm")
        {
            return await Acts.ActAsync(
                caller, press.Key, press.Value, EndingRules.Confirm, c => CustomerText.Of($"Thank you. We go on with {c.ReferenceText} as it is written here."), cancellationToken);
        }

        return await base.PressAsync(caller, press, cancellationToken);
    }

    public override async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var (v, state) = (preview.Plain(submission.Values, Issue, Outcome), PreviewForm.StateOf(submission));
        if (!v.Has(Issue))
        {
            return Reply.Wrong(new FieldError(Issue, "Say in a sentence what the problem is."));
        }

        if (v.Moment("started") > caller.Now)
        {
            return Reply.Wrong(new FieldError("started", "That time lies ahead. Say when it began, or leave it empty."));
        }

        return await SecondLookAsync(caller, submission, state, cancellationToken) ?? await Acts.ActAsync(
            caller, submission.Key, state,
            (c, by) => CaseRules.EndedFor(by, c) ?? EndingRules.Correct(c, Corrected(c.Details, v)),
            c => CustomerText.Of($"Thank you. The team has your correction of {c.ReferenceText}."), cancellationToken);
    }

    /// <summary>What one of ours corrects is seen as the customer will read it; null for a customer, and once it was seen.</summary>
    private async Task<Reply?> SecondLookAsync(Caller caller, FormSubmission submission, string state, CancellationToken cancellationToken) =>
        !caller.IsCustomer && await Acts.FindAsync(caller, state, cancellationToken) is { } c && CaseRules.EndedFor(CaseActs.ActorOf(caller), c) is null
            ? preview.Show(c, Form(c), submission, "Send the correction", Issue, Outcome) : null;

    private static CaseDetails Corrected(CaseDetails known, FormValues v) => known with
    {
        Issue = v.One(Issue),
        StartedAt = v.Moment("started"),
        Impact = v.Has("impact") ? v.One("impact") : known.Impact,
        Outcome = v.One(Outcome),
        Deadline = v.Moment("deadline"),
    };

    protected override Reply Ask(Caller caller, SupportCase c) => CaseRules.EndedFor(CaseActs.ActorOf(caller), c) is { Refusal: { } ended } ? Reply.Refused(ended) : Ask(c);

    /// <summary>What they said, and of the rest what is known.</summary>
    protected override Reply Ask(SupportCase c) => Reply.Show(Form(c));

    private static Form Form(SupportCase c) => CaseForm.About(c, "understanding.submit", "Correct it", "Send the correction", [.. Fields(c.Details)]);

    private static IEnumerable<Field> Fields(CaseDetails d)
    {
        yield return new TextField(Issue, "What is the problem, in your words?") { Required = true, Multiline = true, Initial = d.Issue, Hint = "It stands on the case's card, which the customer reads." };
        if (d.StartedAt is { } started)
        {
            yield return new MomentField("started", "When did it begin?") { Initial = started };
        }

        if (CaseWords.Impacts.Any(i => i.Value == d.Impact))
        {
            yield return new ChoiceField("impact", "How much does it affect?", CaseWords.Impacts) { Initial = [d.Impact] };
        }

        if (d.Outcome.Length > 0)
        {
            yield return new TextField(Outcome, "What do you hope for?") { Multiline = true, Initial = d.Outcome, Hint = "It stands on the case's card, which the customer reads." };
        }

        if (d.Deadline is { } deadline)
        {
            yield return new MomentField("deadline", "When do you need it?") { Initial = deadline };
        }
    }
}
