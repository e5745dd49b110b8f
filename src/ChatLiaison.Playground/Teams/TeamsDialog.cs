using System.Text.Json;

namespace ChatLiaison.Playground.Teams;

/// <summary>A dialog (task module) that one person has open.</summary>
public sealed record TeamsDialog
{
    public required string UserMri { get; init; }

    public required string Title { get; init; }

    public required JsonElement Card { get; init; }

    public JsonElement? Width { get; init; }

    public JsonElement? Height { get; init; }

    /// <summary>Where it was opened from, with the thread's suffix in a channel.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The message whose button or menu opened it.</summary>
    public string? MessageId { get; init; }

    /// <summary>The message extension's command; null for a dialog opened by a card's button.</summary>
    public string? CommandId { get; init; }

    public TeamsCommandContext Context { get; init; }

    /// <summary>What the person last typed, by input id; kept when a submit fails.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the client shows above the form when the last submit failed.</summary>
    public string? Error { get; init; }
}

/// <summary>From where a message extension was called.</summary>
public enum TeamsCommandContext
{
    Compose,
    Message,
    CommandBox,
}

public enum TeamsNoticeKind
{
    /// <summary>A text that the app's answer asked to show.</summary>
    Message,

    /// <summary>An error that the app's answer carried, or an answer that the client could not use.</summary>
    Error,

    /// <summary>The app did not answer in time, three times over.</summary>
    Unreachable,
}

/// <summary>Something the client showed one person in passing.</summary>
public sealed record TeamsNotice(string UserMri, TeamsNoticeKind Kind, string Text);
