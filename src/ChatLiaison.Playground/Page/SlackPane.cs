using System.Globalization;
using ChatLiaison.Playground.Slack;

namespace ChatLiaison.Playground.Page;

/// <summary>What the Slack pane shows.</summary>
internal sealed class SlackPane(Stage stage, Places places, ChangeFeed feed, ReadMarks marks, Notices notices)
{
    private SlackWorld World => stage.Slack.World;

    public PaneView Draw(long since, PlayedOffer? offer)
    {
        var menus = ManifestMenus.OfSlack(offer?.SlackManifest);
        var rooms = World.Channels.Select(Room).OrderBy(r => r.Key, StringComparer.Ordinal).ToList();
        var messages = World.Channels.SelectMany(c => World.Messages(c.Id))
            .Where(m => feed.ChangedAt(Key(m)) > since).Select(Message)
            .Concat(feed.GoneSince(since).Where(k => k.Side == Contract.Slack).Select(Gone))
            .OrderBy(m => m.Id, StringComparer.Ordinal).ToList();
        return new PaneView(
            Contract.Slack, World.Installation.Team.Name, new BotView(World.Installation.BotUserId, "ChatLiaison"), rooms, messages,
            SamplePeople.All.ToDictionary(p => p.Key, State, StringComparer.Ordinal),
            menus.Commands, offer?.Verbs ?? [], menus.MessageActions, menus.GlobalActions);
    }

    /// <summary>The first words of a message, as a reader sees it.</summary>
    public Reading.Note? Read(string roomId, string ts) =>
        World.Message(roomId, ts) is { } message ? Reading.SlackReading.Of(message, World.Installation.BotUserId) : null;

    public MessageView Message(SlackMessage message)
    {
        var author = Places.PersonOf(Contract.Slack, message.UserId);
        var isBot = author is null;
        return new MessageView(
            message.Ts, places.KeyOf(Contract.Slack, message.ChannelId), message.IsReply ? message.ThreadTs : null,
            new AuthorView(author?.Key, author?.Name ?? "ChatLiaison", isBot), At(message.Ts), message.Text,
            message.EphemeralTo is { } only ? Places.PersonOf(Contract.Slack, only)?.Key : null)
        {
            Edited = message.EditedTs is not null,
            Reactions = [.. message.Reactions.Select(r => new ReactionView(r.Key, [.. r.Value.Select(Who)]))],
            Files = [.. message.FileIds.Select(World.File).OfType<SlackFile>().Select(f => new FileView(f.Id, f.Name, f.Length))],
            Slack = new { blocks = message.Blocks, attachments = message.Attachments },
        };
    }

    private static string Who(string id) => Places.PersonOf(Contract.Slack, id)?.Key ?? id;

    private static MessageKey Key(SlackMessage message) => new(Contract.Slack, message.ChannelId, message.Ts);

    private MessageView Gone(MessageKey key) =>
        new(key.Id, places.KeyOf(Contract.Slack, key.RoomId), null, new AuthorView(null, "", false), At(key.Id), "", null) { Deleted = true };

    private RoomView Room(SlackChannel channel)
    {
        var kind = channel.Kind switch
        {
            SlackChannelKind.Direct => "direct",
            SlackChannelKind.Group => "group",
            _ => channel.IsExtShared ? "customer" : "staff",
        };
        return new RoomView(
            places.KeyOf(Contract.Slack, channel.Id), channel.Id, kind == "direct" ? "ChatLiaison" : channel.Name, kind, channel.IsExtShared,
            [.. channel.Members.Select(m => Places.PersonOf(Contract.Slack, m)?.Key).OfType<string>()]);
    }

    private PersonStateView State(SamplePerson person)
    {
        var unread = World.Channels.Where(c => c.Members.Contains(person.SlackId))
            .Select(c => (Key: places.KeyOf(Contract.Slack, c.Id), Count: Unread(person, c.Id))).Where(r => r.Count > 0)
            .ToDictionary(r => r.Key, r => r.Count, StringComparer.Ordinal);
        return new PersonStateView(
            unread, [.. World.Views(person.SlackId).Select(View)], World.Home(person.SlackId) is { } home ? View(home) : null,
            notices.Of(Contract.Slack, person.Key));
    }

    private int Unread(SamplePerson person, string channelId)
    {
        var mark = marks.Of(Contract.Slack, person.Key, channelId);
        return World.SeenBy(person.SlackId, channelId).Count(m => m.UserId != person.SlackId && feed.PostedAt(Key(m)) > mark);
    }

    private static object View(SlackView view) => new
    {
        kind = Contract.Slack,
        id = view.Id,
        hash = view.Hash,
        view = view.Content,
        typed = view.Typed.ToDictionary(t => $"{t.Key.BlockId}/{t.Key.ActionId}", t => t.Value, StringComparer.Ordinal),
        errors = view.Errors,
    };

    private static DateTimeOffset At(string ts) =>
        DateTimeOffset.UnixEpoch.AddSeconds(double.Parse(ts, CultureInfo.InvariantCulture));
}
