namespace ChatLiaison.Playground.Teams;

/// <summary>
/// Sliding windows per bot and conversation. A channel counts as one conversation, whatever the thread.
/// Source: Teams, "Optimize your bot with rate limiting".
/// </summary>
internal sealed class TeamsThrottle(TimeProvider time)
{
    private static readonly Window[] Writing = [new(7, 1), new(8, 2), new(60, 30), new(1800, 3600)];
    private static readonly Window[] Reading = [new(14, 1), new(16, 2), new(120, 30), new(3600, 3600)];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _past = new(StringComparer.Ordinal);

    /// <summary>Null when the call may pass (it is then counted), else how long to wait.</summary>
    public TimeSpan? Enter(TeamsCall call, string thread)
    {
        var windows = call switch
        {
            TeamsCall.Send or TeamsCall.Reply or TeamsCall.CreateConversation => Writing,
            TeamsCall.Members or TeamsCall.PagedMembers or TeamsCall.Member or TeamsCall.TeamChannels => Reading,
            _ => null,
        };
        if (windows is null)
        {
            return null;
        }

        var group = call is TeamsCall.CreateConversation ? "create" : windows == Writing ? "write" : "read";
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!_past.TryGetValue($"{group} {thread}", out var past))
            {
                _past[$"{group} {thread}"] = past = [];
            }

            past.RemoveAll(moment => moment <= now - windows[^1].Length);
            var wait = windows.Max(window => window.WaitAt(past, now));
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            past.Add(now);
            return null;
        }
    }

    private sealed record Window(int Calls, int Seconds)
    {
        public TimeSpan Length => TimeSpan.FromSeconds(Seconds);

        /// <summary>How long until the oldest of the last <c>Calls</c> calls leaves the window.</summary>
        public TimeSpan WaitAt(List<DateTimeOffset> past, DateTimeOffset now) =>
            past.Count < Calls ? TimeSpan.Zero : past[^Calls] + Length - now;
    }
}
