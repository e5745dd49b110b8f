using System.Collections.Concurrent;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>People's names, asked once an hour. A name that can't be had is the id: nothing waits long for a name.</summary>
internal sealed class SlackPeople(SlackApi api, TimeProvider time)
{
    private const int MostKept = 20_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (string Name, DateTimeOffset At)> names = new(StringComparer.Ordinal);

    /// <summary>The name if it is known without asking.</summary>
    public string? Known(string id) => names.TryGetValue(id, out var entry) ? entry.Name : null;

    public void Remember(string id, string? name)
    {
        if (!string.IsNullOrWhiteSpace(name))
        {
            Keep(id, name);
        }
    }

    public async ValueTask<string> NameAsync(string id, CancellationToken cancellationToken)
    {
        if (names.TryGetValue(id, out var entry) && time.GetUtcNow() - entry.At < Fresh)
        {
            return entry.Name;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var result = await api.AskAsync("users.info", limit.Token, KeyValuePair.Create("user", id));
            if (result.IsOk)
            {
                using var document = result.Read();
                var user = document.RootElement.At("user");
                var name = user.At("profile").FirstText("real_name", "display_name") ?? user.FirstText("real_name", "name");
                Remember(id, name);
                return name ?? id;
            }
        }
        catch (Exception e) when (e is ChatPlatformException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return entry.Name ?? id;
    }

    private void Keep(string id, string name)
    {
        if (names.Count >= MostKept)
        {
            names.Clear();
        }

        names[id] = (name, time.GetUtcNow());
    }
}
