using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Storage;

namespace ChatLiaison.Quality;

/// <summary>The answers to the question of confidence, and <c>/liaison pulse</c>: whether it is asked of you (S233).</summary>
internal sealed class PulseCommand(Database database, PulseStore pulses) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison pulse", "", "Whether you are asked how confident you are after a hand-off, and how to stop it.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        Reply.Show(Standing(asked: !await pulses.IsUnaskedAsync(caller.PersonId!.Value, cancellationToken)));

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(caller.Now);
        if (press.Action is "pulse.off" or "pulse.on")
        {
            PulseStore.SetAsked(work, caller.PersonId!.Value, press.Action == "pulse.on");
            await work.CommitAsync(cancellationToken);
            return Reply.Replace(Standing(press.Action == "pulse.on"));
        }

        if (press.Value.Split('/') is not [var id, var said] || !Guid.TryParse(id, out var asked) || said is not ("1" or "2" or "3" or "4" or "5")
            || await pulses.FindAsync(asked, cancellationToken) is not { } pulse || pulse.PersonId != caller.PersonId)
        {
            return Reply.Refused(CustomerText.Of($"That question is for the person it was sent to."));
        }

        if (pulse.Answer is null)
        {
            PulseStore.Answer(work, pulse.Id, said[0] - '0');
            await work.CommitAsync(cancellationToken);
        }

        return Reply.Replace(StaffCard.Plain("Thank you. It counts together with the others' answers."));
    }

    private static StaffCard Standing(bool asked) => asked
        ? StaffCard.Plain("You are asked, at most once a week, how confident you are after a case that engineering had a part in. Answers are shown without names.")
            .With(Button.Act("pulse.off", "Don't ask me", ""))
        : StaffCard.Plain("You are not asked how confident you are after a hand-off.").With(Button.Act("pulse.on", "Ask me again", ""));
}
