namespace ChatLiaison.Wording;

/// <summary>Finds and replaces a phrase where it stands as words of a sentence, and not within another word or an address. Pure.</summary>
internal static class WholeWords
{
    /// <summary>With the apostrophe that keyboards have.</summary>
    public static string Plain(string text) => text.Replace('\u2019', '\'');

    public static bool In(string text, string phrase) => Find(Plain(text), phrase, 0) >= 0;

    /// <summary>Every place of the phrase, a capital where one stood at the beginning.</summary>
    public static string Replace(string text, string phrase, string with)
    {
        var plain = Plain(text);
        for (var at = Find(plain, phrase, 0); at >= 0; at = Find(plain, phrase, at + with.Length))
        {
            var put = char.IsUpper(text[at]) && !char.IsUpper(text[Math.Min(at + 1, text.Length - 1)]) ? char.ToUpperInvariant(with[0]) + with[1..] : with;
            text = string.Concat(text.AsSpan(0, at), put, text.AsSpan(at + phrase.Length));
            plain = Plain(text);
        }

        return text;
    }

    private static int Find(string text, string phrase, int from)
    {
        for (var at = Next(text, phrase, from); at >= 0; at = Next(text, phrase, at + 1))
        {
            if (!IsJoined(text, at - 1, -1) && !IsJoined(text, at + phrase.Length, 1))
            {
                return at;
            }
        }

        return -1;
    }

    private static int Next(string text, string phrase, int from) =>
        phrase.Length == 0 || from >= text.Length ? -1 : text.IndexOf(phrase, from, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether what stands there belongs to the same word; a dot does when another word follows at once, as in an address.</summary>
    private static bool IsJoined(string text, int at, int direction)
    {
        if (at < 0 || at >= text.Length)
        {
            return false;
        }

        return char.IsLetterOrDigit(text[at]) || text[at] is '_' or '/' or '@' or '-' or '='
            || (text[at] == '.' && at + direction >= 0 && at + direction < text.Length && char.IsLetterOrDigit(text[at + direction]));
    }
}
