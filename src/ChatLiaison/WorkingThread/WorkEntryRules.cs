using ChatLiaison.Cases;

namespace ChatLiaison.WorkingThread;

/// <summary>What is written in the working thread, as a line of the record: a word and a colon before it say what it is (S73). Pure.</summary>
internal static class WorkEntryRules
{
    public const string Arrow = " → ";

    private static readonly string[] Arrows = ["→", "->", "=>"];

    private static readonly Dictionary<string, CaseEventKind> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["finding"] = CaseEventKind.Found,
        ["findings"] = CaseEventKind.Found,
        ["found"] = CaseEventKind.Found,
        ["tried"] = CaseEventKind.Tried,
        ["attempt"] = CaseEventKind.Tried,
        ["attempted"] = CaseEventKind.Tried,
        ["note"] = CaseEventKind.Noted,
        ["cause"] = CaseEventKind.CauseFound,
        ["root cause"] = CaseEventKind.CauseFound,
        ["estimate"] = CaseEventKind.EstimateKnown,
        ["eta"] = CaseEventKind.EstimateKnown,
        ["roadblock"] = CaseEventKind.RoadblockHit,
        ["question"] = CaseEventKind.QuestionRaised,
    };

    /// <summary><c>finding: …</c>, <c>tried: … → …</c>, <c>cause: …</c> and the like; anything else is a note as it stands.</summary>
    public static CaseEvent Read(string words) => Parts(words) is var (kind, said) ? Make(kind, said) : new CaseEvent(CaseEventKind.Noted, words);

    /// <summary>A word before a colon says what it is.</summary>
    public static bool HasWord(string words) => Parts(words) is not null;

    private static (CaseEventKind Kind, string Said)? Parts(string words)
    {
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Words.TryGetValue(words[..colon].Trim(), out var kind) && words[(colon + 1)..].Trim() is { Length: > 0 } said ? (kind, said) : null;
    }

    /// <param name="said">For what was tried, the result may stand after an arrow.</param>
    public static CaseEvent Make(CaseEventKind kind, string said)
    {
        if (kind != CaseEventKind.Tried)
        {
            return new CaseEvent(kind, said);
        }

        var (what, result) = Split(said);
        return Tried(what, result);
    }

    public static CaseEvent Tried(string what, string result) =>
        new(CaseEventKind.Tried, result.Length == 0 ? what : Plain(what) + Arrow + result);

    /// <summary>What was tried, and what came of it; the second is empty when nobody said.</summary>
    public static (string What, string Result) Split(string text)
    {
        var first = Arrows.Select(a => (Arrow: a, At: text.IndexOf(a, StringComparison.Ordinal))).Where(a => a.At >= 0).OrderBy(a => a.At).FirstOrDefault();
        return first.Arrow is null ? (text.Trim(), "") : (text[..first.At].Trim(), text[(first.At + first.Arrow.Length)..].Trim());
    }

    /// <summary>The first arrow parts what was tried from its result, so none may stand before it.</summary>
    private static string Plain(string what) => Arrows.Aggregate(what, (text, arrow) => text.Replace(arrow, "to", StringComparison.Ordinal)).Trim();
}
