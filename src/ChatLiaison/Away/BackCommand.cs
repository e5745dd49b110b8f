using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Away;

/// <summary><c>/liaison back</c>: ends being away, and the presses of the debrief by which cases are one's own again.</summary>
internal sealed class BackCommand(AwayDesk desk, HandBack handBack, DebriefCard debrief, People.Directory directory) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison back", "", "You are back: what happened meanwhile, and your cases with one press.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var mine = directory.Current.Absences.Of(caller.PersonId!.Value);
        if (mine.Any(a => a.From <= caller.Now))
        {
            await desk.BackAsync(caller, call.Key, null, cancellationToken);
            return Reply.Done(CustomerText.Of($"Welcome back. What happened meanwhile comes in our own chat."));
        }

        return mine is [var next, ..]
            ? Reply.Show(StaffCard.Plain(StaffText.Of($"You are not away now. You have said that you will be, from {next.From} until {next.Until}."))
                .With(Button.Act("back.cancel", "Take that back", next.Id.ToString())))
            : Reply.Refused(CustomerText.Of($"You are not away. Say /liaison away with a time when you are going to be."));
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action == "back.cancel")
        {
            var over = Guid.TryParse(press.Value, out var planned) ? await desk.BackAsync(caller, press.Key, planned, cancellationToken) : null;
            return over is null
                ? Reply.Refused(CustomerText.Of($"That is over already."))
                : Reply.Replace(StaffCard.Plain("You will be there: that absence is taken back."));
        }

        var ids = press.Value.Split('/');
        if (!Guid.TryParse(ids[0], out var absence))
        {
            return Reply.Refused(CustomerText.Of($"That is from an older version. /cases lists the open cases; Take makes one yours."));
        }

        var refusal = await handBack.TakeAsync(caller, press.Key, absence, ids.Length > 1 && Guid.TryParse(ids[1], out var one) ? one : null, cancellationToken);
        return refusal is not null ? Reply.Refused(refusal)
            : await debrief.DrawAsync(absence.ToString(), caller.Now, cancellationToken) is { } card ? Reply.Replace(card)
            : Reply.Done();
    }
}
