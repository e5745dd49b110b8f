using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.Playbook;

namespace ChatLiaison.Escalation;

/// <summary><c>/liaison ladder check</c>: where the ladder would reach nobody in the next two weeks.</summary>
internal sealed class LadderCommand(PlaybookSource playbooks, People.Directory directory, Platforms platforms) : IChatCommand
{
    private const int RowsShown = 8;

    public CommandSpec Spec { get; } = new("liaison ladder", "check", "Walk the escalation ladder through the next two weeks: which hours would reach nobody.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var word = CommandWords.Lower(CommandWords.Split(call.Text).First);
        return Task.FromResult(word is "" or "check"
            ? Reply.Show(Draw(LadderCheck.Run(playbooks.Current, directory.Current, platforms.Keys, caller.Now)))
            : Reply.Refused(CustomerText.Of($"The ladder can be checked: /liaison ladder check")));
    }

    internal static StaffCard Draw(LadderReport report)
    {
        var card = StaffCard.Titled(report.IsWell
            ? $"Every hour of the next {LadderCheck.Days} days reaches somebody"
            : "The ladder has holes in the next 14 days");
        card = report.IsWell ? card : card.List(report.Trouble().Take(RowsShown).Select(StaffText.FromString));
        if (report.Levels.Count > 0)
        {
            card = card.Say("A critical case passes these levels by at once, since they reach nobody then:")
                .Table(["Level", "Hours (UTC)", "Days"], [.. report.Levels.Take(RowsShown).Select(g => new[] { g.Whose, g.Hours, g.On })])
                .List(report.Levels.GroupBy(g => g.Whose, StringComparer.Ordinal).Take(RowsShown)
                    .Select(level => StaffText.Of($"{level.Key:b}: {string.Join("; ", level.Select(g => g.Why).Distinct(StringComparer.Ordinal).Take(2))}")));
        }

        card = card.Say(StaffText.Of(
            $"Somebody is at work or on call, of {LadderCheck.Days * 24} hours: {string.Join(", ", report.Staffed.Select(s => $"{s.Level} {s.Staffed}"))}."));
        card = report.DaysOff.Count == 0 ? card : card.List(report.DaysOff.Take(RowsShown).Select(day => StaffText.Of($"Day off: {day}")));
        return report.Levels.Count > RowsShown
            ? card.Small(StaffText.Of($"And {report.Levels.Count - RowsShown} more lines: run the server's ladder check."))
            : card.Small("Weekends, holidays, absences, covers and rotations are counted as they stand now. To close a hole: /liaison oncall, or give somebody the role.");
    }
}
