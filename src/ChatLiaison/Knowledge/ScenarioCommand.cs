using System.Globalization;
using System.Text.RegularExpressions;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Wording;

namespace ChatLiaison.Knowledge;

/// <summary><c>/liaison scenario REF [name]</c>: walks a scenario of the playbook on a case, one step a form; it can be left and taken up again.</summary>
internal sealed partial class ScenarioCommand(CaseActs acts, CaseStore cases, ScenarioDesk desk, Proofreader proof) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison scenario", "REF [name]", "Walk a scenario of the playbook on a case, or go on with it.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        if (found is null)
        {
            return refusal!;
        }

        var (first, after) = CommandWords.Split(call.Text);
        var name = first.Contains('-', StringComparison.Ordinal) && first.Equals(found.Reference, StringComparison.OrdinalIgnoreCase) ? after : call.Text.Trim();
        if (name.Length == 0)
        {
            return Reply.Show(await ListAsync(caller, found, cancellationToken));
        }

        return desk.Scenarios.Values.FirstOrDefault(s => s.Key == CommandWords.Lower(name) || s.Title.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is { } scenario
            ? await OpenAsync(found, scenario, cancellationToken)
            : Reply.Refused(CustomerText.Of($"There is no scenario {CustomerText.Name(CommandWords.Cut(name, 40))}. Write {CustomerText.Name(Words.Either(desk.Scenarios.Keys))}."));
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        var parts = press.Value.Split('/');
        if (await acts.FindAsync(caller, parts[0], cancellationToken) is not { } found)
        {
            return CaseActs.NoSuchCase("");
        }

        return parts.Length > 1 && desk.Scenarios.TryGetValue(parts[1], out var scenario)
            ? await OpenAsync(found, scenario, cancellationToken)
            : Reply.Show(await ListAsync(caller, found, cancellationToken));
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (PreviewForm.StateOf(submission).Split('/') is not [var caseId, var key, var stepKey, var walk] || !int.TryParse(walk, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || await acts.FindAsync(caller, caseId, cancellationToken) is not { } found)
        {
            return CaseActs.NoSuchCase("");
        }

        if (found.Status.IsEnded())
        {
            return Reply.Refused(CaseRules.Ended(found)!.Refusal!);
        }

        if (!desk.Scenarios.TryGetValue(key, out var scenario) || scenario.Steps.FirstOrDefault(s => s.Key == stepKey) is not { } step)
        {
            return Reply.Refused(CustomerText.Of($"The playbook has changed and no longer has this step. Copy what you need, close this, and open the scenario again."));
        }

        var own = ScenarioForm.Id(step, "own");
        var (v, at) = (proof.Plain(submission.Values, [own]), new ScenarioPlace(scenario, step, number));
        var skip = step.Must ? "" : v.One(ScenarioForm.Id(step, "skip"));
        var answers = ScenarioForm.Answers(step, v, desk.Known);
        if (skip.Length == 0 && ScenarioForm.Check(step, answers, desk.Known, caller.Now) is { Count: > 0 } errors)
        {
            return Reply.Wrong(errors);
        }

        var (words, wrong) = skip.Length > 0 ? (null, null) : await WordsAsync(caller, found, at, v, answers, cancellationToken);
        if (wrong is not null)
        {
            return Reply.Wrong(wrong);
        }

        if (words is not null && desk.EmptyPromise(words) is { } empty)
        {
            return Reply.Wrong(new FieldError(own, empty));
        }

        if (words is not null && !PreviewForm.IsSeen(submission))
        {
            var draft = new DraftWords(submission.Values.One(own)) { RecordsPromise = step.Promise is not null, Fixed = v.Has(own) ? [] : [words.ToPlain()] };
            return PreviewForm.Show(
                ScenarioForm.Make(found, at), submission, [words], CaseRooms.OfCustomer(found) is null ? "Go on" : "Send and go on", CaseRooms.Nowhere(found),
                proof.Beside(found, submission.Values, draft));
        }

        var walked = new WalkedStep(step.Key, answers, words?.ToPlain() ?? "", skip.Length > 0 ? skip : null, caller.Name, caller.Now);
        var reply = await acts.ActAsync(
            caller, submission.Key, caseId, (work, c, by) => desk.StepAsync(work, c, by, at, walked, words, cancellationToken),
            c => CustomerText.Of($"{CustomerText.Scripted(scenario.Title)} is walked on {c.ReferenceText}, and how it ended is on record."), cancellationToken);
        return reply is DoneReply && ScenarioRules.Next(scenario, await desk.Store.FindAsync(found.Id, at, cancellationToken)) is { } next
            ? Reply.Show(ScenarioForm.Make(found, at with { Step = next }))
            : reply;
    }

    /// <summary>What the customer is told by this step, or what is still missing in it (K12).</summary>
    private async Task<(CustomerText? Words, FieldError? Wrong)> WordsAsync(
        Caller caller, SupportCase c, ScenarioPlace at, FormValues v, Dictionary<string, string> given, CancellationToken cancellationToken)
    {
        var step = at.Step;
        var own = v.One(ScenarioForm.Id(step, "own"));
        if (own.Length > 0)
        {
            return Slot().Match(own) is { Success: true } open
                ? (null, new FieldError(ScenarioForm.Id(step, "own"), $"{open.Value} is not filled in. Write what belongs there."))
                : (CustomerText.Approved(own, caller.Name), null);
        }

        if (!int.TryParse(v.One(ScenarioForm.Id(step, "pick")), NumberStyles.None, CultureInfo.InvariantCulture, out var pick) || pick >= step.Say.Count)
        {
            return (null, null);
        }

        var answers = ScenarioRules.Answers(await desk.Store.FindAsync(c.Id, at, cancellationToken), given);
        var common = await desk.CommonAsync(c, cancellationToken);
        return ScenarioRules.Unfilled(step.Say[pick], common, answers) is [var first, ..]
            ? (null, step.Ask.Any(q => q.Key == first)
                ? new FieldError(ScenarioForm.Id(step, first), "The words for the customer need this. Answer it, or choose to say nothing now.")
                : new FieldError(ScenarioForm.Id(step, "pick"), $"Nothing fills {{{first}}} in these words. Choose others, or write your own."))
            : (ScenarioRules.Fill(step.Say[pick], common, answers, caller.Name), null);
    }

    private async Task<Reply> OpenAsync(SupportCase c, Scenario scenario, CancellationToken cancellationToken)
    {
        if (c.Status.IsEnded())
        {
            return Reply.Refused(CaseRules.Ended(c)!.Refusal!);
        }

        var newest = await desk.Store.NewestAsync(c.Id, scenario.Key, cancellationToken);
        var at = ScenarioRules.Open(scenario, newest);
        return Reply.Show(ScenarioForm.Make(c, at, newest?.Number == at.Number ? null : newest));
    }

    private async Task<StaffCard> ListAsync(Caller caller, SupportCase c, CancellationToken cancellationToken)
    {
        var walks = await desk.Store.OfCaseAsync(c.Id, cancellationToken);
        var suggested = await desk.SuggestedAsync(c, cases, ScenarioRules.IsOwnerAway(c, desk.Known, caller.Now), cancellationToken);
        var card = StaffCard.Titled(StaffText.Of($"Scenarios for {c.Reference}"));
        foreach (var scenario in suggested.Concat(desk.Scenarios.Values.Except(suggested)))
        {
            var walk = walks.LastOrDefault(w => w.Scenario == scenario.Key);
            var state = ScenarioPart.Standing(scenario, walk) ?? (suggested.Contains(scenario) ? "suggested" : $"{scenario.Steps.Count} steps");
            var button = Button.Open("scenario.open", CommandWords.Cut(walk?.FinishedAt is null ? scenario.Title : $"Again: {scenario.Title}", 30), $"{c.Id}/{scenario.Key}");
            card = card.Row(StaffText.Of($"{scenario.Title:b}: {state}"), button);
        }

        return card;
    }

    [GeneratedRegex(@"\{[a-z_]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Slot();
}
