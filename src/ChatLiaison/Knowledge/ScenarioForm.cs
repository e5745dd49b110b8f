using System.Globalization;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Handover;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Knowledge;

/// <summary>One step of a scenario as a form, and what was filled in. Its fields carry the step's key, so that two steps never share what was typed.</summary>
internal static class ScenarioForm
{
    public const string Nothing = "nothing";

    private const int MostFiles = 30;

    /// <param name="earlier">The walk before, where this one begins once more; else null.</param>
    public static Form Make(SupportCase c, ScenarioPlace at, ScenarioWalk? earlier = null)
    {
        var (scenario, step) = (at.Scenario, at.Step);
        var number = ScenarioRules.NumberOf(scenario, step);
        var form = CaseForm.About(c, "scenario.submit", CommandWords.Cut(scenario.Title, 24), Label(scenario, step), [.. Earlier(step, earlier), .. Fields(c, scenario, step, number)]);
        return form with
        {
            State = $"{c.Id}/{scenario.Key}/{step.Key}/{at.Number}",
            Opener = Button.Open("scenario.open", "Open the step", $"{c.Id}/{scenario.Key}", ButtonStyle.Primary),
            OpenerText = CustomerText.Of($"{c.ReferenceText}, {CustomerText.Scripted(scenario.Title)}: step {number} of {scenario.Steps.Count}."),
        };
    }

    /// <summary>The answers by question; what was not answered is left out.</summary>
    public static Dictionary<string, string> Answers(ScenarioStep step, FormValues values, DirectorySnapshot known) => step.Ask
        .Select(q => (q.Key, Text: q.Many ? string.Join(", ", values.Many(Id(step, q.Key))) : values.One(Id(step, q.Key)), q.Person))
        .Select(a => (a.Key, Text: a.Person ? PersonSearch.One(known, a.Text).Person?.Name ?? a.Text : a.Text))
        .Where(a => a.Text.Length > 0).ToDictionary(a => a.Key, a => a.Text, StringComparer.Ordinal);

    public static string Id(ScenarioStep step, string key) => $"{step.Key}_{key}".Replace('-', '_');

    /// <summary>What is missing or can't be; empty when the step can be done.</summary>
    public static IReadOnlyList<FieldError> Check(ScenarioStep step, Dictionary<string, string> answers, DirectorySnapshot known, Instant now)
    {
        var errors = new List<FieldError>();
        foreach (var question in step.Ask)
        {
            var answer = answers.GetValueOrDefault(question.Key, "");
            if (question.Needed && answer.Length == 0)
            {
                errors.Add(new(Id(step, question.Key), "This step needs an answer here, or a reason why it is left out."));
            }
            else if (question.Person && answer.Length > 0 && PersonSearch.One(known, answer) is { Person: null, Wrong: var wrong })
            {
                errors.Add(new(Id(step, question.Key), wrong));
            }
            else if (step.Ahead == question.Key && ScenarioRules.MomentOf(answer) <= now)
            {
                errors.Add(new(Id(step, question.Key), "That time has passed. Choose one that lies ahead."));
            }
            else if (step.Meeting?.Link == question.Key && answer.Length > 0 && LinkRules.Read(answer) is null)
            {
                errors.Add(new(Id(step, question.Key), "Write the whole address, such as https://meet.example.com/abc, or leave it out."));
            }
        }

        return errors;
    }

    private static string Label(Scenario scenario, ScenarioStep step) => step.Say.Count > 0 ? "Go on" : step == scenario.Steps[^1] ? "Finish" : "Next step";

    private static IEnumerable<Field> Earlier(ScenarioStep step, ScenarioWalk? earlier)
    {
        if (earlier is not null)
        {
            yield return new FormNote(Id(step, "earlier"), StaffText.Of($"Once more from the beginning. {earlier.By} began it {earlier.StartedAt}; it ended: {earlier.Ended}"));
        }
    }

    private static IEnumerable<Field> Fields(SupportCase c, Scenario scenario, ScenarioStep step, int number)
    {
        var guide = step.Guide.Length == 0 ? StaffText.Empty : StaffText.Of($"\n{step.Guide}");
        yield return new FormNote(Id(step, "title"), StaffText.Of($"{$"Step {number} of {scenario.Steps.Count}: {step.Title}":b}{guide}"));
        foreach (var field in step.Ask.SelectMany(q => q.Files ? Files(step, q, c.Details.Files) : [Ask(step, q)]))
        {
            yield return field;
        }

        if (step.Say.Count > 0)
        {
            yield return new FormNote(Id(step, "phrases"), StaffText.Lines(
                [StaffText.Of($"{"Words for the customer":b}"), .. step.Say.Select((s, i) => StaffText.Of($"{(step.Say.Count > 1 ? $"{i + 1}. " : "")}{s.Text}"))]));
            yield return new ChoiceField(
                Id(step, "pick"), "What do you say?",
                [.. step.Say.Select((s, i) => new Choice(i.ToString(CultureInfo.InvariantCulture), CommandWords.Cut(s.Text, 70))), new(Nothing, "Nothing now")])
            {
                Initial = ["0"],
                Hint = "You see it filled in before it goes.",
            };
            yield return new TextField(Id(step, "own"), "Or in your own words") { Multiline = true, MaxLength = 2000 };
        }

        if (!step.Must)
        {
            yield return new TextField(Id(step, "skip"), "Leave this step out, because") { MaxLength = 300, Hint = "Only if it does not apply; the reason is kept." };
        }
    }

    /// <summary>The files of the case, to look at and to choose from.</summary>
    private static IEnumerable<Field> Files(ScenarioStep step, ScenarioQuestion question, IReadOnlyList<ChatFile> files)
    {
        yield return new FormNote(Id(step, $"{question.Key}_seen"), files.Count == 0
            ? "No file is on the case yet. What is posted in its threads belongs to it."
            : StaffText.Lines([StaffText.Of($"{"Files of the case":b}"), .. files.Take(MostFiles).Select(f => new StaffText([new LinkSpan(f.Url, f.Name)]))]));
        if (files.Count > 0)
        {
            yield return new ChoiceField(
                Id(step, question.Key), question.Text,
                [.. files.Take(MostFiles).Select(f => CommandWords.Cut(f.Name, 75)).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Select(n => new Choice(n, n))]) { Multiple = true };
        }
    }

    private static Field Ask(ScenarioStep step, ScenarioQuestion question)
    {
        var id = Id(step, question.Key);
        var hint = question.Person ? "One of our people, by name" : question.Needed ? null : "If you know";
        return question switch
        {
            { Moment: true } => new MomentField(id, question.Text) { Hint = hint },
            { Choices.Count: > 0 } => new ChoiceField(id, question.Text, [.. question.Choices.Select(c => new Choice(c, c))]) { Multiple = question.Many, Hint = hint },
            _ => new TextField(id, question.Text) { Multiline = true, MaxLength = 1000, Hint = hint },
        };
    }
}
