using System.Collections.Immutable;

namespace ChatLiaison.Playground.Slack;

public sealed partial class SlackWorld
{
    private readonly Dictionary<string, List<SlackMessage>> _messages = new(StringComparer.Ordinal);

    /// <summary>Everything in a channel, oldest first, replies and ephemeral messages included.</summary>
    public IReadOnlyList<SlackMessage> Messages(string channelId) => Read(() => MessagesOf(channelId).ToList());

    /// <summary>What this person sees in a channel: all but the ephemeral messages of others.</summary>
    public IReadOnlyList<SlackMessage> SeenBy(string userId, string channelId) =>
        [.. Messages(channelId).Where(m => m.EphemeralTo is null || m.EphemeralTo == userId)];

    /// <summary>A thread: the parent, then the replies.</summary>
    public IReadOnlyList<SlackMessage> Thread(string channelId, string ts) =>
        [.. Messages(channelId).Where(m => m.Ts == ts || m.ThreadTs == ts)];

    /// <summary>The person's direct conversation with the app, oldest first; empty when there is none.</summary>
    public IReadOnlyList<SlackMessage> DirectMessages(string userId)
    {
        var direct = Channels.FirstOrDefault(c => c.Kind == SlackChannelKind.Direct && c.Members.Contains(userId));
        return direct is null ? [] : Messages(direct.Id);
    }

    public SlackMessage? Message(string channelId, string ts) => Read(() => MessagesOf(channelId).Find(m => m.Ts == ts));

    /// <summary>Puts a message into the world; block and action ids are filled in. Tells nobody but <see cref="Changed"/>.</summary>
    public SlackMessage Add(SlackMessage draft)
    {
        var message = Complete(draft) with { Ts = draft.Ts.Length > 0 ? draft.Ts : NextTs() };
        Read(() =>
        {
            var all = MessagesOf(message.ChannelId);
            all.Add(message);
            MarkParent(all, message);
            return all;
        });
        Report(SlackChangeKind.MessagePosted, message.ChannelId, message.Ts, message.EphemeralTo);
        return message;
    }

    /// <summary>Changes a message; null when it is not there (any more).</summary>
    public SlackMessage? Change(string channelId, string ts, Func<SlackMessage, SlackMessage> change)
    {
        var changed = Read(() =>
        {
            var all = MessagesOf(channelId);
            var at = all.FindIndex(m => m.Ts == ts);
            return at < 0 ? null : all[at] = Complete(change(all[at]));
        });
        if (changed is not null)
        {
            Report(SlackChangeKind.MessageChanged, channelId, ts);
        }

        return changed;
    }

    /// <summary>Takes a message away; returns it as it was.</summary>
    public SlackMessage? Remove(string channelId, string ts)
    {
        var gone = Message(channelId, ts);
        if (gone is not null && Read(() => MessagesOf(channelId).RemoveAll(m => m.Ts == ts)) > 0)
        {
            Report(SlackChangeKind.MessageDeleted, channelId, ts);
        }

        return gone;
    }

    /// <summary>Adds a reaction; false when the person had given it, or there is no such message.</summary>
    internal bool React(string channelId, string ts, string name, string userId)
    {
        var isNew = false;
        Change(channelId, ts, message =>
        {
            var people = message.Reactions.GetValueOrDefault(name) ?? ImmutableSortedSet<string>.Empty;
            isNew = !people.Contains(userId);
            return message with { Reactions = message.Reactions.SetItem(name, people.Add(userId)) };
        });
        return isNew;
    }

    // A message that has been replied to carries its own stamp as that of the thread.
    private static void MarkParent(List<SlackMessage> all, SlackMessage reply)
    {
        var at = reply.IsReply && reply.EphemeralTo is null ? all.FindIndex(m => m.Ts == reply.ThreadTs) : -1;
        if (at >= 0)
        {
            all[at] = all[at] with { ThreadTs = all[at].Ts };
        }
    }

    private SlackMessage Complete(SlackMessage message) => message with
    {
        Blocks = BlockIds.Filled(message.Blocks, () => NewId("b")),
        Attachments = BlockIds.FilledAttachments(message.Attachments, () => NewId("b")),
    };

    private List<SlackMessage> MessagesOf(string channelId) =>
        _messages.TryGetValue(channelId, out var all) ? all : _messages[channelId] = [];
}
