using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Intake;

/// <summary>The customer confirms or corrects what we understood (S24).</summary>
internal sealed class UnderstandingCommand(CaseActs acts) : CaseFormCommand(acts)
{
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

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) => submission.Values switch
    {
        var v when !v.Has("issue") => Task.FromResult(Reply.Wrong(new FieldError("issue", "Say in a sentence what the problem is."))),
        var v when v.Moment("started") > caller.Now => Task.FromResult(Reply.Wrong(new FieldError("started", "That time lies ahead. Say when it began, or leave it empty."))),
        var v => Acts.ActAsync(
            caller, submission.Key, submission.State,
            (c, by) => CaseRules.EndedFor(by, c) ?? EndingRules.Correct(c, Corrected(c.Details, v)),
            c => CustomerText.Of($"Thank you. The team has your correction of {c.ReferenceText}."), cancellationToken),
    };

    private static CaseDetails Corrected(CaseDetails known, FormValues v) => known with
    {
        Issue = v.One("issue"),
        StartedAt = v.Moment("started"),
        Impact = v.Has("impact") ? v.One("impact") : known.Impact,
        Outcome = v.One("outcome"),
        Deadline = v.Moment("deadline"),
    };

    protected override Reply Ask(Caller caller, SupportCase c) => CaseRules.EndedFor(CaseActs.ActorOf(caller), c) is { Refusal: { } ended } ? Reply.Refused(ended) : Ask(c);

    /// <summary>What they said, and of the rest what is known.</summary>
    protected override Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(c, "understanding.submit", "Correct it", "Send the correction", [.. Fields(c.Details)]));

    private static IEnumerable<Field> Fields(CaseDetails d)
    {
        yield return new TextField("issue", "What is the problem, in your words?") { Required = true, Multiline = true, Initial = d.Issue, Hint = "It stands on the case's card, which the customer reads." };
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
            yield return new TextField("outcome", "What do you hope for?") { Multiline = true, Initial = d.Outcome, Hint = "It stands on the case's card, which the customer reads." };
        }

        if (d.Deadline is { } deadline)
        {
            yield return new MomentField("deadline", "When do you need it?") { Initial = deadline };
        }
    }
}
