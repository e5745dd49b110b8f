using ChatLiaison.Chat;
using ChatLiaison.Playbook;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Knowledge;

/// <summary>How far a scenario was walked on a case.</summary>
internal sealed record ScenarioWalk(Guid CaseId, string Scenario, string By, Instant StartedAt, Instant? FinishedAt, string Ended, IReadOnlyList<WalkedStep> Steps)
{
    /// <summary>From 1: what it is for may come up again on the same case.</summary>
    public int Number { get; init; } = 1;
}

/// <summary>A step of a walk.</summary>
/// <param name="Number">Which walk of the scenario on this case, from 1.</param>
internal sealed record ScenarioPlace(Scenario Scenario, ScenarioStep Step, int Number);

/// <param name="Answers">By the question's key; a moment as an ISO instant, several choices joined by commas.</param>
/// <param name="Skipped">Why it was left out; null when it was done.</param>
internal sealed record WalkedStep(string Step, IReadOnlyDictionary<string, string> Answers, string Said, string? Skipped, string By, Instant At);

/// <summary>What comes next in a walk, and what fills its words. Pure.</summary>
internal static class ScenarioRules
{
    /// <summary>The first step that was neither done nor left out; null at the end.</summary>
    public static ScenarioStep? Next(Scenario scenario, ScenarioWalk? walk) =>
        scenario.Steps.FirstOrDefault(s => walk is null || !walk.Steps.Any(w => w.Step == s.Key));

    /// <summary>Where a scenario is opened: at the step that comes next, or once more from the beginning when it was walked to its end.</summary>
    /// <param name="newest">The newest walk; null when it was never begun.</param>
    public static ScenarioPlace Open(Scenario scenario, ScenarioWalk? newest) => newest is { FinishedAt: null } && Next(scenario, newest) is { } next
        ? new(scenario, next, newest.Number)
        : new(scenario, scenario.Steps[0], (newest?.Number ?? 0) + 1);

    public static int NumberOf(Scenario scenario, ScenarioStep step) => scenario.Steps.TakeWhile(s => s != step).Count() + 1;

    /// <summary>Every answer so far, the given ones last.</summary>
    public static Dictionary<string, string> Answers(ScenarioWalk? walk, IReadOnlyDictionary<string, string> given)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, answer) in (walk?.Steps ?? []).SelectMany(s => s.Answers).Concat(given))
        {
            all[key] = answer;
        }

        return all;
    }

    /// <summary>The slots of a script that nothing fills.</summary>
    public static IReadOnlyList<string> Unfilled(Script script, IReadOnlyList<(string Slot, CustomerText Value)> common, IReadOnlyDictionary<string, string> answers) =>
        [.. script.Slots.Where(s => !answers.GetValueOrDefault(s, "").Any(c => !char.IsWhiteSpace(c)) && !common.Any(c => c.Slot == s && !c.Value.IsEmpty))];

    /// <summary>The words, filled. Everything in them is seen by the person who sends them before they go.</summary>
    public static CustomerText Fill(Script script, IReadOnlyList<(string Slot, CustomerText Value)> common, IReadOnlyDictionary<string, string> answers, string by) =>
        script.Fill([.. common.Where(c => !answers.ContainsKey(c.Slot)), .. answers.Select(a => (a.Key, Text(a.Value, by)))]);

    public static Instant? MomentOf(string answer) => InstantPattern.ExtendedIso.Parse(answer) is { Success: true } parsed ? parsed.Value : null;

    private static CustomerText Text(string answer, string by) => MomentOf(answer) is { } at ? CustomerText.Of($"{at}") : CustomerText.Approved(answer, by);

    /// <summary>How well a scenario fits a case; 0 when it is not suggested.</summary>
    public static int Fit(Scenario scenario, Cases.SupportCase c, IReadOnlyCollection<string> triggers, bool ownerAway)
    {
        var signs = scenario.Suggest;
        return (signs.Triggers.Any(triggers.Contains) ? 8 : 0) + (signs.Moods.Contains(c.Sentiment) ? 4 : 0)
            + (signs.Types.Contains(c.Type) ? 2 : 0) + (signs.OwnerAway && ownerAway ? 3 : 0);
    }
}
