using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>One call that the app made.</summary>
/// <param name="Error">Why it was refused, or null when it was done.</param>
public sealed record SlackCall(string Method, JsonObject Arguments, string? Error);

/// <summary>All calls that the app made, in the order they were answered.</summary>
public sealed class SlackCallLog
{
    private readonly Lock _gate = new();
    private readonly List<SlackCall> _calls = [];

    public IReadOnlyList<SlackCall> All
    {
        get
        {
            lock (_gate)
            {
                return _calls.ToArray();
            }
        }
    }

    public int Count(string method) => All.Count(c => c.Method == method);

    /// <summary>Calls that were refused: a well-behaved app has none that nobody provoked.</summary>
    public IReadOnlyList<SlackCall> Refused => [.. All.Where(c => c.Error is not null)];

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
        }
    }

    internal void Add(string method, JsonObject arguments, string? error)
    {
        lock (_gate)
        {
            _calls.Add(new SlackCall(method, arguments.Frozen(), error));
        }
    }
}
