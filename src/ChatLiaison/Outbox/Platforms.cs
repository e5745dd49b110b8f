using ChatLiaison.Chat;

namespace ChatLiaison.Outbox;

/// <summary>The platforms that are on, and the cards that are drawn at sending, by name.</summary>
internal sealed class Platforms(IEnumerable<IChatPlatform> platforms, IEnumerable<ILiveCard> liveCards)
{
    private readonly Dictionary<string, IChatPlatform> byKey = platforms.ToDictionary(p => p.Key, StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, ILiveCard>> byName = new(() => liveCards.ToDictionary(c => c.Name, StringComparer.Ordinal));

    public IReadOnlyCollection<IChatPlatform> All => byKey.Values;

    public IReadOnlySet<string> Keys { get; } = platforms.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);

    public IChatPlatform? Find(string key) => byKey.GetValueOrDefault(key);

    public ILiveCard LiveCard(string name) => byName.Value[name];
}
