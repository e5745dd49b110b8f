using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Updates;

namespace ChatLiaison.Escalation;

/// <summary>Sends the customer the message of the case's level, exactly as it was shown to the person who presses.</summary>
internal sealed class TellCommand(CaseActs acts, CaseViews views) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison tell", "REF", "Send the customer the message of the case's escalation level.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        if (found is null)
        {
            return refusal!;
        }

        var view = await views.ReadAsync(found, cancellationToken);
        return LevelScript.For(view, found.Level) is { } script
            ? Reply.Show(StaffCard.Titled(StaffText.Of($"To the customer, on {found.Reference}"))
                .Quoting(script).With(Button.Act("tell.script", "Send this", $"{found.Id}/{found.Level}", ButtonStyle.Primary)))
            : Reply.Refused(CustomerText.Of($"The level of {found.ReferenceText} has no message of its own. Use /liaison update to write one."));
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        var parts = press.Value.Split('/');
        if (parts.Length != 2 || !int.TryParse(parts[1], out var level) || await acts.FindAsync(caller, parts[0], cancellationToken) is not { } found
            || LevelScript.For(await views.ReadAsync(found, cancellationToken), level) is not { } script)
        {
            return CaseActs.NoSuchCase("");
        }

        return await acts.ActAsync(
            caller, press.Key, parts[0],
            (c, by) => CaseRules.Tell(c, by, script.ToPlain(), null, alreadySaid: false, caller.Now),
            c => CaseRooms.Nowhere(c) ?? CustomerText.Of($"The customer is told about {c.ReferenceText}."), cancellationToken);
    }
}
