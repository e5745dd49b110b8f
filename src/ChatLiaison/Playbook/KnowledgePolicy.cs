namespace ChatLiaison.Playbook;

/// <summary>What the team wants its people to know, and how much of what it solves it wants to keep.</summary>
/// <param name="Pages">By key, in the order of the files.</param>
/// <param name="CustomerPages">The names under which a customer's facts hold the address of their own documentation.</param>
/// <param name="Target">The share of resolved cases that should have a page: kept from them, or one that helped.</param>
internal sealed record KnowledgePolicy(IReadOnlyDictionary<string, KnowledgePage> Pages, IReadOnlyList<string> CustomerPages, double Target);

/// <summary>Something worth knowing: an address, short steps, or both.</summary>
internal sealed record KnowledgePage(string Title, KnowledgeKind Kind)
{
    /// <summary>What every platform shows on a card without cutting it.</summary>
    public const int LongestText = 2500;

    public string Url { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>Keys of case types.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Words or phrases that a matter is told in.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Products, or parts of them.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>It was written so that a customer may be sent it. Nobody is sent it by the desk.</summary>
    public bool ForCustomers { get; init; }
}

internal enum KnowledgeKind
{
    Documentation,
    Faq,
    Procedure,
    Policy,
    Contacts,
    External,
}

/// <summary>The kinds as files write them, and as people read them.</summary>
internal static class KnowledgeKinds
{
    public static IReadOnlyDictionary<string, KnowledgeKind> ByName { get; } = new Dictionary<string, KnowledgeKind>(StringComparer.Ordinal)
    {
        ["documentation"] = KnowledgeKind.Documentation,
        ["faq"] = KnowledgeKind.Faq,
        ["procedure"] = KnowledgeKind.Procedure,
        ["policy"] = KnowledgeKind.Policy,
        ["contacts"] = KnowledgeKind.Contacts,
        ["external"] = KnowledgeKind.External,
    };

    public static string Name(KnowledgeKind kind) => ByName.First(k => k.Value == kind).Key;

    public static string InWords(KnowledgeKind kind) => kind switch
    {
        KnowledgeKind.Documentation => "product documentation",
        KnowledgeKind.Faq => "frequent question",
        KnowledgeKind.Procedure => "procedure",
        KnowledgeKind.Policy => "policy",
        KnowledgeKind.Contacts => "whom to ask",
        _ => "elsewhere",
    };
}
