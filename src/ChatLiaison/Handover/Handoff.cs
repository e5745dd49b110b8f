using ChatLiaison.Cases;
using NodaTime;

namespace ChatLiaison.Handover;

internal enum HandoffState
{
    /// <summary>Engineering has the brief and has not answered.</summary>
    Sent,
    Accepted,

    /// <summary>It came back with what is missing.</summary>
    Bounced,

    /// <summary>Engineering is done with it, or a newer brief took its place.</summary>
    Ended,
}

/// <summary>One time that a case was handed to engineering, with its brief.</summary>
internal sealed record Handoff
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public HandoffState State { get; init; } = HandoffState.Sent;

    public required Instant SentAt { get; init; }

    public required string SentBy { get; init; }

    public Guid? SentById { get; init; }

    /// <summary>The engineer that it is for; null for whoever takes it.</summary>
    public Party? To { get; init; }

    /// <summary>How complete the brief was when it was sent, 0 to 100.</summary>
    public required int Score { get; init; }

    /// <summary>It was sent once more after it came back.</summary>
    public bool Again { get; init; }

    public required Chat.Destination Where { get; init; }

    public Instant? AnsweredAt { get; init; }

    public string AnsweredBy { get; init; } = "";

    public Guid? AnsweredById { get; init; }

    /// <summary>The lasting name of the message that holds the brief.</summary>
    public string Anchor => $"handoff:{Id:N}";

    public bool IsOpen => State is HandoffState.Sent or HandoffState.Accepted;
}

internal enum QuestionKind
{
    /// <summary>The brief came back with it.</summary>
    Bounce,

    /// <summary>It was asked by somebody who had taken the brief: something that it should have said.</summary>
    Ask,
}

/// <summary>What engineering had to ask about a case that was handed to it.</summary>
/// <param name="Missing">The items that were ticked, by <see cref="BriefItem.Key"/>.</param>
internal sealed record HandoffQuestion(
    Guid Id, Guid HandoffId, Guid CaseId, QuestionKind Kind, Instant At, string By, Guid? ById, IReadOnlyList<string> Missing, string Question, Guid PromiseId)
{
    public Instant? AnsweredAt { get; init; }

    public string AnsweredBy { get; init; } = "";

    public string Answer { get; init; } = "";
}

internal enum HandoffSide
{
    Sender,
    Receiver,
}

/// <summary>How often the hand-off of one case went wrong.</summary>
internal sealed record HandoffCounts(int Bounces, int Asks)
{
    public static readonly HandoffCounts None = new(0, 0);
}
