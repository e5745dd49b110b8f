using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.Handover;

/// <summary>
/// The button <c>Send back</c> and <c>/liaison bounce REF</c>: engineering ticks what is missing and may ask one thing. Before it accepted, the
/// brief comes back to support; afterwards it keeps the case and has asked again. Either way support owes an answer, and it is counted (S66, S248).
/// </summary>
internal sealed class BounceCommand(HandoverDesk desk, HandoffStore handoffs, BriefMail mail, CaseMail people, HandoverPromises promises) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison bounce", "REF", "Send a technical brief back with what is missing, or ask support again.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await desk.Acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : await AskAsync(caller, found, cancellationToken);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        await desk.Acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? await AskAsync(caller, found, cancellationToken) : CaseActs.NoSuchCase("");

    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var values = submission.Values;
        var question = values.One("question");
        return values.Many("missing").Count == 0 && question.Length == 0
            ? Task.FromResult(Reply.Wrong(new FieldError("missing", "Tick what is missing, or ask a question, so that support knows what to do.")))
            : desk.ActAsync(
                caller, submission.Key, submission.State,
                async (work, c) => await HandoffStore.HoldAsync(work, c.Id, cancellationToken) is { } handoff
                    ? await BounceAsync(work, c, caller, handoff, values.Many("missing"), question, cancellationToken)
                    : AcceptCommand.NeverSent(c),
                cancellationToken);
    }

    private async Task<Reply> BounceAsync(
        UnitOfWork work, SupportCase c, Caller caller, Handoff handoff, IReadOnlyList<string> ticked, string question, CancellationToken cancellationToken)
    {
        var by = CaseActs.ActorOf(caller);
        var keys = ticked.Where(k => BriefItem.Find(c, k) is not null).ToList();
        var missing = BriefWords.Missing(c, keys, question);
        var asks = handoff.State == HandoffState.Accepted;
        var decision = asks ? HandoverRules.Ask(c, by, missing) : HandoverRules.Bounce(c, by, handoff, missing);
        if (decision.Refusal is { } refusal)
        {
            return Reply.Refused(refusal);
        }

        var owner = c.Owner?.Id ?? handoff.SentById;
        var made = new Commitment(Commitment.NewId(work.Now), CommitmentKind.Personal, $"Answer {caller.Name} of engineering. {missing}") { OwnerId = owner };
        if (!asks)
        {
            HandoffStore.Answered(work, handoff.Id, HandoffState.Bounced, by);
            await promises.AnsweredAsync(work, c.Id, by.Name, cancellationToken);
        }

        HandoffStore.Ask(work, new HandoffQuestion(
            Guid.CreateVersion7(work.Now.ToDateTimeOffset()), handoff.Id, c.Id, asks ? QuestionKind.Ask : QuestionKind.Bounce, work.Now, by.Name, by.Id, keys, question, made.Id));
        decision = decision with { Events = [decision.Events[0] with { Commits = [made], SaidAs = handoff.Anchor }] };
        if (await desk.ApplyAsync(work, c, by, decision, cancellationToken) is { } refused)
        {
            return refused;
        }

        mail.Redraw(work, handoff);
        people.Tell(work, c, owner, Card(c, by.Name, asks, missing, promises.DueOf(c, made, work.Now)), lasting: true);
        return Reply.Done(asks
            ? CustomerText.Of($"Support is asked. You hear here when they have answered.")
            : CustomerText.Of($"The brief of {c.ReferenceText} is back with support. It comes to you again when it is complete."));
    }

    private static StaffCard Card(SupportCase c, string by, bool asks, string missing, NodaTime.Instant? answerBy)
    {
        var card = StaffCard.Titled(asks ? StaffText.Of($"{c.Reference}: {by} of engineering asks") : StaffText.Of($"{c.Reference}: {by} sent the brief back"))
            .Quoting(missing);
        card = answerBy is { } due ? card.Say(StaffText.Of($"Please answer by {due}.")) : card;
        return card.With(
            Button.Open("supply.open", asks ? "Answer" : "Complete it", c.Id.ToString(), ButtonStyle.Primary),
            Button.Open("wait.open", "Ask the customer", c.Id.ToString()));
    }

    private async Task<Reply> AskAsync(Caller caller, SupportCase c, CancellationToken cancellationToken)
    {
        if (await handoffs.NewestAsync(c.Id, cancellationToken) is not { IsOpen: true } handoff)
        {
            return AcceptCommand.NeverSent(c);
        }

        if (!AcceptCommand.MayAnswer(caller, handoff))
        {
            return AcceptCommand.NotYours;
        }

        var asks = handoff.State == HandoffState.Accepted;
        var missing = mail.ScoreOf(c).Missing.Select(i => i.Key);
        return Reply.Show(CaseForm.About(
            c, "bounce.submit", asks ? "Ask support" : "Send the brief back", asks ? "Ask" : "Send back",
            new ChoiceField("missing", "What is missing?", [.. BriefItem.For(c).Select(i => new Choice(i.Key, i.Label))])
            {
                Multiple = true,
                Initial = asks ? [] : [.. missing],
                Hint = "Untick what you can do without.",
            },
            new TextField("question", "One question") { Multiline = true, MaxLength = 1000, Hint = "What would you ask if they sat beside you?" }));
    }
}
