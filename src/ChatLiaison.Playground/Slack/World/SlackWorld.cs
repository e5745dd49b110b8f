using System.Collections.Immutable;
using System.Globalization;

namespace ChatLiaison.Playground.Slack;

/// <summary>
/// All that is true in the stand-in's Slack at this moment: workspaces, people, channels, messages, open views, homes, files. Every
/// public member may be called from any thread and returns a snapshot. Two faces stand on it: the web API for the app, and <see
/// cref="SlackClient"/> for people.
/// </summary>
public sealed partial class SlackWorld
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Dictionary<string, SlackTeam> _teams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlackUser> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlackChannel> _channels = new(StringComparer.Ordinal);
    private long _lastTs;
    private long _lastId;
    private long _lastChange;

    /// <param name="time">The clock that stamps messages.</param>
    /// <param name="installation">The app and the workspace where it is installed.</param>
    public SlackWorld(TimeProvider time, SlackInstallation installation)
    {
        _time = time;
        Installation = installation;
        AddTeam(installation.Team);
        AddUser(new SlackUser(
            installation.BotUserId, installation.Team.Id, installation.BotName, installation.BotName, null, "Etc/UTC", IsBot: true));
    }

    /// <summary>Raised after each change. A handler must not block.</summary>
    public event EventHandler<SlackChangeEventArgs>? Changed;

    public SlackInstallation Installation { get; }

    public IReadOnlyList<SlackTeam> Teams => Read(() => _teams.Values.ToList());

    public IReadOnlyList<SlackUser> Users => Read(() => _users.Values.ToList());

    public IReadOnlyList<SlackChannel> Channels => Read(() => _channels.Values.ToList());

    public SlackTeam? Team(string id) => Read(() => _teams.GetValueOrDefault(id));

    public SlackUser? User(string id) => Read(() => _users.GetValueOrDefault(id));

    public SlackChannel? Channel(string id) => Read(() => _channels.GetValueOrDefault(id));

    /// <summary>Is the person of a workspace in which the app is not installed?</summary>
    public bool IsExternal(string userId) => User(userId) is { } user && user.TeamId != Installation.Team.Id;

    public void AddTeam(SlackTeam team) => Read(() => _teams[team.Id] = team);

    public void AddUser(SlackUser user)
    {
        Read(() => _users[user.Id] = user);
        Report(SlackChangeKind.UserChanged, userId: user.Id);
    }

    /// <summary>Adds a channel; people of other workspaces among the members make it a Slack Connect channel.</summary>
    public SlackChannel AddChannel(string id, string name, IEnumerable<string> members, SlackChannelKind kind = SlackChannelKind.Public)
    {
        var people = members.ToImmutableSortedSet(StringComparer.Ordinal);
        var teams = people.Select(User).OfType<SlackUser>().Select(u => u.TeamId)
            .Where(team => team != Installation.Team.Id).ToImmutableSortedSet(StringComparer.Ordinal);
        var channel = new SlackChannel(id, name, kind, people, teams);
        Read(() => _channels[id] = channel);
        Report(SlackChangeKind.ChannelChanged, id);
        return channel;
    }

    /// <summary>Changes a channel; returns it as it now is, or null when there is none of that id.</summary>
    public SlackChannel? ChangeChannel(string id, Func<SlackChannel, SlackChannel> change)
    {
        var changed = Read(() => _channels.TryGetValue(id, out var channel) ? _channels[id] = change(channel) : null);
        if (changed is not null)
        {
            Report(SlackChangeKind.ChannelChanged, id);
        }

        return changed;
    }

    /// <summary>The direct conversation between the app and these people; made when there is none.</summary>
    public (SlackChannel Channel, bool IsNew) OpenDirect(params IReadOnlyCollection<string> userIds)
    {
        var members = userIds.Append(Installation.BotUserId).ToImmutableSortedSet(StringComparer.Ordinal);
        var existing = Read(() => _channels.Values.FirstOrDefault(c => c.IsConversation && c.Members.SetEquals(members)));
        var (prefix, kind) = userIds.Count == 1 ? ("D", SlackChannelKind.Direct) : ("G", SlackChannelKind.Group);
        return existing is not null ? (existing, false) : (AddChannel(NewId(prefix), "", members, kind), true);
    }

    /// <summary>A channel gets a new id, as happens when it is first shared by Slack Connect; its messages go along.</summary>
    internal void ChangeChannelId(string oldId, string newId)
    {
        Read(() =>
        {
            _channels.Remove(oldId, out var channel);
            _channels[newId] = channel! with { Id = newId };
            _messages[newId] = [.. MessagesOf(oldId).Select(m => m with { ChannelId = newId })];
            return _messages.Remove(oldId);
        });
        Report(SlackChangeKind.ChannelChanged, newId);
    }

    /// <summary>A new id that no other thing of this world has.</summary>
    internal string NewId(string prefix) =>
        prefix + (Interlocked.Increment(ref _lastId) + 0x5A000).ToString("X7", CultureInfo.InvariantCulture);

    /// <summary>The next message stamp: the clock's time, moved on where two fall on one microsecond.</summary>
    internal string NextTs() => Read(() =>
    {
        var now = (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        _lastTs = Math.Max(now, _lastTs + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{_lastTs / 1_000_000}.{_lastTs % 1_000_000:D6}");
    });

    private T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private void Report(SlackChangeKind kind, string? channelId = null, string? ts = null, string? userId = null, string? viewId = null) =>
        Changed?.Invoke(this, new SlackChangeEventArgs(Interlocked.Increment(ref _lastChange), kind)
        {
            ChannelId = channelId, Ts = ts, UserId = userId, ViewId = viewId,
        });
}
