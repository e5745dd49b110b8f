using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Cases;

/// <summary>The words of a case, and of a command about one, which in the case's own thread may begin without its reference. Pure.</summary>
internal static class CaseWords
{
    /// <summary>One of the three states that a customer is told (K11).</summary>
    public static CustomerText PublicStatus(SupportCase c) => c.Status.ForCustomer() switch
    {
        Cases.PublicStatus.Resolved => CustomerText.Of($"Resolved"),
        Cases.PublicStatus.Blocked => CustomerText.Of($"Blocked"),
        _ => CustomerText.Of($"In progress"),
    };

    /// <summary>What stands after the reference; all of it where the reference was left out.</summary>
    public static string After(string text)
    {
        var (first, rest) = CommandWords.Split(text);
        return IsReference(first) ? rest : text.Trim();
    }

    /// <summary>How much a matter affects, as it is asked and read back.</summary>
    public static IReadOnlyList<Chat.Choice> Impacts { get; } =
        [new("High", "Everything or everyone stands still"), new("Medium", "Some people or one part"), new("Low", "One person, or an inconvenience")];

    /// <summary>What a case is called: the first line of what was said, or the first sentence of it.</summary>
    public static string TitleOf(string issue)
    {
        var line = issue.AsSpan().TrimStart();
        var end = line.IndexOfAny('\n', '\r');
        var first = (end < 0 ? line : line[..end]).ToString();
        var stop = first.IndexOf(". ", StringComparison.Ordinal);
        return CommandWords.Cut(stop > 15 ? first[..stop] : first, 90);
    }

    /// <summary>Something like <c>ACME-12</c>.</summary>
    public static bool IsReference(string word)
    {
        var dash = word.LastIndexOf('-');
        return dash > 0 && dash < word.Length - 1 && word.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
