namespace ChatLiaison.Playbook;

/// <summary>What is looked at twice before words go to a customer (K12, K13, K15).</summary>
internal sealed record WordPolicy
{
    /// <summary>The translation guide, the longest word first.</summary>
    public required IReadOnlyList<Translation> Translations { get; init; }

    /// <summary>Who may be blamed, and in which words; the latter hold <see cref="Who"/>.</summary>
    public required IReadOnlyList<string> BlameWho { get; init; }

    public required IReadOnlyList<string> BlameSaid { get; init; }

    public required IReadOnlyList<string> Dismissive { get; init; }

    public required IReadOnlyList<string> Promising { get; init; }

    /// <summary>Words about the next update, which is promised by itself.</summary>
    public required IReadOnlyList<string> NextWord { get; init; }

    /// <summary>Words that offer something in place of what we can't do (S156).</summary>
    public required IReadOnlyList<string> Instead { get; init; }

    /// <summary>Questions that are ready to be asked (S144).</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    public const string Who = "{who}";
}

/// <summary>A word of ours and what the customer would say.</summary>
/// <param name="OnlySuggested">It is never put in: the sentence has to be written anew.</param>
internal sealed record Translation(string Term, string Plain, bool OnlySuggested);
