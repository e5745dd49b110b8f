using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>What became of asking somebody to take a case.</summary>
internal enum AskOutcome
{
    Answered,

    /// <summary>Somebody else took it, or it ended.</summary>
    Overtaken,
    Unanswered,
    Declined,
    Unreachable,

    /// <summary>The case came back later: what was asked before counts no more.</summary>
    Past,
}

/// <summary>Somebody was asked to take a case.</summary>
/// <param name="Level">Of the ladder; 0 is the liaisons'.</param>
/// <param name="Reasons">What speaks for them, a few words each.</param>
/// <param name="PassedOver">The others, a sentence each.</param>
internal sealed record Ask(Guid CaseId, int Level, Guid PersonId, Instant At, IReadOnlyList<string> Reasons, IReadOnlyList<string> PassedOver)
{
    public AskOutcome? Outcome { get; init; }

    /// <summary>One of ours who gave it to them; null when the desk asked.</summary>
    public Guid? By { get; init; }

    public Instant? EndedAt { get; init; }

    /// <summary>Why they declined, or could not be reached.</summary>
    public string Words { get; init; } = "";

    public bool IsOpen => EndedAt is null;

    /// <summary>Why somebody is not asked again, in a few words after their name; null when nothing speaks against it.</summary>
    public string? Against => Outcome switch
    {
        null when IsOpen => "was asked already",
        AskOutcome.Unanswered => "was asked and did not answer",
        AskOutcome.Declined => Words.Length == 0 ? "declined it" : $"declined it ({Words.TrimEnd('.')})",
        _ => null,
    };
}
