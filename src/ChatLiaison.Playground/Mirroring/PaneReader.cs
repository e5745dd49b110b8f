using ChatLiaison.Playground.Page;
using ChatLiaison.Playground.Reading;

namespace ChatLiaison.Playground.Mirroring;

/// <summary>A message of the bot as the mirror compares it.</summary>
/// <param name="Room">Under its name in both panes.</param>
/// <param name="IsPrivate">Only one person sees it, wherever it stands.</param>
internal sealed record BotSaying(MessageKey Key, string Room, bool IsPrivate, Note Note);

/// <summary>Reads either pane in neutral terms.</summary>
internal sealed class PaneReader(Stage stage, Places places, ChangeFeed feed)
{
    /// <summary>The place of what a client shows in passing, as the answer to a press.</summary>
    public const string Passing = "in passing";

    /// <summary>What the bot said after this number, oldest first.</summary>
    public IReadOnlyList<BotSaying> SaidSince(string side, long since) => side == Contract.Slack
        ? [.. stage.Slack.World.Channels.SelectMany(c => stage.Slack.World.Messages(c.Id)).Where(m => m.BotId is not null)
            .OrderBy(m => m.Ts, StringComparer.Ordinal).Select(Saying).Where(s => feed.PostedAt(s.Key) > since)]
        : [.. stage.Teams.World.Messages.Where(m => m.FromId == stage.Teams.World.BotId && !m.IsDeleted).Select(Saying).Where(s => feed.PostedAt(s.Key) > since),
            .. feed.NoticesSince(since).Select(n => InPassing(n.Number, n.Text))];

    public BotSaying? Find(MessageKey key) => key.Side == Contract.Slack
        ? stage.Slack.World.Message(key.RoomId, key.Id) is { } message ? Saying(message) : null
        : key.RoomId == Passing ? feed.NoticesSince(0).Where(n => $"{n.Number}" == key.Id).Select(n => InPassing(n.Number, n.Text)).FirstOrDefault()
        : stage.Teams.World.FindMessage(key.Id) is { IsDeleted: false } activity ? Saying(activity) : null;

    public MessageKey Key(string side, MessageName name) => new(side, places.IdOf(side, name.Room), name.Id);

    public string RoomOf(MessageKey key) => places.KeyOf(key.Side, key.RoomId);

    /// <summary>The buttons of a message, of the form on show or of the home, as this person sees them.</summary>
    public IReadOnlyList<NeutralButton> Buttons(string side, SamplePerson who, Holder on)
    {
        if (on.Message is { } name)
        {
            var key = Key(side, name);
            return side == Contract.Slack
                ? stage.Slack.World.Message(key.RoomId, key.Id) is { } message ? NeutralButton.In(message) : []
                : stage.Teams.World.FindMessage(key.Id) is { } activity ? NeutralButton.In(activity.CardsFor(Teams.TeamsWorld.MriOf(who))) : [];
        }

        if (side == Contract.Slack)
        {
            var view = on.IsHome ? stage.Slack.World.Home(who.SlackId) : stage.Slack.World.TopView(who.SlackId);
            return view is null ? [] : NeutralButton.In(view.Blocks);
        }

        return stage.Teams.World.DialogOf(Teams.TeamsWorld.MriOf(who)) is { } dialog && !on.IsHome ? NeutralButton.In([dialog.Card]) : [];
    }

    /// <summary>The button that an act means; null when it means none.</summary>
    public NeutralButton? Meant(string side, SamplePerson who, Act act) => act switch
    {
        Act.Press press => Buttons(side, who, press.On).FirstOrDefault(b => b.Choice is null && Is(b, press.Element)),
        Act.Choose { Values: [var value] } choose => Buttons(side, who, choose.On).FirstOrDefault(b => b.Choice == value && Is(b, choose.Element)),
        _ => null,
    };

    private static BotSaying InPassing(long number, string text) =>
        new(new MessageKey(Contract.Teams, Passing, $"{number}"), Passing, true, new Note(Passing, "", null, true, text, text));

    private static bool Is(NeutralButton button, ElementName element) =>
        element.Index is { } index ? button.Element.Index == index
        : element.Path is { } path ? button.Element.Path == path
        : button.Words == element.Words || button.Action == element.Words;

    private BotSaying Saying(Slack.SlackMessage message)
    {
        var room = places.KeyOf(Contract.Slack, message.ChannelId);
        return new BotSaying(
            new MessageKey(Contract.Slack, message.ChannelId, message.Ts), room, message.EphemeralTo is not null || Places.IsDirect(room),
            SlackReading.Of(message, stage.Slack.World.Installation.BotUserId));
    }

    private BotSaying Saying(Teams.TeamsMessage message)
    {
        var room = places.KeyOf(Contract.Teams, message.ConversationId);
        return new BotSaying(
            new MessageKey(Contract.Teams, message.ConversationId, message.Id), room, message.OnlyFor is not null || Places.IsDirect(room),
            TeamsReading.Of(message, stage.Teams.World.BotId, ""));
    }
}
