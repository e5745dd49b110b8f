using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

public sealed partial class SlackClient
{
    /// <summary>Posts a message. The app hears of it where it is in the channel; where it is mentioned, twice.</summary>
    /// <param name="channelId">A channel the person is in, or the bot's user id for the direct conversation with it.</param>
    public async Task<SlackPosted> PostAsync(
        string userId, string channelId, string text, string? threadTs = null, IReadOnlyList<SlackFile>? files = null)
    {
        var user = Person(userId);
        var channel = ChannelOf(user, channelId);
        var message = World.Add(new SlackMessage(channel.Id, "", RootOf(channel, threadTs), userId, null, text)
        {
            FileIds = [.. (files ?? []).Select(f => f.Id)],
            Subtype = files is { Count: > 0 } ? "file_share" : null,
        });
        var events = new List<JsonObject> { EventShapes.Posted(World, message) };
        if (text.Contains($"<@{World.Installation.BotUserId}>", StringComparison.Ordinal) && !channel.IsConversation)
        {
            events.Add(EventShapes.Mention(World, message));
        }

        return new SlackPosted(message, await TellAsync(channel, user.TeamId, [.. events]));
    }

    /// <summary>Edits one's own message.</summary>
    public async Task<SlackPosted> EditAsync(string userId, SlackMessage message, string text)
    {
        var user = Person(userId);
        var before = Own(user, message);
        var after = World.Change(before.ChannelId, before.Ts, m => m with { Text = text, EditedTs = World.NextTs(), Edits = m.Edits + 1 })!;
        var edit = EventShapes.Changed(World, before, after);
        return new SlackPosted(after, await TellAsync(World.Channel(after.ChannelId)!, user.TeamId, edit));
    }

    /// <summary>Deletes one's own message.</summary>
    public async Task<SlackPosted> DeleteAsync(string userId, SlackMessage message)
    {
        var user = Person(userId);
        var gone = World.Remove(message.ChannelId, Own(user, message).Ts)!;
        return new SlackPosted(gone, await TellAsync(World.Channel(gone.ChannelId)!, user.TeamId, EventShapes.Deleted(World, gone)));
    }

    /// <summary>Puts an emoji under a message.</summary>
    public async Task<SlackPosted> ReactAsync(string userId, SlackMessage message, string name)
    {
        var user = Person(userId);
        World.React(message.ChannelId, Seen(user, message).Ts, name, userId);
        var now = World.Message(message.ChannelId, message.Ts)!;
        return new SlackPosted(
            now, await TellAsync(World.Channel(now.ChannelId)!, user.TeamId, EventShapes.Reacted(World, now, name, userId)));
    }

    /// <summary>A person, or the app's bot, comes into a channel.</summary>
    public Task<IReadOnlyList<EventDelivery>> JoinChannelAsync(string userId, string channelId)
    {
        var user = World.User(userId) ?? throw new SlackRefusalException(SlackRefusal.UserGone, userId);
        var channel = World.ChangeChannel(channelId, c => c with
        {
            Members = c.Members.Add(userId),
            ConnectedTeams = World.IsExternal(userId) ? c.ConnectedTeams.Add(user.TeamId) : c.ConnectedTeams,
        }) ?? throw new SlackRefusalException(SlackRefusal.NotInChannel, channelId);
        return TellAsync(channel, user.TeamId, EventShapes.Joined(World, channel, userId));
    }

    /// <summary>Looks at the app's home.</summary>
    public async Task<EventDelivery?> OpenHomeAsync(string userId)
    {
        var user = Person(userId);
        var opened = new JsonObject
        {
            ["type"] = "app_home_opened", ["user"] = userId, ["channel"] = World.OpenDirect(userId).Channel.Id, ["tab"] = "home",
            ["event_ts"] = World.NextTs(),
        };
        if (World.Home(userId) is { } home)
        {
            opened["view"] = ApiJson.View(World, home);
        }

        return await FirstOfAsync(_standIn.Events.Publish(opened, user.TeamId));
    }

    // Answering a reply answers in its thread.
    private string? RootOf(SlackChannel channel, string? ts) => ts is null ? null : World.Message(channel.Id, ts)?.ThreadTs ?? ts;

    private SlackMessage Own(SlackUser user, SlackMessage message) =>
        Seen(user, message) is var now && now.UserId == user.Id
            ? now
            : throw new SlackRefusalException(SlackRefusal.NotTheirMessage, $"{user.Id}: {message.Ts}");

    /// <summary>Delivers one after the other where the app is in the channel; waits for the first try of each.</summary>
    private async Task<IReadOnlyList<EventDelivery>> TellAsync(SlackChannel channel, string teamId, params IReadOnlyList<JsonObject> events)
    {
        var deliveries = new List<EventDelivery>();
        foreach (var content in channel.Members.Contains(World.Installation.BotUserId) ? events : [])
        {
            if (await FirstOfAsync(_standIn.Events.Publish(content, teamId)) is { } delivery)
            {
                deliveries.Add(delivery);
            }
        }

        return deliveries;
    }

    private static async Task<EventDelivery?> FirstOfAsync(EventDelivery? delivery)
    {
        if (delivery is not null)
        {
            await delivery.FirstAttempt;
        }

        return delivery;
    }
}
