using System.Collections.Concurrent;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>
/// How far each channel has been read. Kept in memory and written out every few seconds: a crash loses at most those, and then a few
/// messages are read once more, which the desk knows by their key.
/// </summary>
internal sealed class SlackWatermarks(IPlatformMemory memory)
{
    private const string Prefix = "read:";

    private readonly ConcurrentDictionary<string, string> reached = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> unsaved = new(StringComparer.Ordinal);

    public void Reached(string channelId, string ts)
    {
        reached.AddOrUpdate(channelId, ts, (_, before) => string.CompareOrdinal(ts, before) > 0 ? ts : before);
        unsaved[channelId] = true;
    }

    public void Move(string fromChannelId, string toChannelId)
    {
        if (reached.TryRemove(fromChannelId, out var ts) && toChannelId.Length > 0)
        {
            Reached(toChannelId, ts);
        }

        unsaved[fromChannelId] = true;
    }

    /// <summary>Every channel with the timestamp of the last message that was read there.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AllAsync(CancellationToken cancellationToken)
    {
        foreach (var (key, ts) in await memory.ReadAllAsync(SlackPlatform.PlatformKey, Prefix, cancellationToken))
        {
            reached.TryAdd(key[Prefix.Length..], ts);
        }

        return new Dictionary<string, string>(reached);
    }

    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        foreach (var channel in unsaved.Keys)
        {
            unsaved.TryRemove(channel, out _);
            try
            {
                await (reached.TryGetValue(channel, out var ts)
                    ? memory.WriteAsync(SlackPlatform.PlatformKey, Prefix + channel, ts, cancellationToken)
                    : memory.ForgetAsync(SlackPlatform.PlatformKey, Prefix + channel, cancellationToken));
            }
            catch
            {
                unsaved[channel] = true;
                throw;
            }
        }
    }
}
