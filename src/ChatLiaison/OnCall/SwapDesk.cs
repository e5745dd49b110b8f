using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.OnCall;

/// <summary>Carries a swap from the question to the answer. Both are told of each step.</summary>
internal sealed class SwapDesk(OnCallDesk desk, SwapStore swaps, PersonMail mail)
{
    public OnCallDesk Desk => desk;

    public PersonMail Mail => mail;

    public Task<List<SwapRequest>> WaitingAsync(Caller caller, CancellationToken cancellationToken) => swaps.AskedByAsync(caller.PersonId!.Value, caller.Now, cancellationToken);

    /// <summary>Whoever asked takes the question back while nobody has answered it.</summary>
    /// <returns>Who is no longer asked, or why nothing was done.</returns>
    public async Task<(string? Asked, CustomerText? Refusal)> WithdrawAsync(Act act, Guid id, CancellationToken cancellationToken)
    {
        var asked = "";
        var refusal = await desk.ChangeAsync(
            act,
            async (work, fresh) =>
            {
                if (await SwapStore.HoldAsync(work, id, cancellationToken) is not { } swap || swap.AskerId != act.Caller.PersonId)
                {
                    return "This was asked by somebody else.";
                }

                asked = mail.NameOf(swap.AskedId);
                if (swap.State != SwapState.Asked)
                {
                    return swap.State == SwapState.Withdrawn ? "You took this back already." : $"{asked} has answered already.";
                }

                SwapStore.Answer(work, id, SwapState.Withdrawn);
                if (fresh.OnCall.ById(swap.RotationId) is { } plan)
                {
                    OnCallDesk.Log(work, act, plan.Rotation, $"{act.By} no longer asks {asked} to take the turn of {swap.From}");
                }

                mail.Redraw(work, swap.AskedId, SwapCard.Letter(swap));
                return null;
            },
            cancellationToken);
        return refusal is null ? (asked, null) : (null, refusal);
    }

    public Task<CustomerText?> AskAsync(Act act, TurnOf mine, Person asked, TurnOf? back, CancellationToken cancellationToken)
    {
        var swap = new SwapRequest(
            Guid.NewGuid(), mine.Plan.Rotation.Id, mine.Person.Id, asked.Id, mine.From, mine.Until, back is null ? null : new Interval(back.From, back.Until), SwapState.Asked);
        return desk.ChangeAsync(
            act,
            (work, fresh) =>
            {
                if (OnCallRules.Refusal(swap, fresh.OnCall.ById(swap.RotationId), work.Now) is { } refusal)
                {
                    return Task.FromResult<string?>(refusal);
                }

                SwapStore.Add(work, swap);
                OnCallDesk.Log(work, act, mine.Plan.Rotation, $"{act.By} asks {asked.Name} to take the turn of {mine.From}");
                var wakes = asked.IsAwake(work.Now) ? work.Now : asked.Quiet.EndsAt(work.Now, asked.Zone);
                return Task.FromResult(mail.TellLive(work, asked.Id, SwapCard.Letter(swap), urgent: wakes >= swap.From)
                    ? null
                    : $"{asked.Name} can't be reached just now. Ask somebody else.");
            },
            cancellationToken);
    }

    /// <returns>The card as it stands afterwards, or why nothing was done.</returns>
    public async Task<(StaffCard? Card, CustomerText? Refusal)> AnswerAsync(Act act, Guid id, bool accept, CancellationToken cancellationToken)
    {
        var refusal = await desk.ChangeAsync(act, (work, fresh) => AnswerAsync(work, fresh, act, id, accept, cancellationToken), cancellationToken);
        return refusal is null && await swaps.FindAsync(id, cancellationToken) is { } swap ? (SwapCard.Draw(swap, desk.Known, act.Caller.Now), null) : (null, refusal);
    }

    private async Task<string?> AnswerAsync(UnitOfWork work, StaffIndex fresh, Act act, Guid id, bool accept, CancellationToken cancellationToken)
    {
        if (await SwapStore.HoldAsync(work, id, cancellationToken) is not { } swap || swap.AskedId != act.Caller.PersonId)
        {
            return "This was asked of somebody else.";
        }

        var plan = fresh.OnCall.ById(swap.RotationId);
        if (OnCallRules.Refusal(swap, plan, work.Now) is { } refusal)
        {
            return refusal;
        }

        SwapStore.Answer(work, id, accept ? SwapState.Accepted : SwapState.Declined);
        if (!accept)
        {
            OnCallDesk.Log(work, act, plan!.Rotation, $"{act.By} declines the turn of {swap.From}");
            mail.Tell(work, swap.AskerId, StaffCard.Titled(StaffText.Of($"{act.By} can't take your turn on call"))
                .Say(StaffText.Of($"{plan.Rotation.For}, {swap.From} until {swap.Until}: it stays yours."))
                .With(Button.Open("swap.open", "Ask somebody else", "", ButtonStyle.Primary)));
            return null;
        }

        string Email(Guid person) => fresh.ById(person)!.Email;
        var reason = $"swap with {fresh.ById(swap.AskerId)!.Name}";
        OnCallDesk.AddOverride(work, act, plan!.Rotation, new(Guid.NewGuid(), swap.RotationId, swap.AskedId, swap.AskerId, Instant.Max(work.Now, swap.From), swap.Until, reason), Email);
        if (swap.Back is { } back)
        {
            OnCallDesk.AddOverride(work, act, plan.Rotation, new(Guid.NewGuid(), swap.RotationId, swap.AskerId, swap.AskedId, back.Start, back.End, $"swap with {act.By}"), Email);
        }

        mail.Tell(work, swap.AskerId, Accepted(act.By, plan.Rotation, swap));
        return null;
    }

    private static StaffCard Accepted(string by, OnCallRotation rotation, SwapRequest swap)
    {
        var card = StaffCard.Titled(StaffText.Of($"{by} takes your turn on call")).Say(StaffText.Of($"{rotation.For}, {swap.From} until {swap.Until}."));
        card = swap.Back is { } back ? card.Say(StaffText.Of($"You take theirs, {back.Start} until {back.End}.")) : card;
        return card.With(Button.Act("oncall.show", "Who is on call", rotation.Name));
    }
}
