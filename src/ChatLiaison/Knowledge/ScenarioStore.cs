using System.Text.Json;
using ChatLiaison.Storage;

namespace ChatLiaison.Knowledge;

/// <summary>The only writer of the tables <c>scenario_walks</c> and <c>scenario_steps</c>.</summary>
internal sealed class ScenarioStore(Database database)
{
    public async Task<IReadOnlyList<ScenarioWalk>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var walks = await database.Ask(
            "select scenario, by_name, started_at, finished_at, ended, number from scenario_walks where case_id = $1 order by started_at, number", caseId)
            .ListAsync(row => (Key: row.Text(0), By: row.Text(1), Started: row.At(2), Finished: row.AtOrNull(3), Ended: row.Text(4), Number: row.Int(5)), cancellationToken);
        var steps = walks.Count == 0 ? [] : await database.Ask(
            "select scenario, step, answers::text, said, skipped, by_name, at, number from scenario_steps where case_id = $1 order by at", caseId)
            .ListAsync(row => (Scenario: row.Text(0), Step: new WalkedStep(row.Text(1), ReadAnswers(row.Text(2)), row.Text(3), row.TextOrNull(4), row.Text(5), row.At(6)), Number: row.Int(7)), cancellationToken);
        return [.. walks.Select(w => new ScenarioWalk(caseId, w.Key, w.By, w.Started, w.Finished, w.Ended, [.. steps.Where(s => s.Scenario == w.Key && s.Number == w.Number).Select(s => s.Step)])
        {
            Number = w.Number,
        })];
    }

    /// <summary>The newest walk of a scenario; null when it was never begun.</summary>
    public async Task<ScenarioWalk?> NewestAsync(Guid caseId, string scenario, CancellationToken cancellationToken) =>
        (await OfCaseAsync(caseId, cancellationToken)).LastOrDefault(w => w.Scenario == scenario);

    public async Task<ScenarioWalk?> FindAsync(Guid caseId, ScenarioPlace at, CancellationToken cancellationToken) =>
        (await OfCaseAsync(caseId, cancellationToken)).FirstOrDefault(w => w.Scenario == at.Scenario.Key && w.Number == at.Number);

    /// <summary>Writes a step; false when somebody else did it meanwhile.</summary>
    public static async Task<bool> StepAsync(UnitOfWork work, Guid caseId, ScenarioPlace at, WalkedStep step, CancellationToken cancellationToken)
    {
        work.Write(
            "insert into scenario_walks (case_id, scenario, number, by_name, started_at) values ($1, $2, $3, $4, $5) on conflict do nothing",
            caseId, at.Scenario.Key, at.Number, step.By, work.Now);
        return (await work.ReadAsync(
            """
            insert into scenario_steps (case_id, scenario, step, answers, said, skipped, by_name, at, number) values ($1, $2, $3, $4::jsonb, $5, $6, $7, $8, $9)
            on conflict do nothing returning 1
            """,
            [caseId, at.Scenario.Key, step.Step, JsonSerializer.Serialize(step.Answers), step.Said, step.Skipped, step.By, work.Now, at.Number], row => row.Int(0), cancellationToken)).Count == 1;
    }

    public static void Finish(UnitOfWork work, Guid caseId, ScenarioPlace at, string ended) => work.Write(
        "update scenario_walks set finished_at = $4, ended = $5 where case_id = $1 and scenario = $2 and number = $3", caseId, at.Scenario.Key, at.Number, work.Now, ended);

    private static Dictionary<string, string> ReadAnswers(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
}
