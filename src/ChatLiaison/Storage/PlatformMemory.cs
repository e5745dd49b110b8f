using ChatLiaison.Chat;

namespace ChatLiaison.Storage;

/// <summary>What the adapters remember, in a table of keys and values that only they understand.</summary>
internal sealed class PlatformMemory(Database database) : IPlatformMemory
{
    public Task<string?> ReadAsync(string platform, string key, CancellationToken cancellationToken) => database.Ask(
        "select value from platform_memory where platform = $1 and key = $2", platform, key).FirstAsync(row => row.Text(0), cancellationToken);

    public async Task<IReadOnlyDictionary<string, string>> ReadAllAsync(string platform, string prefix, CancellationToken cancellationToken)
    {
        var found = await database.Ask(
            "select key, value from platform_memory where platform = $1 and starts_with(key, $2)", platform, prefix)
            .ListAsync(row => KeyValuePair.Create(row.Text(0), row.Text(1)), cancellationToken);
        return new Dictionary<string, string>(found, StringComparer.Ordinal);
    }

    public Task WriteAsync(string platform, string key, string value, CancellationToken cancellationToken) => database.Ask(
        "insert into platform_memory (platform, key, value) values ($1, $2, $3) on conflict (platform, key) do update set value = excluded.value",
        platform, key, value).RunAsync(cancellationToken);

    public Task ForgetAsync(string platform, string key, CancellationToken cancellationToken) => database.Ask(
        "delete from platform_memory where platform = $1 and key = $2", platform, key).RunAsync(cancellationToken);
}
