using ChatLiaison.Playground.Reading;
using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Teams;

namespace ChatLiaison.Playground.Page;

/// <summary>Rooms and people under the names that they have in both panes.</summary>
internal sealed class Places(Stage stage)
{
    private const string Direct = "direct:";

    /// <summary>The room's name in both panes, or its id where the other pane has none like it.</summary>
    public string KeyOf(string side, string roomId) => side == Contract.Slack ? SlackKey(roomId) : TeamsKey(TeamsWorld.BaseOf(roomId));

    /// <exception cref="MalformedException">The pane has no such room.</exception>
    public string IdOf(string side, string key) => FindId(side, key) ?? throw new MalformedException($"{Contract.NameOf(side)} has no room {key}.");

    public string? FindId(string side, string key)
    {
        if (key.StartsWith(Direct, StringComparison.Ordinal))
        {
            return SamplePeople.Find(key[Direct.Length..]) is not { } person ? null
                : side == Contract.Slack ? stage.Slack.World.OpenDirect(person.SlackId).Channel.Id
                : stage.Teams.World.PersonalChatOf(stage.Teams.World.FindUser(person.Email)!).Id;
        }

        if (Room.All.FirstOrDefault(r => r.Key == key) is { } room)
        {
            return side == Contract.Slack ? room.Slack : room.Teams;
        }

        return side == Contract.Slack
            ? stage.Slack.World.Channel(key)?.Id
            : stage.Teams.World.FindConversation(key)?.Id ?? stage.Teams.World.Conversations.FirstOrDefault(c => TeamsKey(c.Id) == key)?.Id;
    }

    public static string DirectOf(SamplePerson person) => Direct + person.Key;

    public static bool IsDirect(string key) => key.StartsWith(Direct, StringComparison.Ordinal);

    /// <summary>The person of that id on that platform; null for the bot and for strangers.</summary>
    public static SamplePerson? PersonOf(string side, string id) => side == Contract.Slack
        ? SamplePeople.All.FirstOrDefault(p => p.SlackId == id)
        : SamplePeople.All.FirstOrDefault(p => TeamsWorld.MriOf(p) == id);

    private string SlackKey(string id)
    {
        if (Room.All.FirstOrDefault(r => r.Slack == id) is { } room)
        {
            return room.Key;
        }

        var channel = stage.Slack.World.Channel(id);
        var member = channel?.Kind == SlackChannelKind.Direct ? channel.Members.Select(m => PersonOf(Contract.Slack, m)).FirstOrDefault(p => p is not null) : null;
        return member is null ? id : DirectOf(member);
    }

    private string TeamsKey(string id)
    {
        if (Room.All.FirstOrDefault(r => r.Teams == id) is { } room)
        {
            return room.Key;
        }

        var place = stage.Teams.World.FindConversation(id);
        return place switch
        {
            { Kind: TeamsConversationKind.Personal, Members: [var only] } when PersonOf(Contract.Teams, only) is { } person => DirectOf(person),
            { IsGeneral: true } => "general",
            { Kind: TeamsConversationKind.GroupChat } => "swarm",
            _ => id,
        };
    }
}
