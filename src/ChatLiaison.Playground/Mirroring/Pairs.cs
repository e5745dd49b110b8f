using ChatLiaison.Playground.Page;

namespace ChatLiaison.Playground.Mirroring;

/// <summary>Which message of one pane is which of the other, and the two names that one case has in them.</summary>
internal sealed class Pairs(PaneReader reader)
{
    private const double Enough = 0.45;

    private readonly Dictionary<MessageKey, MessageKey> _other = [];
    private readonly Dictionary<string, string> _references = new(StringComparer.Ordinal);

    /// <summary>Slack's case references under Teams' names and the other way round.</summary>
    public IReadOnlyDictionary<string, string> References => _references;

    public IEnumerable<(MessageKey Slack, MessageKey Teams)> All => _other.Where(p => p.Key.Side == Contract.Slack).Select(p => (p.Key, p.Value));

    public void Clear()
    {
        _other.Clear();
        _references.Clear();
    }

    public void Join(MessageKey one, MessageKey other)
    {
        _other[one] = other;
        _other[other] = one;
        if (reader.Find(one) is { } a && reader.Find(other) is { } b)
        {
            foreach (var (first, second) in NeutralWords.References(a.Note.Words).Zip(NeutralWords.References(b.Note.Words)))
            {
                _references.TryAdd(first, second);
                _references.TryAdd(second, first);
            }
        }
    }

    /// <summary>The same message in the other pane; null when there is none like it.</summary>
    public MessageKey? OtherOf(MessageKey key)
    {
        if (_other.TryGetValue(key, out var known))
        {
            return known;
        }

        if (reader.Find(key) is not { } saying || Likest(saying, Free(Contract.Other(key.Side), 0)) is not { } found)
        {
            return null;
        }

        Join(key, found.Key);
        return found.Key;
    }

    /// <summary>Pairs what was said in both panes since two moments; gives what is left over in either.</summary>
    public (List<BotSaying> Slack, List<BotSaying> Teams) PairSince(long slackSince, long teamsSince)
    {
        var slack = Free(Contract.Slack, slackSince);
        var teams = Free(Contract.Teams, teamsSince);
        foreach (var saying in slack.ToList())
        {
            if (Likest(saying, teams) is { } found)
            {
                Join(saying.Key, found.Key);
                slack.Remove(saying);
                teams.Remove(found);
            }
        }

        return (slack, teams);
    }

    private List<BotSaying> Free(string side, long since) => [.. reader.SaidSince(side, since).Where(s => !_other.ContainsKey(s.Key))];

    // In the same room, or where both are for one person's eyes only.
    private BotSaying? Likest(BotSaying saying, IEnumerable<BotSaying> among)
    {
        var words = NeutralWords.Of(saying.Note.Words, _references);
        return among.Where(s => s.Room == saying.Room || (s.IsPrivate && saying.IsPrivate))
            .Select(s => (Saying: s, Likeness: NeutralWords.Likeness(words, NeutralWords.Of(s.Note.Words, new Dictionary<string, string>(StringComparer.Ordinal)))))
            .Where(s => s.Likeness >= Enough).OrderByDescending(s => s.Likeness).ThenBy(s => s.Saying.Room == saying.Room ? 0 : 1)
            .Select(s => s.Saying).FirstOrDefault();
    }
}
