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

    public void Add(MessageKey key, Reading.Note note)
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
            if (IdentityOf(key, note) is { } identity && !_known.Add(identity))
            {
                _twice++;
            }
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

    // In Slack a message carries the sender's own id of it. Teams has no place for one: the same words in the same place are the same message.
    private static string? IdentityOf(MessageKey key, Reading.Note note)
    {
        if (key.Side == Contract.Slack)
        {
            return SlackId().Match(note.Raw) is { Success: true } id ? id.Groups["id"].Value : null;
        }

        var first = note.Words.Split("You may have this twice", 2)[0].Trim();
        return $"{note.Place} {note.Root} {first}";
    }

    [GeneratedRegex("\"event_payload\":\\{\"id\":\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlackId();
}
