using NodaTime;

namespace ChatLiaison.Meetings;

internal enum MeetingKind
{
    /// <summary>Support and engineering, about the customer.</summary>
    Briefing,

    /// <summary>With the customer.</summary>
    Customer,

    /// <summary>With the customer, on a shared screen.</summary>
    Session,
}

internal enum MeetingState
{
    Scheduled,

    /// <summary>The minutes are written.</summary>
    Held,

    /// <summary>Ticked off: the customer knows what came out of it.</summary>
    Done,
    Cancelled,
}

/// <summary>A meeting about one case, from the day it is arranged until it is ticked off.</summary>
internal sealed record Meeting
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required int CustomerId { get; init; }

    public required MeetingKind Kind { get; init; }

    public required Instant At { get; init; }

    /// <summary>A web address; empty for a meeting in a room.</summary>
    public string Link { get; init; } = "";

    /// <summary>The web address of what those who meet work on together, which may be for our own people only; empty for none.</summary>
    public string Document { get; init; } = "";

    public string Purpose { get; init; } = "";

    /// <summary>What is to be asked, a line each.</summary>
    public string Questions { get; init; } = "";

    /// <summary>Who at the customer agreed that it is recorded; empty when it is not.</summary>
    public string Recording { get; init; } = "";

    public required string ScheduledBy { get; init; }

    public Guid? ScheduledById { get; init; }

    /// <summary>The reminder to hold it.</summary>
    public required Guid HoldPromise { get; init; }

    public MeetingState State { get; init; } = MeetingState.Scheduled;

    public string Attendees { get; init; } = "";

    public string Perspective { get; init; } = "";

    public string Constraints { get; init; } = "";

    public string Outcome { get; init; } = "";

    public string HeldBy { get; init; } = "";

    public Guid? InformPromise { get; init; }

    public Instant? FollowUpAt { get; init; }

    public Instant? ToldAt { get; init; }

    public string ToldBy { get; init; } = "";

    /// <summary>Our lasting names of what the working thread was told when it was arranged, and after it.</summary>
    public string ArrangedAnchor => $"meeting:{Id:N}:arranged";

    public string MinutesAnchor => $"meeting:{Id:N}:minutes";

    public bool IsWithCustomer => Kind != MeetingKind.Briefing;

    public string Name => Kind switch
    {
        MeetingKind.Briefing => "briefing with engineering",
        MeetingKind.Customer => "meeting with the customer",
        _ => "joint session with the customer",
    };
}

/// <summary>Something that somebody does after a meeting, as a promise.</summary>
internal sealed record MeetingItem(Guid PromiseId, Guid MeetingId, string What, string Owner, Instant DueAt)
{
    public Instant? DoneAt { get; init; }
}
