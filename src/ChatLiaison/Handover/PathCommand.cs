using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Escalation;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Handover;

/// <summary>
/// <c>/liaison path REF</c> and the two buttons of the question: can support settle it? A no leads straight to engineering, with the brief (S48).
/// </summary>
internal sealed class PathCommand(HandoverDesk desk, BriefMail briefs, BriefSending sending, Ladder ladder, PlaybookSource playbooks) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison path", "REF", "Say whether you can settle a case or it needs engineering, where it goes with its brief.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) => desk.Acts.AskAsync(
        caller, call,
        c => Task.FromResult(CaseRules.Ended(c)?.Refusal is { } ended
            ? Reply.Refused(ended)
            : Reply.Show(StaffCard.Plain(StaffText.Of($"{c.Reference}: can support settle it? {PathPart.Standing(c)}")).With([.. PathPart.Answers(c)]))),
        cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) => press.Action == "path.settle"
        ? desk.Acts.ActAsync(
            caller, press.Key, press.Value, (c, by) => PathRules.Settle(c, by, caller.Now),
            c => CustomerText.Of($"It is on record that you can settle {c.ReferenceText}."), cancellationToken)
        : desk.Acts.AskAsync(caller, press.Value, c => Task.FromResult(Ask(caller, c)), cancellationToken);

    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) => desk.ActAsync(
        caller, submission.Key, submission.State, (work, c) => GoAsync(work, c, caller, submission.Values.One("note").Trim(), cancellationToken), cancellationToken);

    private async Task<Reply> GoAsync(UnitOfWork work, SupportCase c, Caller caller, string note, CancellationToken cancellationToken)
    {
        var by = CaseActs.ActorOf(caller);
        var decision = PathRules.NeedEngineering(c, by, note, work.Now);
        if (await desk.ApplyAsync(work, c, by, decision, cancellationToken) is { } refused)
        {
            return refused;
        }

        // Above engineering the case stays with whoever has it there, and only the brief goes down.
        var after = decision.After!;
        if (playbooks.Current.Levels.FirstOrDefault(l => l.Role == Role.Engineering) is not { } level || after.Level >= level.Number)
        {
            return await sending.RunAsync(work, after, by, cancellationToken);
        }

        var next = await ladder.ClimbAsync(work, after, by, level.Number, $"{caller.Name}: it needs engineering. {note}".TrimEnd(), cancellationToken);
        return Reply.Done(next is null
            ? CustomerText.Of($"Nobody of engineering or above can be reached now about {c.ReferenceText}. The last-resort channel is told.")
            : next.Roles.Contains(Role.Engineering)
                ? CustomerText.Of($"{c.ReferenceText} goes to {CustomerText.Name(next.Name)} of engineering, with its brief.")
                : CustomerText.Of($"Nobody of engineering can be reached now, so {c.ReferenceText} goes up to {CustomerText.Name(next.Name)}."));
    }

    private Reply Ask(Caller caller, SupportCase c) => PathRules.NeedEngineering(c, CaseActs.ActorOf(caller), "", caller.Now).Refusal is { } refusal
        ? Reply.Refused(refusal)
        : Reply.Show(CaseForm.About(
            c, "path.submit", "It needs engineering", "Hand it over",
            new FormNote("brief", StaffText.Of($"The brief of {c.Reference} goes along. {briefs.ScoreOf(c).InWords()}")),
            new TextField("note", "What should engineering know?") { Multiline = true, MaxLength = 1000, Hint = "For our own people; the customer does not see it." }));
}
