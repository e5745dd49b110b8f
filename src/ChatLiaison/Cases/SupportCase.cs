using ChatLiaison.Chat;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Cases;

/// <summary>Somebody named on a case.</summary>
internal sealed record Party(Guid Id, string Name);

/// <summary>Whether the customer has said that we understood them (S24).</summary>
internal enum Understanding
{
    Unconfirmed,
    Confirmed,
    Corrected,
}

/// <summary>One customer's matter, from open to closed. Immutable; <see cref="CaseRules"/> makes the next one.</summary>
internal sealed record SupportCase
{
    public required Guid Id { get; init; }

    public required int CustomerId { get; init; }

    /// <summary><c>ACME-12</c>; empty until it is stored.</summary>
    public string Reference { get; init; } = "";

    public required string Title { get; init; }

    public required CaseStatus Status { get; init; }

    public required Priority Priority { get; init; }

    public required Priority ProposedPriority { get; init; }

    /// <summary>The key of the case type (S38).</summary>
    public required string Type { get; init; }

    public Understanding Understanding { get; init; }

    /// <summary>The escalation level that holds it; 0 is the liaison's.</summary>
    public int Level { get; init; }

    /// <summary>Only some may see it: <see cref="RestrictRules"/>.</summary>
    public bool Restricted { get; init; }

    /// <summary>Who was let in on a restricted case; empty for the others.</summary>
    public IReadOnlyList<Guid> Viewers { get; init; } = [];

    public bool Expedited { get; init; }

    public Party? Owner { get; init; }

    public Party? EngineeringOwner { get; init; }

    public Guid? LiaisonId { get; init; }

    public required string ContactName { get; init; }

    /// <summary>Where the contact can be named; null for people we know only by name.</summary>
    public string? ContactPlatform { get; init; }

    public string? ContactUser { get; init; }

    /// <summary>The platform and channel where the customer is told.</summary>
    public required string Platform { get; init; }

    public required string ChannelId { get; init; }

    /// <summary>The customer's mood as heard at intake (S37); for staff only.</summary>
    public string Sentiment { get; init; } = "";

    public required Instant OpenedAt { get; init; }

    public required string OpenedBy { get; init; }

    public Instant? AcknowledgedAt { get; init; }

    public string? AcknowledgedBy { get; init; }

    public Instant? FirstResponseAt { get; init; }

    public Instant? LastUpdateAt { get; init; }

    public Instant? NextUpdateAt { get; init; }

    public Instant? ResolvedAt { get; init; }

    public Instant? ClosedAt { get; init; }

    /// <summary>What was done, as told to the customer.</summary>
    public string Resolution { get; init; } = "";

    public int Reopened { get; init; }

    /// <summary>Customer messages that the owner has not answered yet (S72).</summary>
    public int NewForOwner { get; init; }

    /// <summary>How much of what we want to know of the customer is not answered yet (S23); null where the case was read among many, and nobody counted.</summary>
    public int? OpenQuestions { get; init; }

    public required CaseDetails Details { get; init; }

    public CaseCourse Course { get; init; } = new();

    public required string PolicyVersion { get; init; }

    public int Version { get; init; } = 1;

    /// <summary>Where it stands when work goes on after a wait or a check.</summary>
    public CaseStatus Resuming => EngineeringOwner is null ? CaseStatus.Investigating : CaseStatus.WithEngineering;

    public bool IsCritical => Priority == Priority.P1;

    /// <summary>The last name of everything that hangs on the case: cards and their threads.</summary>
    public string CustomerAnchor => $"case:{Id:N}:customer";

    public string TriageAnchor => $"case:{Id:N}:triage";

    public CustomerText ReferenceText => CustomerText.Name(Reference);
}
