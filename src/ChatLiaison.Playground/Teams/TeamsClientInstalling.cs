using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Teams;

/// <summary>Installing and removing the app, and people coming and going.</summary>
public sealed partial class TeamsClient
{
    /// <summary>A person installs the app for themselves.</summary>
    public async Task InstallAsync(string user)
    {
        var person = Person(user) with { HasApp = true };
        _world.Put(person);
        var chat = _world.PersonalChatOf(person);
        await DeliverAsync(_activities.InstallationUpdate(person, chat, "add"));
        await MembersChangedAsync(person, chat, "membersAdded", null, Account(person), Bot());
    }

    /// <summary>A person removes the app; its chat stays, but nothing can be written to it.</summary>
    public async Task UninstallAsync(string user)
    {
        var person = Person(user) with { HasApp = false };
        _world.Put(person);
        await DeliverAsync(_activities.InstallationUpdate(person, _world.PersonalChatOf(person), "remove"));
    }

    /// <summary>Blocks the app's chat. The app is not told.</summary>
    public void Block(string user, bool blocks = true) => _world.Put(Person(user) with { HasBlocked = blocks });

    /// <summary>A member adds the app to a team.</summary>
    /// <param name="channel">The channel that was chosen while installing; General unless told.</param>
    public async Task InstallInTeamAsync(string user, string teamId, string? channel = null)
    {
        var (person, place) = Enter(user, channel ?? teamId);
        _world.Put(Team(teamId) with { HasApp = true });
        await DeliverAsync(_activities.InstallationUpdate(person, place, "add"));
        await MembersChangedAsync(person, place, "membersAdded", "teamMemberAdded", Bot());
    }

    public async Task UninstallFromTeamAsync(string user, string teamId)
    {
        var (person, place) = Enter(user, teamId);
        _world.Put(Team(teamId) with { HasApp = false });
        await DeliverAsync(_activities.InstallationUpdate(person, place, "remove"));
        await MembersChangedAsync(person, place, "membersRemoved", "teamMemberRemoved", Bot());
    }

    /// <summary>Somebody is added to the team, and to those of its channels that have members of their own when named.</summary>
    public async Task AddMemberAsync(string by, string teamId, string user, params string[] channels)
    {
        var added = Person(user);
        var team = Team(teamId);
        _world.Put(team with { Members = [.. team.Members.Where(mri => mri != added.Mri), added.Mri] });
        foreach (var channel in channels.Select(id => _world.FindConversation(id)!).Where(channel => channel.Members is not null))
        {
            _world.Put(channel with { Members = [.. channel.Members!.Where(mri => mri != added.Mri), added.Mri] });
        }

        await MembersChangedAsync(Person(by), General(teamId), "membersAdded", "teamMemberAdded", Account(added));
    }

    /// <summary>Somebody leaves the team and all its channels.</summary>
    public async Task RemoveMemberAsync(string by, string teamId, string user)
    {
        var removed = Person(user);
        var team = Team(teamId);
        _world.Put(team with { Members = [.. team.Members.Where(mri => mri != removed.Mri)] });
        foreach (var channel in _world.Conversations.Where(channel => channel.TeamId == teamId && channel.Members is not null))
        {
            _world.Put(channel with { Members = [.. channel.Members!.Where(mri => mri != removed.Mri)] });
        }

        await MembersChangedAsync(Person(by), General(teamId), "membersRemoved", "teamMemberRemoved", Account(removed));
    }

    public async Task<TeamsConversation> CreateChannelAsync(string by, string teamId, string id, string name)
    {
        var channel = new TeamsConversation { Id = id, Kind = TeamsConversationKind.Channel, Name = name, TeamId = teamId };
        _world.Put(channel);
        await ChannelChangedAsync(by, channel, "channelCreated");
        return channel;
    }

    public async Task RenameChannelAsync(string by, string id, string name)
    {
        var channel = _world.FindConversation(id)! with { Name = name };
        _world.Put(channel);
        await ChannelChangedAsync(by, channel, "channelRenamed");
    }

    public async Task DeleteChannelAsync(string by, string id)
    {
        var channel = _world.FindConversation(id)!;
        _world.RemoveConversation(id);
        await ChannelChangedAsync(by, channel, "channelDeleted");
    }

    private async Task ChannelChangedAsync(string by, TeamsConversation channel, string eventType)
    {
        // What concerns the team as a whole is told in its General channel.
        var activity = _activities.ConversationUpdate(Person(by), General(channel.TeamId!), eventType);
        activity["channelData"]!["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name };
        await DeliverIfInstalledAsync(channel.TeamId!, activity);
    }

    private async Task MembersChangedAsync(TeamsUser by, TeamsConversation place, string list, string? eventType, params JsonNode[] accounts)
    {
        var activity = _activities.ConversationUpdate(by, place, eventType);
        activity[list] = new JsonArray(accounts);
        if (place.TeamId is null || list == "membersRemoved")
        {
            await DeliverAsync(activity);
        }
        else
        {
            await DeliverIfInstalledAsync(place.TeamId, activity);
        }
    }

    private Task DeliverIfInstalledAsync(string teamId, JsonObject activity) =>
        Team(teamId).HasApp ? DeliverAsync(activity) : Task.CompletedTask;

    private TeamsTeam Team(string id) => _world.FindTeam(id) ?? throw new InvalidOperationException($"There is no team {id}.");

    private TeamsConversation General(string teamId) => _world.FindConversation(teamId)!;

    private JsonObject Bot() => new() { ["id"] = _world.BotId };

    private static JsonObject Account(TeamsUser user) => new() { ["id"] = user.Mri, ["aadObjectId"] = user.AadObjectId };
}
