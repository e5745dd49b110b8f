using System.Text.RegularExpressions;
using ChatLiaison.Playground.Page;

namespace ChatLiaison.Playground.Mirroring;

internal sealed record FoundDifference(string Words, string Slack, string Teams, string? Covered);

/// <summary>Compares what became of one act in both panes.</summary>
internal sealed partial class Comparison(Stage stage, PaneReader reader, Pairs pairs, ChangeFeed feed, KnownGaps gaps)
{
    /// <summary>No platform's doing: with everything done twice, one person has twice as much to be reminded of.</summary>
    private const string Bundled = "Reminders to one person are bundled into one message, whichever chat their cases are in.";

    private static readonly Dictionary<string, string> Same = new(StringComparer.Ordinal);

    public IEnumerable<FoundDifference> Of(Repeating act, ActOutcome outcome, ActOutcome? other) =>
    [
        .. Outcomes(act, outcome, other), .. Forms(act, other), .. other is null ? [] : Messages(act),
    ];

    private IEnumerable<FoundDifference> Outcomes(Repeating act, ActOutcome outcome, ActOutcome? other)
    {
        if (other is null)
        {
            var (here, there) = (outcome.Ok ? "done" : outcome.Said ?? "not done", "nothing like it to do");
            yield return Told(act, "The other chat has no counterpart of this act.", here, there, Excuse(act));
        }
        else if (outcome.Ok != other.Ok)
        {
            yield return Told(act, "One chat did it and the other did not.", Outcome(outcome), Outcome(other), Excuse(act));
        }
    }

    private IEnumerable<FoundDifference> Forms(Repeating act, ActOutcome? other)
    {
        if (other is null)
        {
            yield break;
        }

        var (here, there) = (NeutralForm.Of(stage, act.Side, act.Who), NeutralForm.Of(stage, Contract.Other(act.Side), act.Who));
        if (Shape(here) == Shape(act.FormBefore) && Shape(there) == Shape(act.OtherFormBefore))
        {
            // Nothing was opened, drawn anew or closed.
            yield break;
        }

        if ((here is null) != (there is null))
        {
            yield return Told(act, "A form is open in one chat only.", here?.Title ?? "no form", there?.Title ?? "no form", null);
        }
        else if (here is not null && there is not null)
        {
            var (mine, theirs) = (Labels(here), Labels(there));
            if (mine != theirs)
            {
                // What unfolds in one is drawn anew in the other.
                var isPart = here.Fields.Select(f => f.Label).All(l => there.Fields.Any(f => f.Label == l)) || there.Fields.Select(f => f.Label).All(l => here.Fields.Any(f => f.Label == l));
                yield return Told(act, "The forms ask for different things.", mine, theirs, isPart ? gaps.Sentence(Gap.UnfoldedFields) : null);
            }
        }

        if (Opened(act) is { } how)
        {
            yield return Told(act, "One chat opened the form at once, the other offered a button for it.", how.Here, how.There, how.Covered);
        }
    }

    private (string Here, string There, string? Covered)? Opened(Repeating act)
    {
        if (act.Act is not Act.Say { Text: var text } || act.FormBefore is not null || NeutralForm.Of(stage, act.Side, act.Who) is null)
        {
            return null;
        }

        return text.StartsWith('/') ? ("the form", "a button", gaps.Sentence(Gap.FormFromWords)) : null;
    }

    private IEnumerable<FoundDifference> Messages(Repeating act)
    {
        var (slack, teams) = pairs.PairSince(act.Number, act.Number);
        foreach (var (one, two) in pairs.All.Where(p => feed.ChangedAt(p.Slack) > act.Number || feed.ChangedAt(p.Teams) > act.Number).ToList())
        {
            if (reader.Find(one) is { } a && reader.Find(two) is { } b)
            {
                foreach (var difference in Pair(a, b))
                {
                    yield return difference;
                }
            }
        }

        // The note that offers the form in one chat has no match where the form opened at once.
        var openers = slack.Concat(teams).Where(s => s.IsPrivate || s.Note.Buttons.Count > 0).Where(_ => Opened(act) is not null).ToHashSet();
        foreach (var alone in slack.Concat(teams).Where(s => !openers.Contains(s)))
        {
            var words = First(alone.Note.Words);
            var isSlack = alone.Key.Side == Contract.Slack;
            var where = alone.Room == PaneReader.Passing ? "Said in passing" : $"Said in {alone.Room}";
            yield return new FoundDifference(
                $"{where} of one chat only.", isSlack ? words : "nothing", isSlack ? "nothing" : words,
                alone.IsPrivate && Reminder().IsMatch(alone.Note.Words) ? Bundled
                    : alone.Room == PaneReader.Passing && act.Act is Act.Submit ? gaps.Sentence(Gap.FormTaken) : null);
        }
    }

    private IEnumerable<FoundDifference> Pair(BotSaying slack, BotSaying teams)
    {
        if (slack.Room != teams.Room && teams.Room != PaneReader.Passing)
        {
            yield return new FoundDifference(
                "The same words stand in another place.", slack.Room, teams.Room, slack.IsPrivate && teams.IsPrivate ? gaps.Sentence(Gap.PrivateAnswer) : null);
        }

        var (a, b) = (NeutralWords.Of(Alone(slack), pairs.References), NeutralWords.Of(Alone(teams), Same));
        var (more, less) = (a.Where(w => !b.Contains(w)).ToList(), b.Where(w => !a.Contains(w)).ToList());
        if (more.Count + less.Count > 0)
        {
            // A question before an act is a box of its own in one, and unfolds in the other.
            var isQuestion = slack.Note.Raw.Contains("\"confirm\"", StringComparison.Ordinal) && less.Count == 0;
            yield return new FoundDifference(
                $"Different words in {slack.Room}.", Listed(more), Listed(less), isQuestion ? gaps.Sentence(Gap.QuestionBefore) : null);
        }
    }

    /// <summary>
    /// Without the cases that it reads like: with everything done twice each has a double, which says nothing of the platforms.
    /// </summary>
    private static string Alone(BotSaying saying) => Alikes().Replace(saying.Note.Words, "");

    /// <summary>The declared gap that explains why this act is not the same in both.</summary>
    private string? Excuse(Repeating act) => act.Act switch
    {
        Act.OpenHome or Act.Press { On.IsHome: true } or Act.Choose { On.IsHome: true } => gaps.Sentence(Gap.Home),
        Act.Say { Thread: not null } say when say.Text.StartsWith('/') => gaps.Sentence(Gap.CommandInThread),
        Act.Say say when say.Text.StartsWith('/') && !act.Who.IsOurs => gaps.Sentence(Gap.CommandOfCustomer),
        Act.GlobalAction or Act.MessageAction when !act.Who.IsOurs => gaps.Sentence(Gap.CommandOfCustomer),
        Act.Upload => gaps.Sentence(Gap.Files),
        Act.Submit => gaps.Sentence(Gap.MarkedFields),
        Act.Press { On.Message: not null } => gaps.Sentence(Gap.LongList) is { } sentence && IsLong(act) ? sentence : null,
        _ => null,
    };

    private bool IsLong(Repeating act) => act.Act is Act.Press { On.Message: { } name }
        && (reader.Find(reader.Key(act.Side, name))?.Note.Buttons.Count > 20);

    private static FoundDifference Told(Repeating act, string words, string here, string there, string? covered) =>
        act.Side == Contract.Slack ? new FoundDifference(words, here, there, covered) : new FoundDifference(words, there, here, covered);

    private static string Outcome(ActOutcome outcome) => outcome.Ok ? "done" : outcome.Said ?? string.Join(' ', outcome.Errors.Values);

    private static string? Shape(NeutralForm? form) => form is null ? null : $"{form.Title}: {Labels(form)}";

    private static string Labels(NeutralForm form) => string.Join(", ", form.Fields.Select(f => f.Label));

    private static string Listed(List<string> words) => words.Count == 0 ? "nothing more" : string.Join(' ', words.Take(12)) + (words.Count > 12 ? " …" : "");

    [GeneratedRegex(@"^[A-Z][A-Z0-9]+-\d+ \(P\d\)|^\d+ promises of yours ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reminder();

    [GeneratedRegex(@"^Reads like[ :]*$(\n+.*\b[A-Z][A-Z0-9]+-\d+\b.*$)*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Alikes();

    private static string First(string words)
    {
        var line = words.ReplaceLineEndings(" · ");
        return line.Length <= 120 ? line : line[..119] + "…";
    }
}
