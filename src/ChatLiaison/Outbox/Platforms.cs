using ChatLiaison.Chat;

namespace ChatLiaison.Outbox;

/// <summary>The platforms that are on, and the cards that are drawn at sending, by name.</summary>
/// <param name="liveCards">Made when the first is asked for: a card may need the platforms itself.</param>
internal sealed class Platforms(IEnumerable<IChatPlatform> platforms, Lazy<IEnumerable<ILiveCard>> liveCards)
{
    private readonly Dictionary<string, IChatPlatform> byKey = platforms.ToDictionary(p => p.Key, StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, ILiveCard>> byName = new(() => liveCards.Value.ToDictionary(c => c.Name, StringComparer.Ordinal));

    public IReadOnlyCollection<IChatPlatform> All => byKey.Values;

    public IReadOnlySet<string> Keys { get; } = platforms.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);

    public IChatPlatform? Find(string key) => byKey.GetValueOrDefault(key);

    public ILiveCard LiveCard(string name) => byName.Value[name];
}
