namespace ChatLiaison.Playground.Slack;

/// <summary>
/// Slack's rate limits: a method's tier in a sliding minute; and for chat.postMessage about one message a second in one channel, with a
/// small burst, and a few hundred a minute in the whole workspace.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    private const int Burst = 5;
    private const int WorkspacePostsPerMinute = 300;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenPosts = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _channelFreeAt = new(StringComparer.Ordinal);

    public bool Enforced { get; set; } = true;

    /// <summary>Counts a call; returns the seconds to wait when it is one too many.</summary>
    public int? Refuse(ApiMethod method, string? channel)
    {
        if (!Enforced)
        {
            return null;
        }

        lock (_gate)
        {
            var now = time.GetUtcNow();
            var isPost = method.Name == "chat.postMessage";
            var wait = isPost && channel is not null ? ChannelWait(channel, now) : TimeSpan.Zero;
            var most = isPost ? WorkspacePostsPerMinute : (int)method.Tier;
            if (wait == TimeSpan.Zero && most > 0)
            {
                wait = WindowWait(method.Name, most, now);
            }

            if (wait == TimeSpan.Zero)
            {
                Count(method.Name, isPost ? channel : null, now);
                return null;
            }

            return Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        }
    }

    private void Count(string method, string? channel, DateTimeOffset now)
    {
        if (_calls.TryGetValue(method, out var calls))
        {
            calls.Enqueue(now);
        }

        if (channel is not null)
        {
            var from = _channelFreeAt.GetValueOrDefault(channel, now);
            _channelFreeAt[channel] = (from < now ? now : from) + BetweenPosts;
        }
    }

    private TimeSpan ChannelWait(string channel, DateTimeOffset now)
    {
        var ahead = _channelFreeAt.GetValueOrDefault(channel, now) - now;
        var allowed = (Burst - 1) * BetweenPosts;
        return ahead > allowed ? ahead - allowed : TimeSpan.Zero;
    }

    private TimeSpan WindowWait(string method, int most, DateTimeOffset now)
    {
        if (!_calls.TryGetValue(method, out var calls))
        {
            calls = _calls[method] = new Queue<DateTimeOffset>();
        }

        while (calls.TryPeek(out var oldest) && now - oldest >= Window)
        {
            calls.Dequeue();
        }

        return calls.Count < most ? TimeSpan.Zero : Window - (now - calls.Peek());
    }
}
