using ChatLiaison.Playbook;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Promises;

internal enum PromiseKind
{
    Acknowledge,
    FirstResponse,
    NextResponse,

    /// <summary>The customer asked for a person, who answers sooner than somebody who was only written to.</summary>
    PersonAsked,
    StatusUpdate,
    Resolve,
    FollowUp,
    LevelResponse,
    Inform,
    ActionItem,

    /// <summary>To look again at a case that waits; ends with the wait.</summary>
    CheckBack,
    Personal,

    /// <summary>To look back at the case; outlives it.</summary>
    Review,

    /// <summary>What a review led to; outlives the case.</summary>
    Prevention,

    /// <summary>Not a promise to anyone: the age at which a ladder level takes the case over.</summary>
    ClimbTimer,

    /// <summary>Not a promise to anyone: the end of a resolved case's grace window.</summary>
    CloseTimer,
}

internal static class PromiseKinds
{
    /// <summary>The customer waits for words of ours.</summary>
    public static bool IsAnswer(this PromiseKind kind) => kind is PromiseKind.FirstResponse or PromiseKind.NextResponse or PromiseKind.PersonAsked;

    /// <summary>Somebody made it in words, and ticks it off.</summary>
    public static bool IsInWords(this PromiseKind kind) => kind is PromiseKind.Personal or PromiseKind.ActionItem or PromiseKind.CheckBack;
}

internal enum PromiseState
{
    Running,
    Paused,
    Kept,

    /// <summary>The instant passed. It is still owed until <see cref="Promise.FulfilledAt"/>.</summary>
    Broken,
    Cancelled,
}

/// <summary>A deadline with an owner and the reason it exists.</summary>
internal sealed record Promise
{
    /// <summary>Who owed a promise that was kept or broken while nobody held its case.</summary>
    public static readonly Guid Nobody = Guid.Empty;

    public required Guid Id { get; init; }

    /// <summary>Null only for a customer's message that belongs to no case yet.</summary>
    public Guid? CaseId { get; init; }

    public Guid? LooseMessageId { get; init; }

    public required int CustomerId { get; init; }

    public required PromiseKind Kind { get; init; }

    public PromiseState State { get; init; } = PromiseState.Running;

    /// <summary>Who owes it; null when whoever holds the case owes it.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The ladder level it belongs to; 0 elsewhere.</summary>
    public int Level { get; init; }

    public required string Reason { get; init; }

    public required Priority Priority { get; init; }

    public required string PolicyVersion { get; init; }

    /// <summary>The name of the calendar that its working time is counted in.</summary>
    public required string Calendar { get; init; }

    public required PromiseClock Clock { get; init; }

    public Instant? DueAt { get; init; }

    /// <summary>When it counts as broken, where that is later than due (K8).</summary>
    public Instant? BreakAt { get; init; }

    public Instant? NextLook { get; init; }

    /// <summary>How many milestones have passed.</summary>
    public int Warned { get; init; }

    public Instant? FulfilledAt { get; init; }

    public Instant? BrokenAt { get; init; }

    /// <summary>It was late, and then it was taken back or fell away: nobody did it.</summary>
    public bool Dropped { get; init; }

    /// <summary>Goes on when its case is resolved, comes back or ends: somebody gave their word, or it is to look back at the case and what follows from that.</summary>
    public bool OutlivesCase => Kind is PromiseKind.Review or PromiseKind.Prevention or PromiseKind.Personal or PromiseKind.ActionItem;

    /// <summary>The next update, at a time that the customer was told; one without is the playbook's cadence.</summary>
    public bool IsNamedUpdate { get; init; }

    public bool IsTimer => Kind is PromiseKind.ClimbTimer or PromiseKind.CloseTimer;

    /// <summary>Still to be done, late or not.</summary>
    public bool IsOwed => State is PromiseState.Running or PromiseState.Paused || (State == PromiseState.Broken && FulfilledAt is null);
}
