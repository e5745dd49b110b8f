namespace ChatLiaison.Playground.Slack;

public enum SlackFaultKind
{
    /// <summary>429 with Retry-After; nothing is done.</summary>
    RateLimited,

    /// <summary>500; nothing is done.</summary>
    ServerError,

    /// <summary>The call is done, and its answer never comes.</summary>
    AcceptThenHang,

    /// <summary>The call is done, and the connection breaks before its answer.</summary>
    AcceptThenDrop,

    /// <summary>The connection breaks before anything is done.</summary>
    Drop,

    /// <summary>The call is done, and its answer comes late.</summary>
    Slow,
}

/// <param name="Duration">Retry-After, or how late; by the wall clock.</param>
public sealed record SlackFault(SlackFaultKind Kind, TimeSpan Duration = default);

/// <summary>Faults waiting for the next calls of the web API.</summary>
public sealed class SlackFaults
{
    public const string AnyMethod = "*";

    private readonly Lock _gate = new();
    private readonly List<(string Method, SlackFault Fault, int Left)> _waiting = [];

    /// <summary>A fault that every call meets until it is taken away; null: none.</summary>
    public SlackFault? Always { get; set; }

    /// <summary>
    /// Asked before each call of a method: where it gives something to do, that is done first, and then the connection breaks with nothing
    /// of the call done. Null: no trap is laid.
    /// </summary>
    public Func<string, Func<Task>?>? Trap { get; set; }

    /// <summary>
    /// The next <paramref name="count"/> calls of a method (or of any) meet this fault. Faults are met in the order they were set.
    /// </summary>
    public void Next(SlackFaultKind kind, string method = AnyMethod, int count = 1, TimeSpan duration = default)
    {
        lock (_gate)
        {
            _waiting.Add((method, new SlackFault(kind, duration), count));
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

    internal SlackFault? Take(string method)
    {
        lock (_gate)
        {
            var at = _waiting.FindIndex(w => w.Method == AnyMethod || w.Method == method);
            if (at < 0)
            {
                return Always;
            }

            var (name, fault, left) = _waiting[at];
            if (left <= 1)
            {
                _waiting.RemoveAt(at);
            }
            else
            {
                _waiting[at] = (name, fault, left - 1);
            }

            return fault;
        }
    }
}
