using System.Buffers;

namespace ChatLiaison.Wording;

/// <summary>Knows a "thanks" or a "hi" that asks for nothing, so that nobody is offered a case for it (peers: the pleasantry filter).</summary>
internal static class Pleasantries
{
    private static readonly SearchValues<char> Asking = SearchValues.Create("?0123456789");

    private static readonly HashSet<string> Polite = new(StringComparer.OrdinalIgnoreCase)
    {
        "thanks", "thank", "you", "thx", "ty", "cheers", "great", "perfect", "awesome", "cool", "nice", "ok", "okay", "good", "morning", "afternoon",
        "evening", "day", "hi", "hello", "hey", "all", "team", "everyone", "there", "bye", "so", "much", "very", "many", "a", "lot", "got", "it",
        "will", "do", "sounds", "appreciated", "welcome", "np", "lol", "haha", "have", "weekend", "super", "brilliant", "again",
    };

    /// <summary>Polite, unless they may answer something that was asked.</summary>
    private static readonly HashSet<string> Answers = new(StringComparer.OrdinalIgnoreCase) { "yes", "yep", "yeah", "sure" };

    /// <summary>True for a short message of nothing but polite words and signs. A question mark or a number is never only polite.</summary>
    /// <param name="answers">They may have been asked something, so that a "yes" says something.</param>
    public static bool IsOnlyPolite(string text, bool answers = false)
    {
        if (text.Length > 60 || text.AsSpan().ContainsAny(Asking))
        {
            return false;
        }

        var words = text.Split([' ', ',', '.', '!', '\n', ':', ')', '(', '-', '\u2019', '\''], StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(words, w => Polite.Contains(w) || (!answers && Answers.Contains(w)) || !w.Any(char.IsLetter));
    }
}
