using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>A modal of one person's stack, or a person's App Home. The JSON inside must be treated as read-only.</summary>
/// <param name="Hash">Changes with every update.</param>
/// <param name="Content">The view as the app gave it, with block ids and action ids filled in where it left them out.</param>
public sealed record SlackView(string Id, string UserId, string Type, string Hash, JsonObject Content)
{
    public required string RootId { get; init; }
    public string? PreviousId { get; init; }

    /// <summary>What the person has typed or chosen so far, in the shape of <c>state.values</c>.</summary>
    public ImmutableDictionary<SlackFieldKey, JsonObject> Typed { get; init; } = ImmutableDictionary<SlackFieldKey, JsonObject>.Empty;

    /// <summary>Errors shown under fields, by block id.</summary>
    public ImmutableSortedDictionary<string, string> Errors { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string CallbackId => Content.Text("callback_id") ?? "";

    public string PrivateMetadata => Content.Text("private_metadata") ?? "";

    public string? ExternalId => Content.Text("external_id") is { Length: > 0 } id ? id : null;

    public string Title => Content["title"].Text("text") ?? "";

    public JsonArray Blocks => Content["blocks"] as JsonArray ?? [];

    /// <summary>All that a reader sees, as one string, for looking for words.</summary>
    public string AllText => string.Join('\n', [Title, .. BlockTexts.Of(Blocks)]);
}

/// <summary>The name of a field within a view or a message.</summary>
public readonly record struct SlackFieldKey(string BlockId, string ActionId);
