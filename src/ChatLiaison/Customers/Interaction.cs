using NodaTime;

namespace ChatLiaison.Customers;

/// <summary>How we spoke with a customer.</summary>
internal enum InteractionKind
{
    Call,
    Email,
    Chat,
    Meeting,
    Video,
    WalkIn,
}

internal enum InteractionDirection
{
    FromCustomer,
    FromUs,
    Both,
}

/// <summary>One time that we spoke with a customer (S177).</summary>
internal sealed record Interaction
{
    public required Guid Id { get; init; }

    public required int CustomerId { get; init; }

    /// <summary>When it took place, which may be before it is recorded.</summary>
    public required Instant At { get; init; }

    public required InteractionKind Kind { get; init; }

    public InteractionDirection Direction { get; init; } = InteractionDirection.Both;

    /// <summary>Who at the customer; empty when nobody said.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Who of ours; empty when nobody was there.</summary>
    public string Staff { get; init; } = "";

    public Guid? StaffId { get; init; }

    public required string Summary { get; init; }

    /// <summary>What is to be done, a line each.</summary>
    public string ActionItems { get; init; } = "";

    /// <summary>The cases that it was about.</summary>
    public IReadOnlyList<Guid> Cases { get; init; } = [];

    /// <summary>What it was recorded by: <c>log</c>, <c>call</c>, and for what a case's own record says too <c>chat</c> and <c>case</c>.</summary>
    public string Source { get; init; } = "log";

    /// <summary>Messages that share this are one entry, with the last one's time; null for an entry of its own.</summary>
    public string? Conversation { get; init; }

    /// <summary>How many messages it sums up.</summary>
    public int Messages { get; init; } = 1;
}

internal static class InteractionWords
{
    /// <summary>The kinds as people type and read them.</summary>
    public static IReadOnlyDictionary<string, InteractionKind> ByName { get; } = new Dictionary<string, InteractionKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["Call"] = InteractionKind.Call,
        ["Email"] = InteractionKind.Email,
        ["Chat"] = InteractionKind.Chat,
        ["Meeting"] = InteractionKind.Meeting,
        ["Video"] = InteractionKind.Video,
        ["Walk-in"] = InteractionKind.WalkIn,
    };

    public static string Name(InteractionKind kind) => kind == InteractionKind.WalkIn ? "Walk-in" : kind.ToString();
}
