using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.Reviews;

/// <summary><c>/liaison actions</c>: what reviews led to and is still to be done, yours or all; done with one press (S211).</summary>
internal sealed class ActionsCommand(CaseActs acts, CaseStore cases, ReviewStore reviews) : IChatCommand
{
    private const int Shown = 20;

    public CommandSpec Spec { get; } = new("liaison actions", "[all | done]", "What reviews led to and is still to be done: yours, or everyone's; and what is done.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        Reply.Show(CommandWords.Lower(call.Text.Trim()) is var word && word == "done"
            ? await DrawDoneAsync(caller, cancellationToken)
            : await DrawAsync(caller, word == "all", cancellationToken));

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Value.Split('/') is not [var caseId, var action] || !Guid.TryParse(action, out var promise))
        {
            return CaseActs.NoSuchCase("");
        }

        return await acts.ActAsync(
            caller, press.Key, caseId, (work, c, by) => DoneAsync(work, c, by, promise, cancellationToken),
            c => CustomerText.Of($"Done, and noted on {c.ReferenceText}. Thank you."), cancellationToken);
    }

    private static async Task<CaseDecision> DoneAsync(UnitOfWork work, SupportCase c, Actor by, Guid promise, CancellationToken cancellationToken)
    {
        if (await ReviewStore.DoneAsync(work, promise, c.Id, by.Name, cancellationToken) is not { } what)
        {
            return CaseDecision.Refuse(CustomerText.Of($"That action of {c.ReferenceText} is done already. /liaison actions shows what is left."));
        }

        foreach (var owed in (await PromiseStore.HoldOwedAsync(work, c.Id, cancellationToken)).Where(p => p.Id == promise))
        {
            PromiseStore.Update(work, PromiseRules.Keep(owed, work.Now), "Kept", $"{by.Name} did it.");
        }

        return CaseDecision.To(c, new CaseEvent(CaseEventKind.ActionDone, $"{by.Name} did: {what}"));
    }

    private async Task<StaffCard> DrawAsync(Caller caller, bool all, CancellationToken cancellationToken)
    {
        var open = await reviews.OpenAsync(all ? null : caller.PersonId, Shown + 30, cancellationToken);
        var card = StaffCard.Titled(all ? "Actions from reviews" : "Your actions from reviews");
        var shown = 0;
        foreach (var action in open)
        {
            if (shown == Shown || await cases.FindAsync(action.CaseId, cancellationToken) is not { } c || !CaseActs.MaySee(caller, c))
            {
                continue;
            }

            shown++;
            var late = action.DueAt <= caller.Now ? StaffText.Of($"late since {action.DueAt}") : StaffText.Of($"by {action.DueAt}");
            card = card.Row(
                StaffText.Of($"{c.Reference:b} {action.What}\n{action.Owner.Name}, {late}"),
                Button.Act("actions.done", "Done", $"{c.Id}/{action.PromiseId}"));
        }

        return shown == 0 ? card.Say("Nothing is left to do.") : card;
    }

    /// <summary>What is done may be a change in how we work, and is then worth measuring.</summary>
    private async Task<StaffCard> DrawDoneAsync(Caller caller, CancellationToken cancellationToken)
    {
        var card = StaffCard.Titled("Done actions from reviews");
        var shown = 0;
        foreach (var action in await reviews.DoneAsync(Shown + 30, cancellationToken))
        {
            if (shown == Shown || await cases.FindAsync(action.CaseId, cancellationToken) is not { } c || !CaseActs.MaySee(caller, c))
            {
                continue;
            }

            shown++;
            card = card.Row(
                StaffText.Of($"{c.Reference:b} {action.What}\n{action.Owner.Name}, done {action.DoneAt!.Value:d}"),
                Button.Open("improve.open", "Make it an improvement", $"{c.Id}|{action.PromiseId}|"));
        }

        return shown == 0 ? card.Say("Nothing is done yet.") : card;
    }
}
