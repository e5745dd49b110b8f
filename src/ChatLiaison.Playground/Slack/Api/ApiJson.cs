using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>How the things of the world look on the wire.</summary>
internal static class ApiJson
{
    public static JsonObject Ok(params ReadOnlySpan<(string Key, JsonNode? Value)> values)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (key, value) in values)
        {
            answer[key] = value;
        }

        return answer;
    }

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode?)t)]);

    public static JsonObject Message(SlackWorld world, SlackMessage message, bool withMetadata = true)
    {
        var json = new JsonObject { ["type"] = "message", ["user"] = message.UserId, ["text"] = message.Text, ["ts"] = message.Ts };
        Set(json, "subtype", message.Subtype);
        Set(json, "team", world.User(message.UserId)?.TeamId);
        Set(json, "bot_id", message.BotId);
        Set(json, "app_id", message.BotId is null ? null : world.Installation.AppId);
        Set(json, "thread_ts", message.ThreadTs);
        if (message.ThreadTs == message.Ts)
        {
            json["reply_count"] = world.Thread(message.ChannelId, message.Ts).Count(m => m.IsReply && m.EphemeralTo is null);
        }

        Set(json, "blocks", message.Blocks?.DeepClone());
        Set(json, "attachments", message.Attachments?.DeepClone());
        Set(json, "metadata", withMetadata ? message.Metadata?.DeepClone() : null);
        if (message.EditedTs is { } edited)
        {
            json["edited"] = new JsonObject { ["user"] = message.UserId, ["ts"] = edited };
        }

        if (!message.FileIds.IsEmpty)
        {
            json["files"] = new JsonArray([.. message.FileIds.Select(world.File).OfType<SlackFile>().Select(f => Shared(world, f))]);
        }

        if (!message.Reactions.IsEmpty)
        {
            json["reactions"] = new JsonArray([.. message.Reactions.Select(r => new JsonObject
            {
                ["name"] = r.Key, ["users"] = Texts(r.Value), ["count"] = r.Value.Count,
            })]);
        }

        return json;
    }

    public static JsonObject File(SlackWorld world, SlackFile file)
    {
        var team = world.Installation.Team;
        var name = Uri.EscapeDataString(file.Name);
        return new()
        {
            ["id"] = file.Id, ["name"] = file.Name, ["title"] = file.Title, ["size"] = file.Length, ["user"] = file.OwnerId,
            ["mimetype"] = TypeOf(file.Name), ["filetype"] = Path.GetExtension(file.Name).TrimStart('.'), ["mode"] = "hosted", ["is_external"] = false,
            ["url_private"] = $"https://files.slack.com/files-pri/{team.Id}-{file.Id}/{name}",
            ["permalink"] = $"https://{team.Domain}.slack.com/files/{file.OwnerId}/{file.Id}/{name}",
        };
    }

    // Of what another organisation posts in a shared channel an app is given the id, and asks files.info.
    private static JsonObject Shared(SlackWorld world, SlackFile file) => world.IsExternal(file.OwnerId)
        ? new() { ["id"] = file.Id, ["mode"] = "file_access", ["file_access"] = "check_file_info" }
        : File(world, file);

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".png" => "image/png",
        ".jpg" => "image/jpeg",
        ".log" or ".txt" => "text/plain",
        _ => "application/octet-stream",
    };

    public static JsonObject View(SlackWorld world, SlackView view)
    {
        var json = (JsonObject)view.Content.DeepClone();
        json["id"] = view.Id;
        json["team_id"] = world.User(view.UserId)?.TeamId;
        json["app_id"] = world.Installation.AppId;
        json["app_installed_team_id"] = world.Installation.Team.Id;
        json["bot_id"] = world.Installation.BotId;
        json["hash"] = view.Hash;
        json["root_view_id"] = view.RootId;
        json["previous_view_id"] = view.PreviousId;
        json["callback_id"] = view.CallbackId;
        json["private_metadata"] = view.PrivateMetadata;
        json["external_id"] = view.ExternalId ?? "";
        json["state"] = FieldValues.ToState(view.Typed);
        return json;
    }

    public static JsonObject Channel(SlackWorld world, SlackChannel channel) => new()
    {
        ["id"] = channel.Id,
        ["name"] = channel.Name,
        ["is_channel"] = !channel.IsConversation,
        ["is_im"] = channel.Kind == SlackChannelKind.Direct,
        ["is_mpim"] = channel.Kind == SlackChannelKind.Group,
        ["is_private"] = channel.Kind != SlackChannelKind.Public,
        ["is_archived"] = channel.IsArchived,
        ["is_member"] = channel.Members.Contains(world.Installation.BotUserId),
        ["is_shared"] = channel.IsExtShared,
        ["is_ext_shared"] = channel.IsExtShared,
        ["is_org_shared"] = false,
        ["shared_team_ids"] = Texts([world.Installation.Team.Id, .. channel.ConnectedTeams]),
        ["connected_team_ids"] = Texts(channel.ConnectedTeams),
        ["context_team_id"] = world.Installation.Team.Id,
        ["conversation_host_id"] = world.Installation.Team.Id,
        ["user"] = channel.Kind == SlackChannelKind.Direct ? channel.Members.First(m => m != world.Installation.BotUserId) : null,
    };

    /// <summary>A person; of somebody who comes by Slack Connect, less is told (no address).</summary>
    public static JsonObject User(SlackWorld world, SlackUser user)
    {
        var isExternal = user.TeamId != world.Installation.Team.Id;
        var profile = new JsonObject { ["real_name"] = user.RealName, ["display_name"] = user.Name, ["team"] = user.TeamId };
        Set(profile, "email", isExternal ? null : user.Email);
        var json = new JsonObject
        {
            ["id"] = user.Id, ["team_id"] = user.TeamId, ["name"] = user.Name, ["real_name"] = user.RealName, ["deleted"] = user.IsDeleted,
            ["is_bot"] = user.IsBot, ["tz"] = user.TimeZone, ["profile"] = profile,
        };
        if (isExternal)
        {
            json["is_stranger"] = user.IsStranger;
        }

        return json;
    }

    private static void Set(JsonObject json, string key, JsonNode? value)
    {
        if (value is not null)
        {
            json[key] = value;
        }
    }
}
