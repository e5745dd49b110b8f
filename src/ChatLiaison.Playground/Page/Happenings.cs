using System.Collections.Immutable;

namespace ChatLiaison.Playground.Page;

/// <summary>What arrived from the bot lately.</summary>
internal sealed class Happenings(TimeProvider time, Places places, SlackPane slack, TeamsPane teams)
{
    private const int Most = 60;
    private const int Longest = 140;

    private ImmutableList<(long Number, DateTimeOffset At, MessageKey Key)> _all = [];
    private long _last;

    public void Add(MessageKey key)
    {
        if (Read(key) is not { ByBot: true })
        {
            return;
        }

        var happening = (Interlocked.Increment(ref _last), time.GetUtcNow(), key);
        ImmutableInterlocked.Update(ref _all, all => (all.Count >= Most ? all.RemoveAt(0) : all).Add(happening));
    }

    public Reading.Note? Read(MessageKey key) => key.Side == Contract.Slack ? slack.Read(key.RoomId, key.Id) : teams.Read(key.Id);

    public IReadOnlyList<HappeningView> Draw() =>
    [
        .. _all.Select(h => (h.Number, h.At, h.Key, Note: Read(h.Key))).Where(h => h.Note is not null)
            .Select(h => new HappeningView(h.Number, h.At, h.Key.Side, places.KeyOf(h.Key.Side, h.Key.RoomId), h.Key.Id, First(h.Note!.Words))),
    ];

    public void Clear() => _all = [];

    private static string First(string words)
    {
        var line = words.ReplaceLineEndings(" · ").Trim();
        return line.Length <= Longest ? line : line[..(Longest - 1)].TrimEnd() + "…";
    }
}
