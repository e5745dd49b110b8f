using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>One try at delivering an event.</summary>
/// <param name="RetryNumber">0 for the first.</param>
/// <param name="RetryReason">Why it was tried again: <c>http_error</c>, <c>http_timeout</c> or <c>connection_failed</c>.</param>
public sealed record EventAttempt(int RetryNumber, string? RetryReason, AppAnswer Answer);

/// <summary>An event on its way to the app.</summary>
public sealed class EventDelivery(string eventId, JsonObject payload)
{
    private readonly Lock _gate = new();
    private readonly List<EventAttempt> _attempts = [];
    private readonly TaskCompletionSource<EventAttempt> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string EventId { get; } = eventId;

    /// <summary>The whole envelope; to be treated as read-only.</summary>
    public JsonObject Payload { get; } = payload;

    public string Type => Payload["event"].Text("type") ?? "";

    /// <summary>Ends with the first try.</summary>
    public Task<EventAttempt> FirstAttempt => _first.Task;

    /// <summary>Ends when the event is delivered or given up; true when delivered.</summary>
    public Task<bool> Completion { get; internal set; } = Task.FromResult(false);

    public IReadOnlyList<EventAttempt> Attempts
    {
        get
        {
            lock (_gate)
            {
                return _attempts.ToArray();
            }
        }
    }

    internal void Add(EventAttempt attempt)
    {
        lock (_gate)
        {
            _attempts.Add(attempt);
        }

        _first.TrySetResult(attempt);
    }

    internal void Stop() => _first.TrySetCanceled();
}
