using System.Globalization;
using System.Text.Json;
using ChatLiaison.Chat;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Teams;

/// <summary>
/// One activity as it came (Bot Framework Activity schema; unknown properties are passed over). Everything is read once; what only some
/// kinds hold stays in <see cref="Root"/>.
/// </summary>
internal sealed class TeamsActivity
{
    private const string ThreadMark = ";messageid=";

    public TeamsActivity(JsonElement root)
    {
        Root = root;
        Type = root.Text("type") ?? "";
        Id = root.Text("id") ?? "";
        Name = root.Text("name") ?? "";
        ServiceUrl = root.Text("serviceUrl") ?? "";
        Network = root.Text("channelId") ?? "";
        ReplyToId = root.Text("replyToId");
        From = root.Child("from");
        Value = root.Child("value");
        ChannelData = root.Child("channelData");
        RecipientId = root.Child("recipient").Text("id") ?? "";
        var conversation = root.Child("conversation");
        ConversationId = conversation.Text("id") ?? "";
        ConversationType = conversation.Text("conversationType") ?? "";
        TenantId = ChannelData.Child("tenant").Text("id") ?? conversation.Text("tenantId");
    }

    public JsonElement Root { get; }

    public string Type { get; }

    public string Id { get; }

    public string Name { get; }

    public string ServiceUrl { get; }

    /// <summary>Which network it came over: <c>msteams</c>; the wire calls it channelId.</summary>
    public string Network { get; }

    public string? ReplyToId { get; }

    public JsonElement From { get; }

    public JsonElement Value { get; }

    public JsonElement ChannelData { get; }

    public string RecipientId { get; }

    public string ConversationId { get; }

    public string ConversationType { get; }

    public string? TenantId { get; }

    public string EventType => ChannelData.Text("eventType") ?? "";

    /// <summary>The person's lasting id: their Entra object id, or the id of this bot and user where Teams gives no other.</summary>
    public string PersonId => From.Text("aadObjectId") ?? From.Text("id") ?? "";

    /// <summary>The conversation without its thread.</summary>
    public string ChannelId => ThreadAt() is >= 0 and var at ? ConversationId[..at] : ConversationId;

    public string? ThreadId => ThreadAt() is >= 0 and var at ? ConversationId[(at + ThreadMark.Length)..] : null;

    public PlaceKind Kind => ConversationType switch
    {
        "personal" => PlaceKind.Direct,
        "groupChat" => PlaceKind.Group,
        "channel" => PlaceKind.Channel,
        _ => TeamsIds.KindOf(ConversationId),
    };

    /// <summary>The IANA zone of the person's client; null when it didn't say.</summary>
    public string? Zone => Root.Text("localTimezone");

    public Instant At(Instant otherwise) =>
        Root.Text("timestamp") is { } text && OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } parsed ? parsed.Value.ToInstant() : otherwise;

    public ChatPlace Place => ConversationId.Length == 0
        ? new(TeamsPlatform.PlatformKey, PlaceKind.Nowhere, "")
        : new(TeamsPlatform.PlatformKey, Kind, ChannelId, ThreadId == Id ? null : ThreadId);

    /// <summary>This very message.</summary>
    public MessageRef Message => new(TeamsPlatform.PlatformKey, ChannelId, Id, ThreadId == Id ? null : ThreadId);

    /// <summary>The message in this conversation with that id.</summary>
    public MessageRef Sibling(string messageId) =>
        new(TeamsPlatform.PlatformKey, ChannelId, messageId, ThreadId == messageId ? null : ThreadId);

    /// <summary>The platform's id of this act, the same for each delivery.</summary>
    public string Key(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{ChannelId}:{Id}");

    private int ThreadAt() => ConversationId.IndexOf(ThreadMark, StringComparison.Ordinal);
}
