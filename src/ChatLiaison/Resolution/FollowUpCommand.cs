using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using ChatLiaison.Wording;

namespace ChatLiaison.Resolution;

/// <summary>
/// The button <c>Follow up</c> and <c>/liaison followup REF</c>: asks the customer in their channel whether all is well and what else we can
/// do (S205, S207), or records that they were spoken to.
/// </summary>
internal sealed class FollowUpCommand(CaseActs acts, Phrases phrases, Proofreader proof) : IChatCommand
{
    private const string Script = "follow-up";

    public CommandSpec Spec { get; } = new("liaison followup", "REF", "Ask the customer whether all is well after a resolution, or record that you spoke.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        acts.AskAsync(caller, call, c => AskAsync(caller, c, cancellationToken), cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.AskAsync(caller, press.Value, c => AskAsync(caller, c, cancellationToken), cancellationToken);

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (await acts.FindAsync(caller, PreviewForm.StateOf(submission), cancellationToken) is not { } found)
        {
            return CaseActs.NoSuchCase("");
        }

        var v = proof.Plain(submission.Values, ["words"]);
        var spoke = v.One("how") == "spoke";
        if (spoke ? !v.Has("note") : !v.Has("words"))
        {
            return Reply.Wrong(spoke
                ? new FieldError("note", "Say in a few words what they said.")
                : new FieldError("words", "Write what the customer reads, or choose that you spoke to them."));
        }

        if (!spoke && (proof.Playbook.Resolution.EmptyPromise(v.One("words")) ?? ScriptSlots.Refusal(v.One("words"))) is { } wrong)
        {
            return Reply.Wrong(new FieldError("words", wrong));
        }

        if (!spoke && !PreviewForm.IsSeen(submission) && Refusal(caller, found) is null)
        {
            return PreviewForm.Show(Form(found, ""), submission, [FollowUpCard.Words(found, v.One("words"), caller.Name)], "Send the follow-up",
                beside: proof.Beside(found, submission.Values, new DraftWords(submission.Values.One("words"))));
        }

        return await acts.ActAsync(
            caller, submission.Key, found.Id.ToString(),
            (work, c, by) => FollowUpAsync(work, c, by, spoke ? "" : v.One("words"), v.One("note"), cancellationToken),
            c => spoke ? CustomerText.Of($"The follow-up on {c.ReferenceText} is recorded.") : CustomerText.Of($"The customer is asked whether all is well with {c.ReferenceText}."),
            cancellationToken);
    }

    private static async Task<CaseDecision> FollowUpAsync(UnitOfWork work, SupportCase c, Actor by, string sent, string note, CancellationToken cancellationToken)
    {
        if (sent.Length > 0 && CaseRooms.OfCustomer(c) is null)
        {
            return CaseDecision.Refuse(CustomerText.Of($"The customer has no channel here, so nothing can be sent. Speak to them and choose that you did."));
        }

        var said = note.Length == 0 ? "" : $" {note}";
        var decision = EndingRules.FollowUp(c, by, sent, sent.Length == 0 ? $"{by.Name} spoke to the customer.{said}" : $"{by.Name} followed up with the customer.{said}", work.Now);
        if (decision.Refusal is null && sent.Length == 0)
        {
            decision = decision with { Events = [decision.Events[0] with { Medium = Medium.Call }] };
        }

        if (decision.Refusal is null && await ResolutionStore.HoldAsync(work, c.Id, cancellationToken) is { } r)
        {
            // The rating is asked once: here, when the customer's answer came another way than by the button that asks for it.
            ResolutionStore.FollowedUp(work, r, by.Name, sent, sent.Length > 0 && r.Verified is not null ? FollowUpCard.CardName : "");
        }

        return decision;
    }

    private async Task<Reply> AskAsync(Caller caller, SupportCase c, CancellationToken cancellationToken)
    {
        if (Refusal(caller, c) is { } refusal)
        {
            return Reply.Refused(refusal);
        }

        return Reply.Show(Form(c, await phrases.WholeAsync(c, Script, cancellationToken)));
    }

    private static CustomerText? Refusal(Caller caller, SupportCase c) => EndingRules.FollowUp(c, CaseActs.ActorOf(caller), "", "", caller.Now).Refusal;

    private static Form Form(SupportCase c, string words) => CaseForm.About(
        c, "followup.submit", "Follow up", "Follow up",
        new TextField("words", "What does the customer read?")
        {
            Multiline = true, Initial = words, MaxLength = 2500, Hint = "They read exactly this, with your name, in the case's thread.",
        },
        new ChoiceField("how", "How do you follow up?", [new("send", "Send this now"), new("spoke", "I spoke to them; send nothing")]) { Required = true, Initial = ["send"] },
        new TextField("note", "What did they say?") { Multiline = true, Hint = "For our own record; needed when you spoke to them." });
}
