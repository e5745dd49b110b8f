using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.WorkingThread;

/// <summary>The newest of the working thread on the triage card, and the ways to add to it.</summary>
internal sealed class WorkPart(CaseStore cases) : ICasePart
{
    private static readonly CaseEventKind[] Kinds =
        [CaseEventKind.Found, CaseEventKind.Tried, CaseEventKind.CauseFound, CaseEventKind.EstimateKnown, CaseEventKind.RoadblockHit];

    public int Order => 10;

    public async ValueTask<CasePart?> ReadAsync(SupportCase c, CancellationToken cancellationToken)
    {
        // Before anybody has taken it up there is nothing to be read.
        var lines = c.AcknowledgedAt is null ? [] : await cases.TimelineAsync(c.Id, Kinds, 12, cancellationToken);
        return new CasePart { Facts = [.. Facts(lines)], Buttons = c.Status.IsOpen() ? Buttons(c.Id.ToString()) : [] };
    }

    private static IEnumerable<(string, StaffText)> Facts(List<TimelineLine> lines)
    {
        foreach (var (kind, label) in new[]
        {
            (CaseEventKind.CauseFound, "Cause"), (CaseEventKind.EstimateKnown, "Estimate"), (CaseEventKind.RoadblockHit, "Roadblock"),
            (CaseEventKind.Found, "Last finding"), (CaseEventKind.Tried, "Tried last"),
        })
        {
            if (lines.FindLast(l => l.Kind == kind) is { } line)
            {
                yield return (label, StaffText.Of($"{CommandWords.Cut(line.Text, 300)} ({line.Actor}, {line.At})"));
            }
        }
    }

    /// <summary>What is found and promised is added on the cards that these show, so that the menu stays short.</summary>
    private static IReadOnlyList<Button> Buttons(string id) =>
        [Button.Act("case.progress", "Progress and news", id).Further(), Button.Act("case.promises", "Promises", id).Further()];
}
