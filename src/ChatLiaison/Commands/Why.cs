namespace ChatLiaison.Commands;

/// <summary>A reason given in a typed command about a case: what stands after its reference, with or without a <c>because</c>.</summary>
internal static class Why
{
    public static string In(string text)
    {
        var (first, after) = CommandWords.Split(text);
        var rest = first.Contains('-', StringComparison.Ordinal) ? after : text.Trim();
        return rest.StartsWith("because ", StringComparison.OrdinalIgnoreCase) ? rest["because ".Length..].Trim() : rest;
    }
}
