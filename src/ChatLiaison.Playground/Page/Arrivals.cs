using System.Text.RegularExpressions;

namespace ChatLiaison.Playground.Page;

/// <summary>Counts the bot's messages that arrived since a moment, and those of them that had come before.</summary>
internal sealed partial class Arrivals
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private int _arrived;
    private int _twice;

    /// <summary>Null: nobody counts yet.</summary>
    public DateTimeOffset? Since { get; private set; }

    public void Begin(DateTimeOffset now)
    {
        lock (_gate)
        {
            Since ??= now;
        }
    }

    /// <param name="now">By the playground's clock.</param>
    public void Add(MessageKey key, Reading.Note note, DateTimeOffset now)
    {
        if (!note.ByBot)
        {
            return;
        }

        lock (_gate)
        {
            if (Since is null)
            {
                return;
            }

            _arrived++;
            _twice += key.Side == Contract.Slack ? CameToSlack(note) : CameToTeams(note, now);
        }
    }

    public (int Arrived, int Twice) Count()
    {
        lock (_gate)
        {
            return (_arrived, _twice);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            (Since, _arrived, _twice) = (null, 0, 0);
            _known.Clear();
        }
    }

    /// <summary>In Slack a message carries the sender's own id of it.</summary>
    private int CameToSlack(Reading.Note note) => SlackId().Match(note.Raw) is { Success: true } id && !_known.Add(id.Groups["id"].Value) ? 1 : 0;

    /// <summary>
    /// Teams has no place for an id: the same words in the same place and minute are the same message (a reminder may say the same again
    /// later), and so is one that says itself that it may have come before.
    /// </summary>
    private int CameToTeams(Reading.Note note, DateTimeOffset now)
    {
        var parts = note.Words.Split("You may have this twice", 2);
        var same = $"{note.Place} {note.Root} {parts[0].Trim()}";
        var isNew = _known.Add(same);
        var isNewNow = _known.Add($"{same} {now.ToUnixTimeSeconds() / 60}");
        return (parts.Length > 1 && !isNew) || !isNewNow ? 1 : 0;
    }

    [GeneratedRegex("\"event_payload\":\\{\"id\":\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlackId();
}
