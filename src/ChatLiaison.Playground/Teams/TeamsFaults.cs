namespace ChatLiaison.Playground.Teams;

public enum TeamsFaultKind
{
    /// <summary>429 with Retry-After.</summary>
    Throttled,

    /// <summary>The given status, nothing done.</summary>
    Status,

    /// <summary>The line is cut before anything is done.</summary>
    Drop,

    /// <summary>The call is carried out, then the line is cut.</summary>
    AcceptThenDrop,

    /// <summary>The call is carried out, but the answer never comes.</summary>
    AcceptThenTimeOut,

    /// <summary>The call is carried out after a wait.</summary>
    Slow,
}

/// <summary>A failure to come. Waits are real time, except <c>Retry-After</c>, which is only told.</summary>
public sealed record TeamsFault(TeamsFaultKind Kind, int Code = 0, TimeSpan Wait = default)
{
    public static TeamsFault InternalError { get; } = Status(500);

    public static TeamsFault BadGateway { get; } = Status(502);

    public static TeamsFault GatewayTimeout { get; } = Status(504);

    public static TeamsFault PreconditionFailed { get; } = Status(412);

    public static TeamsFault Drop { get; } = new(TeamsFaultKind.Drop);

    public static TeamsFault AcceptThenDrop { get; } = new(TeamsFaultKind.AcceptThenDrop);

    public static TeamsFault AcceptThenTimeOut { get; } = new(TeamsFaultKind.AcceptThenTimeOut);

    public static TeamsFault Throttled(TimeSpan retryAfter) => new(TeamsFaultKind.Throttled, 429, retryAfter);

    public static TeamsFault Status(int code) => new(TeamsFaultKind.Status, code);

    public static TeamsFault Slow(TimeSpan wait) => new(TeamsFaultKind.Slow, 0, wait);
}

/// <summary>The failures that wait for calls. The first that fits a call is used up by it.</summary>
public sealed class TeamsFaults
{
    private readonly Lock _gate = new();
    private readonly List<Pending> _pending = [];

    /// <summary>A failure that every call of the connector meets until it is taken away; null: none. Keys and tokens are elsewhere and can be had.</summary>
    public TeamsFault? Always { get; set; }

    /// <summary>
    /// Asked before each call of a kind: where it gives something to do, that is done first, and then the line is cut with nothing of the
    /// call done. Null: no trap is laid.
    /// </summary>
    public Func<TeamsCall, Func<Task>?>? Trap { get; set; }

    /// <summary>The next <paramref name="times"/> calls of that kind fail so.</summary>
    /// <param name="matches">Narrows it to calls whose path and body satisfy it.</param>
    public void Next(TeamsCall call, TeamsFault fault, int times = 1, Func<string, string, bool>? matches = null)
    {
        lock (_gate)
        {
            _pending.AddRange(Enumerable.Repeat(new Pending(call, fault, matches), times));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _pending.Clear();
        }
    }

    internal TeamsFault? Take(TeamsCall call, string path, string body)
    {
        lock (_gate)
        {
            var at = _pending.FindIndex(pending =>
                (pending.Call == TeamsCall.Any || pending.Call == call) && (pending.Matches?.Invoke(path, body) ?? true));
            if (at < 0)
            {
                return call is TeamsCall.OpenIdMetadata or TeamsCall.SigningKeys or TeamsCall.Token ? null : Always;
            }

            var fault = _pending[at].Fault;
            _pending.RemoveAt(at);
            return fault;
        }
    }

    private sealed record Pending(TeamsCall Call, TeamsFault Fault, Func<string, string, bool>? Matches);
}
