using System.Globalization;
using ChatLiaison.Playground.Teams;

namespace ChatLiaison.Playground.Page;

/// <summary>What the Teams pane shows.</summary>
internal sealed class TeamsPane(Stage stage, Places places, ChangeFeed feed, ReadMarks marks, Notices notices)
{
    private TeamsWorld World => stage.Teams.World;

    public PaneView Draw(long since, PlayedOffer? offer)
    {
        var menus = ManifestMenus.OfTeams(offer?.TeamsManifest, offer?.Verbs ?? []);
        var rooms = World.Conversations.Select(Room).OrderBy(r => r.Key, StringComparer.Ordinal).ToList();
        var messages = World.Messages.Where(m => feed.ChangedAt(Key(m)) > since).Select(Message).ToList();
        return new PaneView(
            Contract.Teams, "Example", new BotView(World.BotId, World.BotName), rooms, messages,
            SamplePeople.All.ToDictionary(p => p.Key, State, StringComparer.Ordinal),
            menus.Commands, offer?.Verbs ?? [], menus.MessageActions, menus.GlobalActions);
    }

    /// <summary>The first words of a message, as its author's bot meant it for all.</summary>
    public Reading.Note? Read(string id) => World.FindMessage(id) is { } message ? Reading.TeamsReading.Of(message, World.BotId, "") : null;

    public MessageView Message(TeamsMessage message)
    {
        var author = Places.PersonOf(Contract.Teams, message.FromId);
        return new MessageView(
            message.Id, places.KeyOf(Contract.Teams, message.ConversationId), message.ThreadId == message.Id ? null : message.ThreadId,
            new AuthorView(author?.Key, message.FromName, message.FromId == World.BotId), message.SentAt, message.Text,
            message.OnlyFor is { } only ? Places.PersonOf(Contract.Teams, only)?.Key : null)
        {
            Edited = message.IsEdited,
            Deleted = message.IsDeleted,
            Reactions = [.. message.Reactions.GroupBy(r => r.Type, StringComparer.Ordinal).Select(g => new ReactionView(g.Key, [.. g.Select(r => Who(r.UserMri))]))],
            Files = [.. FilesOf(message)],
            Teams = new
            {
                activity = message.Activity,
                cardFor = message.CardsByUser.ToDictionary(c => Who(c.Key), c => c.Value, StringComparer.Ordinal),
            },
        };
    }

    private static IEnumerable<FileView> FilesOf(TeamsMessage message) => message.Activity.Items("attachments")
        .Where(a => a.Text("contentType") is "application/vnd.microsoft.teams.file.download.info" or "reference" or "image/*")
        .Select(a => new FileView(
            a.Text("contentUrl")?.Split('/')[^1] ?? "", a.Text("name") ?? "picture",
            a.Member("content").Member("size") is { ValueKind: System.Text.Json.JsonValueKind.Number } size ? size.GetInt32() : 0));

    private static string Who(string mri) => Places.PersonOf(Contract.Teams, mri)?.Key ?? mri;

    private static MessageKey Key(TeamsMessage message) => new(Contract.Teams, message.ConversationId, message.Id);

    private RoomView Room(TeamsConversation place)
    {
        var members = World.MembersOf(place);
        var isShared = members.Any(m => m.IsGuest) && !place.IsGeneral;
        var kind = place.Kind switch
        {
            TeamsConversationKind.Personal => "direct",
            TeamsConversationKind.GroupChat => "group",
            _ => isShared ? "customer" : "staff",
        };
        return new RoomView(
            places.KeyOf(Contract.Teams, place.Id), place.Id, kind == "direct" ? World.BotName : place.Name ?? place.Id, kind, kind == "customer",
            [.. members.Select(m => Places.PersonOf(Contract.Teams, m.Mri)?.Key).OfType<string>()]);
    }

    private PersonStateView State(SamplePerson person)
    {
        var mri = TeamsWorld.MriOf(person);
        var unread = World.Conversations.Where(c => World.IsMember(c, mri))
            .Select(c => (Key: places.KeyOf(Contract.Teams, c.Id), Count: Unread(person, mri, c.Id))).Where(r => r.Count > 0)
            .ToDictionary(r => r.Key, r => r.Count, StringComparer.Ordinal);
        object[] views = World.DialogOf(mri) is { } dialog ? [Dialog(dialog)] : [];
        return new PersonStateView(unread, views, null, notices.Of(Contract.Teams, person.Key));
    }

    private int Unread(SamplePerson person, string mri, string conversationId)
    {
        var mark = marks.Of(Contract.Teams, person.Key, conversationId);
        return World.SeenBy(mri, conversationId).Count(m => m.FromId != mri && feed.PostedAt(Key(m)) > mark);
    }

    private object Dialog(TeamsDialog dialog) => new
    {
        kind = Contract.Teams,
        title = dialog.Title,
        card = dialog.Card,
        width = Size(dialog.Width),
        height = Size(dialog.Height),
        typed = dialog.Typed,
        error = dialog.Error,
        room = places.KeyOf(Contract.Teams, dialog.ConversationId),
    };

    private static object? Size(System.Text.Json.JsonElement? size) => size switch
    {
        { ValueKind: System.Text.Json.JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: System.Text.Json.JsonValueKind.String } word => word.GetString(),
        { } other => other.GetRawText().ToString(CultureInfo.InvariantCulture),
        null => null,
    };
}
