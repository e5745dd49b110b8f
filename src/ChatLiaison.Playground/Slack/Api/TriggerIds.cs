using System.Collections.Concurrent;

namespace ChatLiaison.Playground.Slack;

/// <summary>What a trigger id stands for: an act of this person, perhaps inside a view.</summary>
/// <param name="IssuedAt">A timestamp of the clock's own counter.</param>
internal sealed record Trigger(string UserId, string? ViewId, long IssuedAt);

/// <summary>
/// Trigger ids: good once, for three seconds. Slack: handling user interaction. The seconds are those that pass, whatever the clock is set to:
/// somebody may press a button while time is moved.
/// </summary>
internal sealed class TriggerIds(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(3);
    private readonly ConcurrentDictionary<string, Trigger> _issued = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _spent = new(StringComparer.Ordinal);

    public string Issue(string userId, string? viewId = null)
    {
        var id = $"{_issued.Count + 1}.{time.GetUtcNow().ToUnixTimeSeconds()}.{Guid.NewGuid():N}";
        _issued[id] = new Trigger(userId, viewId, time.GetTimestamp());
        return id;
    }

    /// <exception cref="SlackApiException">invalid_trigger_id, expired_trigger_id or exchanged_trigger_id.</exception>
    public Trigger Spend(string id)
    {
        if (!_issued.TryGetValue(id, out var trigger))
        {
            throw new SlackApiException("invalid_trigger_id");
        }

        if (_spent.ContainsKey(id))
        {
            throw new SlackApiException("exchanged_trigger_id");
        }

        if (time.GetElapsedTime(trigger.IssuedAt) > Lifetime)
        {
            throw new SlackApiException("expired_trigger_id");
        }

        return _spent.TryAdd(id, true) ? trigger : throw new SlackApiException("exchanged_trigger_id");
    }
}
