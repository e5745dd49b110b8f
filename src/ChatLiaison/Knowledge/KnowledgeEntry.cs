using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Knowledge;

/// <summary>Something worth knowing, from the playbook or kept from chat.</summary>
/// <param name="Key">As people type it: the playbook's key, or <c>#12</c>.</param>
internal sealed record KnowledgeEntry(string Key, KnowledgePage Page)
{
    /// <summary>Who keeps it; null for an entry of the playbook.</summary>
    public KeptBy? Kept { get; init; }

    /// <summary>On how many cases somebody said that it helped.</summary>
    public int Helped { get; init; }
}

/// <summary>How an entry came to be kept.</summary>
/// <param name="ById">Null when they were not in the directory.</param>
/// <param name="CaseId">The case that it was kept from; null for none.</param>
/// <param name="Reference">That case's reference; empty for none.</param>
/// <param name="Version">One more with each change.</param>
internal sealed record KeptBy(long Number, Guid? ById, string By, Instant At, Guid? CaseId, string Reference, int Version)
{
    public required string ChangedBy { get; init; }

    public required Instant ChangedAt { get; init; }
}
