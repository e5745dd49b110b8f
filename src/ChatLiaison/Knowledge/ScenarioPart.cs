using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using NodaTime.Extensions;

namespace ChatLiaison.Knowledge;

/// <summary>The scenarios on a case's card: what is under way or was agreed, and in the menu what is suggested.</summary>
internal sealed class ScenarioPart(ScenarioStore store, CaseStore cases, PlaybookSource playbooks, People.Directory directory, TimeProvider time) : ICasePart
{
    public int Order => 40;

    public async ValueTask<CasePart?> ReadAsync(SupportCase c, CancellationToken cancellationToken)
    {
        if (c.Status.IsEnded())
        {
            return null;
        }

        var scenarios = playbooks.Current.Scenarios;
        var walks = (await store.OfCaseAsync(c.Id, cancellationToken)).GroupBy(w => w.Scenario).Select(w => w.Last()).ToList();
        var triggers = c.Level == 0 ? [] : await cases.TriggersAsync(c.Id, cancellationToken);
        var away = ScenarioRules.IsOwnerAway(c, directory.Current, time.GetCurrentInstant());
        var facts = walks.Where(w => scenarios.ContainsKey(w.Scenario))
            .Select(w => (scenarios[w.Scenario].Title, (StaffText)(Standing(scenarios[w.Scenario], w) ?? "begun")));
        var open = walks.Where(w => w.FinishedAt is null && scenarios.ContainsKey(w.Scenario)).Select(w => (Scenario: scenarios[w.Scenario], Label: "Go on"));
        var suggested = scenarios.Values.Where(s => !walks.Any(w => w.Scenario == s.Key))
            .Select(s => (Scenario: s, Fit: ScenarioRules.Fit(s, c, triggers, away))).Where(s => s.Fit > 0)
            .OrderByDescending(s => s.Fit).Take(1).Select(s => (s.Scenario, Label: "Walk"));
        var buttons = open.Concat(suggested)
            .Select((s, i) => Button.Open($"scenario.open{i}", CommandWords.Cut($"{s.Label}: {s.Scenario.Title}", 30), $"{c.Id}/{s.Scenario.Key}").Further());
        return !c.Status.IsOpen() ? new CasePart { Facts = [.. facts] } : new CasePart { Facts = [.. facts], Buttons = [.. buttons, Button.Act("scenario.list", "All scenarios", c.Id.ToString()).Further()] };
    }

    /// <summary>How far it is; null when it was not begun.</summary>
    internal static string? Standing(Scenario scenario, ScenarioWalk? walk) => walk switch
    {
        null => null,
        { FinishedAt: not null } => walk.Ended,
        _ => ScenarioRules.Next(scenario, walk) is { } next ? $"step {ScenarioRules.NumberOf(scenario, next)} of {scenario.Steps.Count}, {next.Title}" : "all steps are done",
    };
}
