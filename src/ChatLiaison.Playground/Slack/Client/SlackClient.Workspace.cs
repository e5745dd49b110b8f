using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

public sealed partial class SlackClient
{
    /// <summary>Somebody renames a channel.</summary>
    public Task<IReadOnlyList<EventDelivery>> RenameChannelAsync(string channelId, string name)
    {
        var channel = Changed(channelId, c => c with { Name = name });
        return TellAsync(channel, World.Installation.Team.Id, new JsonObject
        {
            ["type"] = "channel_rename",
            ["channel"] = new JsonObject { ["id"] = channelId, ["name"] = name, ["name_normalized"] = name, ["created"] = 0 },
            ["event_ts"] = World.NextTs(),
        });
    }

    /// <summary>Somebody archives a channel, or takes it out of the archive.</summary>
    public Task<IReadOnlyList<EventDelivery>> ArchiveChannelAsync(string userId, string channelId, bool isArchived = true)
    {
        var channel = Changed(channelId, c => c with { IsArchived = isArchived });
        return TellAsync(channel, World.Installation.Team.Id, new JsonObject
        {
            ["type"] = isArchived ? "channel_archive" : "channel_unarchive", ["channel"] = channelId, ["user"] = userId,
            ["event_ts"] = World.NextTs(),
        });
    }

    /// <summary>A channel gets another id, as when it is first shared by Slack Connect.</summary>
    public Task<IReadOnlyList<EventDelivery>> ChangeChannelIdAsync(string oldId, string newId)
    {
        Changed(oldId, c => c);
        World.ChangeChannelId(oldId, newId);
        return TellAsync(World.Channel(newId)!, World.Installation.Team.Id, new JsonObject
        {
            ["type"] = "channel_id_changed", ["old_channel_id"] = oldId, ["new_channel_id"] = newId, ["event_ts"] = World.NextTs(),
        });
    }

    /// <summary>An admin takes the app out of the workspace: its token is void at once, and two events come, in no fixed order.</summary>
    public async Task<IReadOnlyList<EventDelivery>> UninstallAsync()
    {
        _standIn.IsInstalled = false;
        var revoked = new JsonObject
        {
            ["type"] = "tokens_revoked",
            ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(World.Installation.BotUserId) },
            ["event_ts"] = World.NextTs(),
        };
        var uninstalled = new JsonObject { ["type"] = "app_uninstalled", ["event_ts"] = World.NextTs() };
        EventDelivery?[] deliveries =
            [await FirstOfAsync(_standIn.Events.Publish(revoked)), await FirstOfAsync(_standIn.Events.Publish(uninstalled))];
        return [.. deliveries.OfType<EventDelivery>()];
    }

    /// <summary>Slack proves the events address: true when the challenge came back.</summary>
    public async Task<bool> VerifyEventsUrlAsync()
    {
        var challenge = Guid.NewGuid().ToString("N");
        var body = new JsonObject { ["type"] = "url_verification", ["challenge"] = challenge, ["token"] = "deprecated-verification-token" };
        var sent = await SendSignedAsync("/slack/events", body.ToJsonString(), "application/json");
        return sent.Answer.Status == 200 && (sent.Answer.Body.Trim() == challenge || sent.Answer.Json.Text("challenge") == challenge);
    }

    /// <summary>Slack looks at the certificate of the commands address.</summary>
    public async Task<AppAnswer> CheckCertificateAsync() =>
        (await SendSignedAsync("/slack/commands", "ssl_check=1&token=deprecated-verification-token", AppRequest.FormType)).Answer;

    private SlackChannel Changed(string channelId, Func<SlackChannel, SlackChannel> change) =>
        World.ChangeChannel(channelId, change) ?? throw new SlackRefusalException(SlackRefusal.NotInChannel, channelId);
}
