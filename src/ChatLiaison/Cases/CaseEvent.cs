using NodaTime;

namespace ChatLiaison.Cases;

internal enum CaseEventKind
{
    Opened,
    Acknowledged,
    Taken,
    Assigned,

    /// <summary>We told the customer something: an update, an answer, a question.</summary>
    CustomerTold,
    CustomerWrote,
    Noted,

    /// <summary>Somebody assessed how pressing it is and what it is about.</summary>
    Triaged,

    /// <summary>Somebody said who is to settle it (S48).</summary>
    PathChosen,
    Waiting,
    Resumed,
    PriorityChanged,
    UnderstandingConfirmed,
    UnderstandingCorrected,
    Triggered,
    Climbed,

    /// <summary>Whoever was asked does not take it; who was asked instead stands in the text.</summary>
    Declined,

    /// <summary>Engineering gave the case back to whoever looks after the customer.</summary>
    Returned,
    Skipped,
    OnIt,

    /// <summary>Whoever was to mend it says that it is mended; nobody has checked it for this customer yet.</summary>
    FixReported,
    Resolved,

    /// <summary>The customer said that it works, or one of us recorded that they did.</summary>
    Verified,
    FollowedUp,

    /// <summary>The customer said how well we looked after them.</summary>
    Rated,

    /// <summary>The case was looked back at.</summary>
    Reviewed,

    /// <summary>Something that a review led to is done.</summary>
    ActionDone,

    /// <summary>A step of the playbook was left out, with the reason (S98).</summary>
    Excepted,
    Reopened,
    Closed,
    Cancelled,
    Detailed,

    /// <summary>A step of a scenario of the playbook was walked, or left out.</summary>
    ScenarioWalked,

    /// <summary>What was learned on it was kept for the next one, or an entry that was kept before helped.</summary>
    Learned,

    /// <summary>A brief went to engineering, came back, or was asked about.</summary>
    HandedOver,

    /// <summary>A meeting was arranged, held or ticked off, or something that came of it was done.</summary>
    Met,

    /// <summary>Who may see the case has changed.</summary>
    Restricted,
    PromiseBroken,
    Redirected,

    /// <summary>The cause is known, with the plan that follows from it: the customer is to hear of it (S126).</summary>
    CauseFound,
    EstimateKnown,
    RoadblockHit,

    /// <summary>What the customer wrote on a resolved case was something new, and is a case of its own.</summary>
    MovedOn,

    /// <summary>Somebody found something out; a line of the working thread (S73).</summary>
    Found,

    /// <summary>Somebody tried something: what, an arrow, and what came of it.</summary>
    Tried,

    /// <summary>Somebody wants to know something of the customer, who has not been asked by this (S23).</summary>
    QuestionRaised,

    /// <summary>What was to be asked is answered, or not needed any more.</summary>
    QuestionSettled,

    /// <summary>Somebody promised something of their own.</summary>
    Promised,
    PromiseKept,
    PromiseWithdrawn,

    /// <summary>How often and where the customer wants to be told was changed (S27).</summary>
    PlanChanged,

    /// <summary>The customer wants to speak to a person.</summary>
    PersonAsked,
}

/// <summary>Which side of the table somebody sits on.</summary>
internal enum Side
{
    Customer,
    Staff,
    Bot,
}

/// <summary>Who did it.</summary>
internal sealed record Actor(Guid? Id, string Name, Side Side)
{
    public static readonly Actor Desk = new(null, "ChatLiaison", Side.Bot);
}

/// <summary>How something was said.</summary>
internal enum Medium
{
    Chat,
    Call,
    Email,
    Meeting,
    Video,
}

/// <summary>A line that one of us wrote in chat, and those who read along there have read.</summary>
/// <param name="Under">Our lasting name of the message in whose thread it stands; null where it stands in none.</param>
internal sealed record WrittenLine(string? Under);

/// <summary>Something that happened to a case; one line of its timeline.</summary>
/// <param name="Text">What the timeline says, or the very words that were said.</param>
/// <param name="ForCustomer">The customer said it or may read it.</param>
internal sealed record CaseEvent(CaseEventKind Kind, string Text, bool ForCustomer = false)
{
    /// <summary>
    /// With <see cref="CaseEventKind.CustomerTold"/>: when the next update was promised; null when nothing was. With
    /// <see cref="CaseEventKind.PlanChanged"/>: when the customer wants it.
    /// </summary>
    public Instant? NextUpdate { get; init; }

    /// <summary>With <see cref="CaseEventKind.CustomerTold"/>: it is the update that they wait for, whether or not it names the next one.</summary>
    public bool IsUpdate { get; init; }

    /// <summary>With <see cref="CaseEventKind.CustomerTold"/>: it was said in the thread already and must not be sent again.</summary>
    public bool AlreadySaid { get; init; }

    /// <summary>How it was said; what was not said in chat is not sent, and is an entry of its own in the customer's record.</summary>
    public Medium Medium { get; init; }

    /// <summary>With <see cref="CaseEventKind.CustomerTold"/>: the card as it was previewed and goes out; null for the words alone.</summary>
    public Chat.CustomerCard? Card { get; init; }

    /// <summary>Our lasting name of the message that says it; empty when nobody asks for it later.</summary>
    public string SaidAs { get; init; } = "";

    /// <summary>Where one of us wrote it in chat; null when it was done in another way.</summary>
    public WrittenLine? Written { get; init; }

    /// <summary>What is promised along with it.</summary>
    public IReadOnlyList<Commitment> Commits { get; init; } = [];

    /// <summary>With <see cref="CaseEventKind.CustomerTold"/>: promises, by id, that were made before and that the customer reads of with it.</summary>
    public IReadOnlyList<Guid> Tells { get; init; } = [];

    /// <summary>The promises, by id, that it keeps; with <see cref="CaseEventKind.PromiseWithdrawn"/> those that it takes back.</summary>
    public IReadOnlyList<Guid> Settles { get; init; } = [];

    /// <summary>With <see cref="CaseEventKind.PlanChanged"/>: what holds from now on.</summary>
    public CommunicationPlan? Plan { get; init; }

    /// <summary>With <see cref="CaseEventKind.Triggered"/>: the playbook's name of the trigger.</summary>
    public string Trigger { get; init; } = "";
}

/// <summary>What a rule made of an act: the next case and what happened, or why not.</summary>
internal sealed record CaseDecision(SupportCase? After, IReadOnlyList<CaseEvent> Events, Chat.CustomerText? Refusal)
{
    public static CaseDecision To(SupportCase after, params IReadOnlyList<CaseEvent> events) => new(after, events, null);

    public static CaseDecision Refuse(Chat.CustomerText reason) => new(null, [], reason);
}

/// <summary>One act on a case, as the other capabilities see it.</summary>
/// <param name="Before">Null when the case was just opened.</param>
internal sealed record CaseChange(SupportCase? Before, SupportCase After, IReadOnlyList<CaseEvent> Events, Actor Actor, Instant Now)
{
    public bool Has(CaseEventKind kind) => Events.Any(e => e.Kind == kind);
}

/// <summary>
/// Another capability's part in a change of a case: it writes its own rows in the same unit of work. This is how a capability follows
/// cases without being known to them.
/// </summary>
internal interface ICaseReactor
{
    ValueTask ReactAsync(CaseChange change, Storage.UnitOfWork work, CancellationToken cancellationToken);
}
