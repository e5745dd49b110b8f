using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;

namespace ChatLiaison.Resolution;

/// <summary>What a fix is checked with for this customer before they are told: the playbook's list, and what engineering said it can be checked with (S93). Pure.</summary>
internal static class FixCheck
{
    public const string Ticked = "checked";
    public const string Why = "unchecked";
    private const int LongestLabel = 75;
    private const int LinesOfTheirs = 5;

    /// <summary>Engineering's own lines first.</summary>
    public static IReadOnlyList<Choice> Items(SupportCase c, Playbook.Playbook playbook) =>
        [.. Theirs(c).Select((line, at) => new Choice($"fix{at}", CommandWords.Cut(line, LongestLabel))), .. Listed(playbook)];

    public static IReadOnlyList<Choice> Listed(Playbook.Playbook playbook) => [.. playbook.Resolution.Check.Select(n => new Choice(n.Key, CommandWords.Cut(n.Name, LongestLabel)))];

    /// <summary>Only while a fix is being checked.</summary>
    public static IEnumerable<Field> Fields(SupportCase c, Playbook.Playbook playbook)
    {
        if (c.Status != CaseStatus.Verifying)
        {
            yield break;
        }

        if (c.Course.Fix is { } fix)
        {
            yield return new FormNote("fix", StaffText.Of($"{$"{fix.By} changed":b}: {CommandWords.Cut(fix.Changed, 500)}"));
        }

        if (c.Details.Steps.Length > 0)
        {
            yield return new FormNote("steps", StaffText.Of($"{"The case's steps":b}: {CommandWords.Cut(c.Details.Steps, 500)}"));
        }

        yield return new ChoiceField(Ticked, "What did you check the fix with?", Items(c, playbook)) { Multiple = true };
        yield return new TextField(Why, "Why is the rest not checked?") { MaxLength = 300, Hint = "Only if you leave something unticked; it is kept. For our own people." };
    }

    public static FieldError? Wrong(SupportCase c, FormValues v, Playbook.Playbook playbook) =>
        c.Status == CaseStatus.Verifying && Left(c, v, playbook).Count > 0 && !v.Has(Why)
            ? new(Why, "Not everything is ticked. Check the rest and tick it, or say in a sentence why it is not checked.")
            : null;

    /// <summary>The case with what was checked, and what the record says of it; nothing where no fix is being checked.</summary>
    public static (CaseCourse Course, IReadOnlyList<CaseEvent> Events) Read(SupportCase c, Actor by, FormValues v, Playbook.Playbook playbook)
    {
        if (c.Status != CaseStatus.Verifying)
        {
            return (c.Course, []);
        }

        var left = Left(c, v, playbook);
        var done = Items(c, playbook).Except(left).ToList();
        var what = done.Count == 0 ? "nothing" : Words.All(done.Select(i => InSentence(i.Label)));
        return left.Count == 0
            ? (c.Course with { Checked = $"by {by.Name} with {what}" }, [new(CaseEventKind.Noted, $"{by.Name} checked the fix with {what}.")])
            : (c.Course with { Checked = $"by {by.Name} with {what}; not with {Words.All(left.Select(i => InSentence(i.Label)))}: {v.One(Why)}" },
                [new(CaseEventKind.Excepted, $"{by.Name} checked the fix with {what}, and not with {Words.All(left.Select(i => InSentence(i.Label)))}: {v.One(Why)}")]);
    }

    /// <summary>A label within a sentence.</summary>
    public static string InSentence(string label) => label.Length > 1 && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..].TrimEnd('.') : label.TrimEnd('.');

    private static List<Choice> Left(SupportCase c, FormValues v, Playbook.Playbook playbook) => [.. Items(c, playbook).Where(i => !v.Many(Ticked).Contains(i.Value))];

    private static IEnumerable<string> Theirs(SupportCase c) =>
        (c.Course.Fix?.Check ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).Take(LinesOfTheirs);
}
