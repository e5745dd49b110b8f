using ChatLiaison.Commands;

namespace ChatLiaison.Cases;

/// <summary>The words of a command about a case, which in the case's own thread may begin without its reference. Pure.</summary>
internal static class CaseWords
{
    /// <summary>What stands after the reference; all of it where the reference was left out.</summary>
    public static string After(string text)
    {
        var (first, rest) = CommandWords.Split(text);
        return IsReference(first) ? rest : text.Trim();
    }

    /// <summary>Something like <c>ACME-12</c>.</summary>
    public static bool IsReference(string word)
    {
        var dash = word.LastIndexOf('-');
        return dash > 0 && dash < word.Length - 1 && word.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
