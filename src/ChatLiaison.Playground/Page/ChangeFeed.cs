using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Teams;

namespace ChatLiaison.Playground.Page;

/// <summary>A message of one pane, by the platform's own ids.</summary>
internal readonly record struct MessageKey(string Side, string RoomId, string Id);

/// <summary>Counts every change of both worlds, and knows of each message when it came and when it last changed.</summary>
internal sealed class ChangeFeed
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Dictionary<MessageKey, (long Posted, long Changed, DateTimeOffset At)> _messages = [];
    private readonly Dictionary<MessageKey, long> _gone = [];
    private readonly List<(long Number, string Mri, string Text)> _notices = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _number;
    private long _wholeSince;

    /// <param name="time">Stamps what happens; its wall clock also starts the count, so that a page that outlives a playground is told all anew.</param>
    public ChangeFeed(TimeProvider time)
    {
        _time = time;
        _number = _wholeSince = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
    }

    /// <summary>Told of a message that came, on the thread that made it.</summary>
    public Action<MessageKey> OnPosted { get; set; } = _ => { };

    /// <summary>Told when a client of Teams showed somebody something in passing: their MRI.</summary>
    public Action<string> OnNoticed { get; set; } = _ => { };

    public long Number
    {
        get
        {
            lock (_gate)
            {
                return _number;
            }
        }
    }

    /// <summary>Listens to both worlds; what was known of earlier ones is forgotten.</summary>
    public void Watch(Stage stage)
    {
        lock (_gate)
        {
            _messages.Clear();
            _gone.Clear();
            _notices.Clear();
            _wholeSince = ++_number;
        }

        stage.Slack.World.Changed += OnSlack;
        stage.Teams.World.Changed += (_, change) => OnTeams(stage.Teams.World, change);
        Wake();
    }

    /// <summary>Something besides the two worlds changed.</summary>
    public void Touch()
    {
        lock (_gate)
        {
            _number++;
        }

        Wake();
    }

    /// <summary>Has a page that knows everything up to this number missed a new beginning?</summary>
    public bool HasBegunAnew(long since)
    {
        lock (_gate)
        {
            return since < _wholeSince || since > _number;
        }
    }

    public long ChangedAt(MessageKey key)
    {
        lock (_gate)
        {
            return _messages.GetValueOrDefault(key).Changed;
        }
    }

    public long PostedAt(MessageKey key)
    {
        lock (_gate)
        {
            return _messages.GetValueOrDefault(key).Posted;
        }
    }

    /// <summary>What a client of Teams showed somebody in passing after this number.</summary>
    public IReadOnlyList<(long Number, string Mri, string Text)> NoticesSince(long since)
    {
        lock (_gate)
        {
            return [.. _notices.Where(n => n.Number > since)];
        }
    }

    /// <summary>Messages that were taken away after this number.</summary>
    public IReadOnlyList<MessageKey> GoneSince(long since)
    {
        lock (_gate)
        {
            return [.. _gone.Where(g => g.Value > since).Select(g => g.Key)];
        }
    }

    /// <summary>Ends when something has changed after this number.</summary>
    public async Task WaitAsync(long after, CancellationToken cancellationToken)
    {
        Task next;
        lock (_gate)
        {
            if (_number > after)
            {
                return;
            }

            next = _next.Task;
        }

        await next.WaitAsync(cancellationToken);
    }

    private void OnSlack(object? sender, SlackChangeEventArgs change)
    {
        var key = change is { ChannelId: { } room, Ts: { } ts } ? new MessageKey(Contract.Slack, room, ts) : (MessageKey?)null;
        Take(key, change.Kind == SlackChangeKind.MessagePosted, change.Kind == SlackChangeKind.MessageDeleted);
    }

    private void OnTeams(TeamsWorld world, TeamsChangeEventArgs change)
    {
        if (change.Kind == TeamsChangeKind.Notice && world.Notices.LastOrDefault(n => n.UserMri == change.Id) is { } notice)
        {
            lock (_gate)
            {
                _notices.Add((_number + 1, notice.UserMri, notice.Text));
            }

            OnNoticed(change.Id);
        }

        var message = change.Kind is TeamsChangeKind.MessagePosted or TeamsChangeKind.MessageChanged ? world.FindMessage(change.Id) : null;
        Take(
            message is null ? null : new MessageKey(Contract.Teams, message.ConversationId, message.Id),
            change.Kind == TeamsChangeKind.MessagePosted, message?.IsDeleted == true);
    }

    private void Take(MessageKey? key, bool isNew, bool isGone)
    {
        lock (_gate)
        {
            var number = ++_number;
            if (key is { } message)
            {
                var (posted, _, at) = _messages.GetValueOrDefault(message, (number, number, _time.GetUtcNow()));
                _messages[message] = (posted, number, at);
                if (isGone)
                {
                    _gone[message] = number;
                }
            }
        }

        Wake();
        if (isNew && key is { } came)
        {
            OnPosted(came);
        }
    }

    private void Wake()
    {
        TaskCompletionSource woken;
        lock (_gate)
        {
            (woken, _next) = (_next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        woken.TrySetResult();
    }
}
