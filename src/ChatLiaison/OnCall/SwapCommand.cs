using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.People;

namespace ChatLiaison.OnCall;

/// <summary><c>/liaison swap</c>: asks a colleague to take a turn, in return for one of theirs or as a favour.</summary>
internal sealed class SwapCommand(SwapDesk swaps, PersonChoices choices) : IChatCommand
{
    private const string AsFavour = "none";

    public CommandSpec Spec { get; } = new("liaison swap", "", "Ask a colleague to take a turn of yours on call, for one of theirs or as a favour; or take that back.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        await swaps.WaitingAsync(caller, cancellationToken) is { Count: > 0 } waiting ? Reply.Show(Waiting(waiting)) : Open(caller);

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action == "swap.open")
        {
            return Open(caller);
        }

        if (!Guid.TryParse(press.Value, out var id))
        {
            return Reply.Refused(CustomerText.Of($"That question is no longer there."));
        }

        if (press.Action == "swap.withdraw")
        {
            var (asked, stays) = await swaps.WithdrawAsync(new Act(caller, press.Key), id, cancellationToken);
            return asked is null ? Reply.Refused(stays!) : Reply.Replace(StaffCard.Plain(StaffText.Of($"{asked} is no longer asked. The turn stays yours."))
                .With(Button.Open("swap.open", "Ask somebody else", "", ButtonStyle.Primary)));
        }

        var (card, refusal) = await swaps.AnswerAsync(new Act(caller, press.Key), id, press.Action == "swap.accept", cancellationToken);
        return card is null ? Reply.Refused(refusal ?? CustomerText.Of($"That question is no longer there.")) : Reply.Replace(card);
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var (values, onCall) = (submission.Values, swaps.Desk.Known.OnCall);
        var mine = TurnChoices.Read(values.One("turn"), onCall);
        var back = values.One("back") is { Length: > 0 } chosen && chosen != AsFavour ? TurnChoices.Read(chosen, onCall) : null;
        var asked = Guid.TryParse(values.One("with"), out var id) ? swaps.Desk.Known.PersonById(id) : back?.Person;
        if (mine is null || mine.Person.Id != caller.PersonId)
        {
            return Reply.Wrong(new FieldError("turn", "That turn is not yours any more. Choose another."));
        }

        if (asked is not { Active: true } || asked.Id == caller.PersonId)
        {
            return Reply.Wrong(new FieldError("with", "Choose a colleague to ask."));
        }

        if (back is not null && (back.Person.Id != asked.Id || back.Plan.Rotation.Id != mine.Plan.Rotation.Id))
        {
            return Reply.Wrong(new FieldError("back", $"That is not a turn of {asked.Name} in {mine.Plan.Rotation.Name}. Choose one of theirs, or nothing."));
        }

        return await swaps.AskAsync(new Act(caller, submission.Key), mine, asked, back, cancellationToken) is { } refusal
            ? Reply.Wrong(new FieldError("with", refusal.ToPlain()))
            : Reply.Done(CustomerText.Of($"{CustomerText.Name(asked.Name)} is asked. You hear as soon as they answer; until then the turn is yours, and /liaison swap takes the question back."));
    }

    private StaffCard Waiting(List<SwapRequest> waiting) => waiting
        .Aggregate(StaffCard.Titled("What you have asked and nobody has answered"), (card, swap) => card.Row(
            StaffText.Of($"{swaps.Mail.NameOf(swap.AskedId):b} to take your turn, {swap.From} until {swap.Until}"), Button.Act("swap.withdraw", "Take it back", swap.Id.ToString())))
        .With(Button.Open("swap.open", "Swap a turn", "", ButtonStyle.Primary));

    private Reply Open(Caller caller)
    {
        var known = swaps.Desk.Known;
        var me = known.PersonById(caller.PersonId!.Value)!;
        var turns = TurnChoices.All(known.OnCall, caller.Now).ToList();
        var mine = turns.Where(t => t.Person.Id == me.Id).Take(50).ToList();
        if (mine.Count == 0)
        {
            return Reply.Refused(CustomerText.Of($"You have no turn on call in the next eight weeks, so there is nothing to swap."));
        }

        var rotations = mine.Select(t => t.Plan.Rotation).DistinctBy(r => r.Id).ToList();
        var inIt = rotations.SelectMany(r => r.Shifts).SelectMany(s => s.People).ToHashSet();
        var theirs = turns.Where(t => t.Person.Id != me.Id && rotations.Exists(r => r.Id == t.Plan.Rotation.Id)).Take(60);
        return Reply.Show(new Form(
            "swap.submit",
            "Swap a turn",
            "Ask",
            [
                new ChoiceField("turn", "Which turn of yours?", [.. mine.Select(t => TurnChoices.Of(t, me.Zone, named: false))])
                {
                    Required = true,
                    Hint = $"Times are yours, {me.Zone.Id}.",
                },
                choices.Field("with", "Who could take it?", p => p.Roles.Count > 0 && p.Id != me.Id && swaps.Mail.Reaches(p.Id), first: p => inIt.Contains(p.Id)),
                new ChoiceField("back", "What do you take in return?", [new Choice(AsFavour, "Nothing, I ask a favour"), .. theirs.Select(t => TurnChoices.Of(t, me.Zone, named: true))])
                {
                    Initial = [AsFavour],
                    Hint = "A turn of theirs also says whom to ask.",
                },
            ])
        {
            Token = Guid.NewGuid().ToString("N"),
            Opener = Button.Open("swap.open", "Swap a turn", "", ButtonStyle.Primary),
            OpenerText = CustomerText.Of($"Ask a colleague to take a turn of yours: the button opens the form."),
        });
    }
}
