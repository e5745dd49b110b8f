using System.Text.Json;

namespace ChatLiaison.Playground.Teams;

public sealed record TeamsReaction(string UserMri, string Type);

/// <summary>One message, as everyone (or, when targeted, one member) sees it.</summary>
public sealed record TeamsMessage
{
    /// <summary>The moment of sending in milliseconds since 1970, made unique: the shape of Teams' own ids.</summary>
    public required string Id { get; init; }

    /// <summary>The conversation without the thread's suffix.</summary>
    public required string ConversationId { get; init; }

    /// <summary>In a channel the id of the message that opened the thread; null elsewhere.</summary>
    public string? ThreadId { get; init; }

    public required string FromId { get; init; }

    public required string FromName { get; init; }

    public string Text { get; init; } = "";

    /// <summary>What was posted, word for word, after the latest edit.</summary>
    public required JsonElement Activity { get; init; }

    /// <summary>The only member who sees a targeted message.</summary>
    public string? OnlyFor { get; init; }

    public bool IsEdited { get; init; }

    public bool IsDeleted { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Cards that an invoke's answer put in place of the message's own, by the MRI of who pressed.</summary>
    public IReadOnlyDictionary<string, JsonElement> CardsByUser { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    public IReadOnlyList<TeamsReaction> Reactions { get; init; } = [];

    /// <summary>The id the connector and the app use: with the thread's suffix in a channel.</summary>
    public string ThreadConversationId => ThreadId is null ? ConversationId : $"{ConversationId};messageid={ThreadId}";

    /// <summary>The Adaptive Cards of the message itself.</summary>
    public IReadOnlyList<JsonElement> Cards => TeamsJson.CardsIn(Activity);

    /// <summary>The cards as this user sees them now.</summary>
    public IReadOnlyList<JsonElement> CardsFor(string mri) => CardsByUser.TryGetValue(mri, out var own) ? [own] : Cards;

    public bool IsVisibleTo(string mri) => OnlyFor is null || OnlyFor == mri;
}
