using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>What the form of an id tells, for conversations that we were never called from.</summary>
internal static class TeamsIds
{
    /// <summary>Channels end in <c>@thread.tacv2</c> or <c>@thread.skype</c>, group chats in <c>@thread.v2</c>; direct ones start <c>a:</c>.</summary>
    public static PlaceKind KindOf(string conversationId)
    {
        var end = conversationId.IndexOf(';', StringComparison.Ordinal);
        var id = end < 0 ? conversationId.AsSpan() : conversationId.AsSpan(0, end);
        return id.EndsWith("@thread.tacv2") || id.EndsWith("@thread.skype") ? PlaceKind.Channel
            : id.EndsWith("@thread.v2") ? PlaceKind.Group
            : PlaceKind.Direct;
    }

    /// <summary>A message's address in the client; null in a chat with one person, where there is none.</summary>
    /// <param name="group">The Entra group of the channel's team; null when it is not known.</param>
    public static string? LinkTo(MessageRef message, string tenant, string? group)
    {
        var kind = KindOf(message.ChannelId);
        if (kind == PlaceKind.Direct)
        {
            return null;
        }

        var address = $"https://teams.microsoft.com/l/message/{Uri.EscapeDataString(message.ChannelId)}/{Uri.EscapeDataString(message.MessageId)}";
        return kind == PlaceKind.Group
            ? address + "?context=" + Uri.EscapeDataString("""{"contextType":"chat"}""")
            : $"{address}?parentMessageId={Uri.EscapeDataString(message.Root)}"
                + (tenant.Length > 0 ? $"&tenantId={tenant}" : "")
                + (group is not null ? $"&groupId={group}" : "");
    }

    /// <summary>The conversation that an answer in a thread goes to; only channels have threads.</summary>
    public static string InThread(string channelId, string? root) =>
        root is null || KindOf(channelId) != PlaceKind.Channel ? channelId : $"{channelId};messageid={root}";
}
