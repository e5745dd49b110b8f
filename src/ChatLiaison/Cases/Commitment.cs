using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Cases;

internal enum CommitmentKind
{
    /// <summary>Somebody's word to the customer: "I'll call you at three".</summary>
    Personal,

    /// <summary>Something to be done by one of us (S128).</summary>
    ActionItem,

    /// <summary>To look again at a case that waits; ends with the wait.</summary>
    CheckBack,

    /// <summary>The customer is to hear of a cause, an estimate or a roadblock (S126).</summary>
    Inform,
}

/// <summary>A promise that comes of an act on a case; with the act it becomes a row with a clock.</summary>
/// <param name="What">What is promised, in the words of whoever promised it.</param>
internal sealed record Commitment(Guid Id, CommitmentKind Kind, string What)
{
    /// <summary>Null when the playbook says how soon.</summary>
    public Instant? Due { get; init; }

    /// <summary>Who owes it; null when whoever holds the case does.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The customer has read these very words, or reads them with this act.</summary>
    public bool Told { get; init; }

    /// <summary>Words drafted for the customer. For our own eyes, until a person has previewed and sent them.</summary>
    public string Draft { get; init; } = "";

    /// <summary>The message in which it was promised; null when it was in none, or in the one that this act sends.</summary>
    public MessageRef? Source { get; init; }

    public static Commitment CheckBack(CaseStatus waiting, Instant due, Instant now) =>
        new(NewId(now), CommitmentKind.CheckBack, $"Check back, since we wait on {(waiting == CaseStatus.WaitingOnCustomer ? "the customer" : "somebody else")}.") { Due = due };

    public static Guid NewId(Instant now) => Guid.CreateVersion7(now.ToDateTimeOffset());
}

/// <summary>How often and where a customer wants to be told about one case (S27).</summary>
/// <param name="Every">The longest silence they want; null for what the playbook says.</param>
/// <param name="OnChange">They want to hear only when there is something new.</param>
/// <param name="By">How they want to be reached: <c>chat</c>, <c>email</c>, <c>phone</c> or <c>video</c>.</param>
/// <param name="Details">The number or address; for our own people.</param>
internal sealed record CommunicationPlan(Duration? Every, bool OnChange, string By, string Details)
{
    public static readonly CommunicationPlan AsUsual = new(null, false, "chat", "");
}
