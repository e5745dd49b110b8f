namespace ChatLiaison.Chat;

/// <summary>
/// What an adapter must remember across restarts and servers: installations, conversation references, watermarks. Keys and values are
/// the adapter's own; values may be secrets and are never logged.
/// </summary>
public interface IPlatformMemory
{
    Task<string?> ReadAsync(string platform, string key, CancellationToken cancellationToken);

    /// <summary>Every entry whose key starts with <paramref name="prefix"/>.</summary>
    Task<IReadOnlyDictionary<string, string>> ReadAllAsync(string platform, string prefix, CancellationToken cancellationToken);

    Task WriteAsync(string platform, string key, string value, CancellationToken cancellationToken);

    Task ForgetAsync(string platform, string key, CancellationToken cancellationToken);
}
