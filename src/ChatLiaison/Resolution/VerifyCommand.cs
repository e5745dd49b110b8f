using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Resolution;

/// <summary>
/// Whether a resolution works. The customer presses it works, not fixed, or what they meant by their words (C6: asked, never guessed); for
/// one who said it elsewhere, one of us records by whom and how.
/// </summary>
internal sealed class VerifyCommand(CaseActs acts, PlaybookSource playbooks) : IChatCommand
{
    private static readonly Choice[] Ways =
    [
        new("wrote", "They wrote it to us"),
        new("call", "They said it on a call"),
        new("together", "We tried it together"),
        new("tested", "We tested it for them and they agreed"),
    ];

    public CommandSpec Spec { get; } = new("liaison verify", "REF", "Say that a resolution works; for our people: record who says so and how.");

    public Access Access => Access.Anyone;

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : Ask(caller, found);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        var (caseId, card) = press.Value.Split('/') is [var id, var name] ? (id, name) : (press.Value, "");
        switch (press.Action)
        {
            case "verify.works" or "verify.thanks" when !caller.IsCustomer:
                return Reply.Refused(CustomerText.Of($"That is for the customer to say. If they told you, record it: /liaison verify with the case's reference."));
            case "verify.works":
                return await acts.ActAsync(
                    caller, press.Key, caseId, (work, c, by) => WorksAsync(work, c, by, $"{by.Name} says that it works.", card, cancellationToken),
                    _ => CustomerText.Of($"Thank you for telling us."), cancellationToken);
            case "verify.thanks":
                var reply = await acts.ActAsync(
                    caller, press.Key, caseId,
                    (work, c, by) => WorksAsync(work, c, by, $"{by.Name} says that it still works and that nothing is asked.", ResolutionCard.CardName, cancellationToken),
                    _ => CustomerText.Empty, cancellationToken);
                return reply is DoneReply ? Reply.Replace(CustomerCard.Plain(CustomerText.Of($"Thank you. It is good to hear that it works."))) : reply;
            default:
                return await acts.FindAsync(caller, caseId, cancellationToken) is not { } found ? CaseActs.NoSuchCase("")
                    : press.Action == "verify.broken" ? NotFixed(caller, found) : Ask(caller, found);
        }
    }

    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var v = submission.Values;
        if (submission.Action == "verify.recorded" && !caller.IsCustomer)
        {
            var way = Array.Find(Ways, w => w.Value == v.One("how"));
            return !v.Has("by") || way is null
                ? Task.FromResult(Reply.Wrong(new FieldError(way is null ? "how" : "by", way is null ? "Choose how you know." : "Say who at the customer told you.")))
                : acts.ActAsync(
                    caller, submission.Key, submission.State, (work, c, by) => RecordAsync(work, c, by, v, way, cancellationToken),
                    c => CustomerText.Of($"It is on record that {c.ReferenceText} works for them."), cancellationToken);
        }

        return acts.ActAsync(
            caller, submission.Key, submission.State,
            (c, by) => EndingRules.Reopen(c, by, v.One("wrong")),
            c => CustomerText.Of($"{c.ReferenceText} is open again and the team is told."), cancellationToken);
    }

    private static async Task<CaseDecision> WorksAsync(UnitOfWork work, SupportCase c, Actor by, string words, string card, CancellationToken cancellationToken)
    {
        var decision = EndingRules.Verify(c, by, words);
        if (decision.Refusal is not null || await ResolutionStore.HoldAsync(work, c.Id, cancellationToken) is not { } r)
        {
            return decision;
        }

        if (r.Verified is null)
        {
            ResolutionStore.Verified(work, r, new Verification(work.Now, by.Name, "Pressed the button", ""), card);
        }

        ResolutionStore.Asked(work, r, waits: false);
        return decision;
    }

    private async Task<CaseDecision> RecordAsync(UnitOfWork work, SupportCase c, Actor by, FormValues v, Choice way, CancellationToken cancellationToken)
    {
        var checks = FixCheck.Listed(playbooks.Current).Where(x => v.Many("checked").Contains(x.Value)).Select(x => FixCheck.InSentence(x.Label)).ToList();
        var how = $"{way.Label}{(checks.Count > 0 ? $"; checked with {Words.All(checks)}" : "")}{(v.Has("note") ? $". {v.One("note")}" : "")}";
        var decision = EndingRules.Verify(c, by, $"{v.One("by")} says that it works, recorded by {by.Name}. {how}");
        if (decision.Refusal is not null)
        {
            return decision;
        }

        var r = await ResolutionStore.HoldAsync(work, c.Id, cancellationToken);
        if (r?.Verified is { } known)
        {
            return CaseDecision.Refuse(CustomerText.Of($"{CustomerText.Name(known.By)} confirmed {c.ReferenceText} already, on {known.At}."));
        }

        if (r is not null)
        {
            ResolutionStore.Verified(work, r, new Verification(work.Now, v.One("by"), how, by.Name), "");
        }

        return way.Value == "call" ? decision with { Events = [decision.Events[0] with { Medium = Medium.Call }] } : decision;
    }

    private Reply Ask(Caller caller, SupportCase c)
    {
        if (c.Status != CaseStatus.Resolved)
        {
            return Reply.Refused(EndingRules.Verify(c, CaseActs.ActorOf(caller), "").Refusal!);
        }

        return caller.IsCustomer
            ? Reply.Show(CustomerCard.Plain(CustomerText.Of($"{c.ReferenceText}: does it work for you now?")).With(
                Button.Act("verify.works", "It works", $"{c.Id}/{ResolutionCard.CardName}", ButtonStyle.Primary), Button.Open("verify.broken", "Not fixed", c.Id.ToString())))
            : Reply.Show(CaseForm.About(
                c, "verify.recorded", "Record that it works", "Record",
                new TextField("by", "Who at the customer says that it works?") { Required = true, Initial = c.ContactName, MaxLength = 100 },
                new ChoiceField("how", "How do you know?", Ways) { Required = true },
                new ChoiceField("checked", "What was it checked with?", FixCheck.Listed(playbooks.Current)) { Multiple = true },
                new TextField("note", "Anything to remember?") { Multiline = true, Hint = "For our own people; the customer does not see it." }));
    }

    private static Reply NotFixed(Caller caller, SupportCase c) => c.Status.IsOpen()
        ? Reply.Refused(CustomerText.Of($"{c.ReferenceText} is open already; the team is working on it. Write in its thread what you see."))
        : EndingRules.Reopen(c, CaseActs.ActorOf(caller), "").Refusal is { } closed ? Reply.Refused(closed)
        : Reply.Show(CaseForm.About(
            c, "verify.submit", "Not fixed", "Tell the team",
            new TextField("wrong", "What is still wrong?") { Required = true, Multiline = true }));
}
