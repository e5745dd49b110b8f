using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>What kind of conversation an id means. Slack says it differently in each payload.</summary>
internal static class SlackPlaces
{
    public static readonly ChatPlace Nowhere = new(SlackPlatform.PlatformKey, PlaceKind.Nowhere, "");

    /// <param name="channelId"><c>C…</c>, <c>G…</c> or <c>D…</c>; null or empty when there is no conversation.</param>
    /// <param name="name">The channel's name as slash commands and buttons give it.</param>
    /// <param name="type">An event's <c>channel_type</c>.</param>
    public static ChatPlace Of(string? channelId, string? name = null, string? type = null, string? threadId = null) =>
        string.IsNullOrEmpty(channelId) ? Nowhere : new(SlackPlatform.PlatformKey, Kind(channelId, name, type), channelId, threadId);

    private static PlaceKind Kind(string channelId, string? name, string? type)
    {
        if (type is "im" or "app_home" || name == "directmessage" || channelId[0] == 'D')
        {
            return PlaceKind.Direct;
        }

        return type == "mpim" || name?.StartsWith("mpdm-", StringComparison.Ordinal) == true ? PlaceKind.Group : PlaceKind.Channel;
    }
}
