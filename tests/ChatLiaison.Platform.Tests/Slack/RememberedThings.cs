using System.Collections.Concurrent;
using ChatLiaison.Chat;

namespace ChatLiaison.Platform.Tests.Slack;

/// <summary>The desk's side of <see cref="IPlatformMemory"/>, which survives a restart of the adapter within one test.</summary>
internal sealed class RememberedThings : IPlatformMemory
{
    public ConcurrentDictionary<string, string> Entries { get; } = new();

    public Task<string?> ReadAsync(string platform, string key, CancellationToken cancellationToken) =>
        Task.FromResult(Entries.TryGetValue($"{platform}/{key}", out var value) ? value : null);

    public Task<IReadOnlyDictionary<string, string>> ReadAllAsync(string platform, string prefix, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(Entries
            .Where(e => e.Key.StartsWith($"{platform}/{prefix}", StringComparison.Ordinal))
            .ToDictionary(e => e.Key[(platform.Length + 1)..], e => e.Value));

    public Task WriteAsync(string platform, string key, string value, CancellationToken cancellationToken)
    {
        Entries[$"{platform}/{key}"] = value;
        return Task.CompletedTask;
    }

    public Task ForgetAsync(string platform, string key, CancellationToken cancellationToken)
    {
        Entries.TryRemove($"{platform}/{key}", out _);
        return Task.CompletedTask;
    }
}
