using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;

namespace ChatLiaison.Cases;

/// <summary><c>/liaison priority REF P2</c>: promises get the new targets and keep what has elapsed.</summary>
internal sealed class PriorityCommand(CaseActs acts) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison priority", "REF P1–P4", "Change a case's priority; its promises are re-targeted.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var last = call.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        return Enum.TryParse<Priority>(last, ignoreCase: true, out var priority) && Enum.IsDefined(priority)
            ? acts.ActOnAsync(
                caller, call, (c, by) => CaseRules.Prioritise(c, by, priority),
                c => CustomerText.Of($"{c.ReferenceText} is {CustomerText.Name(c.Priority.ToString())} now."), cancellationToken)
            : Task.FromResult(Reply.Refused(CustomerText.Of($"Say the case and P1, P2, P3 or P4, for instance: /liaison priority ACME-12 P2")));
    }
}
