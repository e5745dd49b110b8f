using System.Text.RegularExpressions;
using ChatLiaison.Playground.Reading;
using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Teams;

namespace ChatLiaison.Playground.Page;

/// <summary>
/// The guided tour. It knows how far one has come from what stands in the two chats and from what people pressed there, as anybody who
/// looks on would; of the desk it knows nothing.
/// </summary>
internal sealed partial class Tour(Stage stage, TimeProvider time, ChangeFeed feed)
{
    /// <summary>A reminder is told from an answer by when it comes.</summary>
    private static readonly TimeSpan AWhile = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly string[] _states = new string[TourSteps.All.Count];
    private readonly List<string> _pressed = [];
    private bool _open;
    private long _since;
    private Found? _case;
    private DateTimeOffset? _acknowledged;
    private DateTimeOffset? _resolved;

    /// <summary>Begins at the first step; what stands in the chats already does not count.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            Array.Fill(_states, "waiting");
            (_open, _since, _case, _acknowledged, _resolved) = (true, feed.Number, null, null, null);
            _pressed.Clear();
        }

        feed.Touch();
    }

    /// <summary>Opens it where it was put away, or begins.</summary>
    public void Start()
    {
        if (_states[0] is null)
        {
            Begin();
            return;
        }

        _open = true;
        feed.Touch();
    }

    public void Skip()
    {
        lock (_gate)
        {
            if (At() is var at && at < _states.Length)
            {
                _states[at] = "skipped";
            }
        }

        feed.Touch();
    }

    public void Close()
    {
        _open = false;
        feed.Touch();
    }

    /// <summary>The worlds are new: nobody has begun it.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            Array.Clear(_states);
            _open = false;
        }
    }

    /// <summary>Somebody pressed this.</summary>
    public void Pressed(string action)
    {
        lock (_gate)
        {
            _pressed.Add(action);
        }
    }

    public TourView Draw()
    {
        lock (_gate)
        {
            if (_open)
            {
                Look();
            }

            var at = _states[0] is null ? 0 : At();
            return new TourView(_open, at, [.. TourSteps.All.Select((step, i) => Draw(step, _states[i] is "done" or "skipped" ? _states[i] : i == at ? "now" : "waiting"))]);
        }
    }

    private static TourStepView Draw(TourStep step, string state) => new(
        step.Key, step.Title, step.What, new Dictionary<string, string>(StringComparer.Ordinal) { [Contract.Slack] = step.InSlack, [Contract.Teams] = step.InTeams },
        state, step.As, step.Room, step.Time);

    private int At() => Array.FindIndex(_states, s => s is not ("done" or "skipped")) is var at and >= 0 ? at : _states.Length;

    /// <summary>Looks around and marks what has been done.</summary>
    private void Look()
    {
        _case ??= Capture();
        if (_case is { } found && Card(found) is { } card)
        {
            Mark(0, true);
            _acknowledged ??= card.Raw.Contains("acknowledge.now", StringComparison.Ordinal) ? null : time.GetUtcNow();
            _resolved ??= card.Raw.Contains("resolve.open", StringComparison.Ordinal) ? null : time.GetUtcNow();
            // A person's reminders are bundled in the one chat that they prefer.
            var notes = NotesOf(Contract.Slack).Concat(NotesOf(Contract.Teams)).Where(n => n.Note.Says(found.Reference)).ToList();
            Mark(1, _acknowledged is not null);
            Mark(2, _acknowledged is { } taken && notes.Any(n => n.IsStaffs && n.At > taken + AWhile));
            Mark(3, _acknowledged is not null && notes.Any(n => n.IsCustomers && n.Note.Root is not null));
            Mark(4, notes.Any(n => n.Note.Raw.Contains("onit.now", StringComparison.Ordinal)));
            Mark(5, _resolved is not null);
            Mark(6, _resolved is { } done && (HasPressed("verify", "followup") || notes.Any(n => n.IsStaffs && n.At > done + AWhile)));
        }

        Mark(7, _case is not null && new[] { Contract.Slack, Contract.Teams }.SelectMany(NotesOf)
            .Any(n => n.IsManagements && n.Note.Root is null && n.Note.Buttons.Count == 0 && n.Note.Says("opened") && n.Note.Says("resolved")));
    }

    private void Mark(int step, bool isDone)
    {
        if (isDone && _states[step] is "waiting")
        {
            _states[step] = "done";
        }
    }

    private bool HasPressed(params string[] words) => _pressed.Exists(p => words.Any(w => p.Contains(w, StringComparison.OrdinalIgnoreCase)));

    private Found? Capture() => new[] { Contract.Slack, Contract.Teams }
        .SelectMany(side => NotesOf(side).Where(n => n.Note.Root is null && n.RoomId == (side == Contract.Slack ? Room.Triage.Slack : Room.Triage.Teams))
            .Where(n => n.Note.Raw.Contains("take.now", StringComparison.Ordinal))
            .Select(n => new Found(side, n.Note.Id, Reference().Match(n.Note.Words).Value)))
        .FirstOrDefault(f => f.Reference.Length > 0);

    private Note? Card(Found found) => found.Side == Contract.Slack
        ? stage.Slack.World.Message(Room.Triage.Slack, found.Id) is { } message ? SlackReading.Of(message, stage.Slack.World.Installation.BotUserId) : null
        : stage.Teams.World.FindMessage(found.Id) is { } activity ? TeamsReading.Of(activity, stage.Teams.World.BotId, "") : null;

    /// <summary>What the bot has said since the tour began, for all in the room.</summary>
    private IEnumerable<Seen> NotesOf(string side) => side == Contract.Slack ? SlackNotes() : TeamsNotes();

    private IEnumerable<Seen> SlackNotes()
    {
        var world = stage.Slack.World;
        foreach (var channel in world.Channels)
        {
            var isDirect = channel.Kind == SlackChannelKind.Direct;
            foreach (var message in world.Messages(channel.Id).Where(m => m.BotId is not null && m.EphemeralTo is null
                && feed.PostedAt(new MessageKey(Contract.Slack, channel.Id, m.Ts)) > _since))
            {
                yield return new Seen(
                    SlackReading.Of(message, world.Installation.BotUserId), channel.Id,
                    DateTimeOffset.UnixEpoch.AddSeconds(double.Parse(message.Ts, System.Globalization.CultureInfo.InvariantCulture)),
                    isDirect && channel.Members.Any(m => Places.PersonOf(Contract.Slack, m) is { IsOurs: true }), channel.IsExtShared);
            }
        }
    }

    private IEnumerable<Seen> TeamsNotes()
    {
        var world = stage.Teams.World;
        foreach (var message in world.Messages.Where(m => m is { IsDeleted: false, OnlyFor: null } && m.FromId == world.BotId
            && feed.PostedAt(new MessageKey(Contract.Teams, m.ConversationId, m.Id)) > _since))
        {
            var place = world.FindConversation(message.ConversationId)!;
            yield return new Seen(
                TeamsReading.Of(message, world.BotId, ""), place.Id, message.SentAt,
                place.Kind == TeamsConversationKind.Personal && world.MembersOf(place).All(m => !m.IsGuest),
                Room.All.Any(r => r.IsCustomers && r.Teams == place.Id));
        }
    }

    private sealed record Found(string Side, string Id, string Reference);

    /// <param name="IsStaffs">In the chat of one of ours with the bot.</param>
    private sealed record Seen(Note Note, string RoomId, DateTimeOffset At, bool IsStaffs, bool IsCustomers)
    {
        public bool IsManagements => RoomId == Room.Management.Slack || RoomId == Room.Management.Teams;
    }

    [GeneratedRegex(@"\b[A-Z][A-Z0-9]{1,11}-\d+\b", RegexOptions.None, 1000)]
    private static partial Regex Reference();
}
