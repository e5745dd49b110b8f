using System.Collections.Concurrent;

namespace ChatLiaison.Slack;

/// <summary>The direct conversation with each person; it never changes, so it is asked once.</summary>
internal sealed class SlackDirect(SlackApi api)
{
    private const int MostKept = 20_000;
    private readonly ConcurrentDictionary<string, string> channels = new(StringComparer.Ordinal);

    /// <summary>The channel's id; throws when the person can't be written to.</summary>
    public async ValueTask<string> ChannelAsync(string userId, CancellationToken cancellationToken)
    {
        if (channels.TryGetValue(userId, out var known))
        {
            return known;
        }

        var result = await api.AskAsync("conversations.open", cancellationToken, KeyValuePair.Create("users", userId));
        using var document = result.Demand(toPerson: true).Read();
        var channel = document.RootElement.Text("channel", "id") ?? throw SlackFailures.Of(result.Method, "user_not_found", toPerson: true);
        if (channels.Count >= MostKept)
        {
            channels.Clear();
        }

        return channels[userId] = channel;
    }

    public void Forget(string userId) => channels.TryRemove(userId, out _);
}
