using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>What may be made a link or a mention on Slack.</summary>
internal static class SlackLinks
{
    private const int LongestUrl = 3000;

    /// <summary>A message's address in the client; null while the workspace's own is not known.</summary>
    public static string? ToMessage(string? workspace, MessageRef message)
    {
        if (workspace is not { Length: > 0 } root)
        {
            return null;
        }

        var link = $"{root.TrimEnd('/')}/archives/{message.ChannelId}/p{message.MessageId.Replace(".", "", StringComparison.Ordinal)}";
        return message.ThreadId is { } thread ? $"{link}?thread_ts={thread}&cid={message.ChannelId}" : link;
    }

    public static bool IsWeb(string? url) =>
        url is { Length: <= LongestUrl }
        && Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        && (parsed.Scheme == Uri.UriSchemeHttps || parsed.Scheme == Uri.UriSchemeHttp);

    /// <summary>Ids are capital letters and digits; anything else in that place could close the mention and open another.</summary>
    public static bool IsOurs(MentionSpan person) =>
        person.Platform == SlackPlatform.PlatformKey
        && person.UserId is ['U' or 'W', ..]
        && person.UserId.All(char.IsAsciiLetterOrDigit);

    /// <summary>The address with what would end it inside <c>&lt;…|…&gt;</c> percent-encoded.</summary>
    public static string Encode(string url) => url
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("|", "%7C", StringComparison.Ordinal)
        .Replace(" ", "%20", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal);
}
