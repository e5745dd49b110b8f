using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>One message as everybody (or, if ephemeral, one person) sees it. The JSON inside must be treated as read-only.</summary>
/// <param name="Ts">Unique within its channel, seconds with six decimals; a string, never a number.</param>
/// <param name="ThreadTs">The parent's ts, for a reply and for a parent that has replies.</param>
public sealed record SlackMessage(string ChannelId, string Ts, string? ThreadTs, string UserId, string? BotId, string Text)
{
    public JsonArray? Blocks { get; init; }
    public JsonArray? Attachments { get; init; }
    public JsonObject? Metadata { get; init; }
    public string? Subtype { get; init; }
    public string? EditedTs { get; init; }
    public int Edits { get; init; }

    /// <summary>The only person who sees it, or null for everybody in the channel.</summary>
    public string? EphemeralTo { get; init; }
    public ImmutableArray<string> FileIds { get; init; } = [];

    /// <summary>Reaction name (no colons) to the people who gave it.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Reactions { get; init; } =
        ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty;

    public bool IsReply => ThreadTs is not null && ThreadTs != Ts;

    /// <summary>Everything a reader sees: the text, the blocks and the attachments, as one string, for looking for words.</summary>
    public string AllText => string.Join('\n', [Text, .. BlockTexts.Of(Blocks), .. BlockTexts.Of(Attachments)]);
}
