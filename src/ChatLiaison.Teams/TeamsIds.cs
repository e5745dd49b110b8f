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

    /// <summary>The conversation that an answer in a thread goes to; only channels have threads.</summary>
    public static string InThread(string channelId, string? root) =>
        root is null || KindOf(channelId) != PlaceKind.Channel ? channelId : $"{channelId};messageid={root}";
}
