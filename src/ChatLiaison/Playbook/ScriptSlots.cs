namespace ChatLiaison.Playbook;

/// <summary>What a script may leave open. Whoever sends a script fills the common slots and those of its own.</summary>
internal static class ScriptSlots
{
    /// <summary>
    /// In every script: the contact's first name, the customer, our organisation, who to ask, the case's reference and title, its owner's
    /// name, and the instant of the next promised update.
    /// </summary>
    public static IReadOnlyList<string> Common { get; } =
        ["name", "customer", "organisation", "support", "case", "title", "owner", "next_update"];

    private static readonly Dictionary<string, string[]> Own = new(StringComparer.Ordinal)
    {
        ["what-happens-next-p1"] = ["first_response", "update_every"],
        ["what-happens-next-p2"] = ["first_response", "update_every"],
        ["what-happens-next-p3"] = ["first_response", "update_every"],
        ["what-happens-next-p4"] = ["first_response"],
        ["initial-response"] = ["summary"],
        ["expectations"] = ["summary", "update_every"],
        ["apology"] = ["summary"],
        ["reassurance"] = ["summary"],
        ["update"] = ["summary"],
        ["resolved"] = ["summary"],
        ["waiting-on-customer"] = ["question"],
        ["technical-details"] = ["question"],
        ["away"] = ["person", "until", "cover"],
    };

    /// <summary>It is filled with what is known of the case; the others hold words of somebody's own.</summary>
    public static bool IsFilledIn(string slot) => Common.Contains(slot) || slot is "first_response" or "update_every";

    /// <summary>A slot of a script that still stands in words as they would go to a customer, as a sentence; null when none does.</summary>
    public static string? Refusal(string words) =>
        Common.Concat(Own.Values.SelectMany(s => s)).FirstOrDefault(slot => words.Contains($"{{{slot}}}", StringComparison.Ordinal)) is { } open
            ? $"{{{open}}} still stands in it, and the customer would read that. Write what belongs there, or take it out."
            : null;

    public static IReadOnlyList<string> For(string script) => [.. Common, .. Own.GetValueOrDefault(script, [])];
}
