using System.Collections.Concurrent;
using ChatLiaison.Chat;

namespace ChatLiaison.Platform.Tests.Teams;

/// <summary>The adapter's memory, counting what is written.</summary>
internal sealed class TeamsMemory : IPlatformMemory
{
    private readonly ConcurrentDictionary<string, string> _entries = new(StringComparer.Ordinal);
    private int _writes;

    public int Writes => _writes;

    public Task<string?> ReadAsync(string platform, string key, CancellationToken cancellationToken) =>
        Task.FromResult(_entries.GetValueOrDefault($"{platform}/{key}"));

    public Task<IReadOnlyDictionary<string, string>> ReadAllAsync(string platform, string prefix, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(_entries
            .Where(entry => entry.Key.StartsWith($"{platform}/{prefix}", StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key[(platform.Length + 1)..], entry => entry.Value));

    public Task WriteAsync(string platform, string key, string value, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _writes);
        _entries[$"{platform}/{key}"] = value;
        return Task.CompletedTask;
    }

    public Task ForgetAsync(string platform, string key, CancellationToken cancellationToken)
    {
        _entries.TryRemove($"{platform}/{key}", out _);
        return Task.CompletedTask;
    }
}
