using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>One thing a person is reminded of.</summary>
internal sealed record Nudge(PromiseKind Kind, Instant DueAt, string CaseId, string Reference, string Title, string Priority, string Author)
{
    public bool IsCritical => Priority == nameof(Playbook.Priority.P1);

    public Guid PromiseId { get; init; }

    /// <summary>What keeps it, when it was promised in words.</summary>
    public OwnWay Way { get; init; }

    /// <summary>Why the promise exists; for an action, what is to be done.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What it is about: the case's own words, but for an action what is to be done.</summary>
    public string Matter => Kind == PromiseKind.Prevention ? Reason : Title;

    public int CustomerId { get; init; }

    public int Level { get; init; }

    /// <summary>Nobody holds it: the person is reminded because they would have it next.</summary>
    public bool IsUnheld { get; init; }

    public bool IsRestricted { get; init; }

    /// <summary>The person is engineering's on a case that another holds.</summary>
    public bool IsEngineers { get; init; }

    /// <summary>The other of the two who hold the case, and what is theirs; empty when one does.</summary>
    public StaffText WithThem { get; init; } = StaffText.Empty;

    /// <summary>Why the person is reminded of what nobody holds, or somebody else; empty otherwise.</summary>
    public string WhyThem { get; init; } = "";

    /// <summary>They may take the case in place of somebody who is not there.</summary>
    public bool IsInPlace { get; init; }

    /// <summary>Who owes it, holds the case, and is engineering's on it, as far as there is somebody.</summary>
    public IReadOnlyList<Guid> Holders { get; init; } = [];

    public Guid? EngineerId { get; init; }
}
