using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>The payloads of people's acts. Slack: interaction payloads; slash commands.</summary>
internal sealed class Payloads(SlackStandIn standIn)
{
    private SlackWorld World => standIn.World;

    public JsonObject Command(SlackUser user, SlackChannel channel, string command, string text) => new()
    {
        ["token"] = "deprecated-verification-token",
        ["team_id"] = user.TeamId,
        ["team_domain"] = World.Team(user.TeamId)?.Domain,
        ["channel_id"] = channel.Id,
        ["channel_name"] = channel.Kind == SlackChannelKind.Direct ? "directmessage" : channel.Name,
        ["user_id"] = user.Id,
        ["user_name"] = user.Name,
        ["command"] = command,
        ["text"] = text,
        ["api_app_id"] = World.Installation.AppId,
        ["is_enterprise_install"] = "false",
        ["response_url"] = standIn.ResponseUrls.Issue(user.Id, channel.Id),
        ["trigger_id"] = standIn.Triggers.Issue(user.Id),
    };

    /// <summary>What all interaction payloads have. The team is the person's own, which for a customer's people is not ours.</summary>
    public JsonObject Common(string type, SlackUser user, string? viewId = null) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = user.TeamId, ["domain"] = World.Team(user.TeamId)?.Domain },
        ["user"] = new JsonObject { ["id"] = user.Id, ["username"] = user.Name, ["name"] = user.Name, ["team_id"] = user.TeamId },
        ["api_app_id"] = World.Installation.AppId,
        ["token"] = "deprecated-verification-token",
        ["trigger_id"] = standIn.Triggers.Issue(user.Id, viewId),
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
    };

    public JsonObject OnMessage(SlackUser user, SlackMessage message, JsonObject action, JsonObject state)
    {
        var isEphemeral = message.EphemeralTo is not null;
        var json = Common("block_actions", user);
        json["container"] = new JsonObject
        {
            ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.ChannelId, ["is_ephemeral"] = isEphemeral,
        };
        if (message.ThreadTs is { } thread)
        {
            json["container"]!["thread_ts"] = thread;
        }

        json["channel"] = ChannelOf(message.ChannelId);
        if (!isEphemeral)
        {
            // The text of an ephemeral message is kept by nobody, so it does not come back with a click.
            json["message"] = ApiJson.Message(World, message, withMetadata: false);
        }

        json["state"] = state;
        json["response_url"] = standIn.ResponseUrls.Issue(user.Id, message.ChannelId, message.Ts);
        json["actions"] = new JsonArray(action);
        return json;
    }

    public JsonObject InView(string type, SlackUser user, SlackView view)
    {
        var json = Common(type, user, view.Id);
        json["view"] = ApiJson.View(World, view);
        return json;
    }

    public JsonObject ActionInView(SlackUser user, SlackView view, JsonObject action)
    {
        var json = InView("block_actions", user, view);
        json["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        json["actions"] = new JsonArray(action);
        return json;
    }

    public JsonObject MessageShortcut(SlackUser user, SlackMessage message, string callbackId)
    {
        var json = Common("message_action", user);
        json["callback_id"] = callbackId;
        json["action_ts"] = World.NextTs();
        json["message_ts"] = message.Ts;
        json["channel"] = ChannelOf(message.ChannelId);
        json["message"] = ApiJson.Message(World, message, withMetadata: false);
        json["response_url"] = standIn.ResponseUrls.Issue(user.Id, message.ChannelId, message.Ts);
        return json;
    }

    public JsonObject Suggestion(SlackUser user, PlacedElement element, string typed, SlackView? view, SlackMessage? message)
    {
        var json = Common("block_suggestion", user, view?.Id);
        json.Remove("trigger_id");
        json["value"] = typed;
        json["action_id"] = element.ActionId;
        json["block_id"] = element.BlockId;
        if (view is not null)
        {
            json["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
            json["view"] = ApiJson.View(World, view);
        }
        else if (message is not null)
        {
            json["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.ChannelId };
            json["channel"] = ChannelOf(message.ChannelId);
            json["message"] = ApiJson.Message(World, message, withMetadata: false);
        }

        return json;
    }

    /// <summary>One entry of <c>actions</c>: the element's names and its value, in the shape of its kind.</summary>
    public JsonObject Action(PlacedElement element, JsonObject? state)
    {
        var action = state is null ? new JsonObject { ["type"] = element.Type } : (JsonObject)state.DeepClone();
        action["action_id"] = element.ActionId;
        action["block_id"] = element.BlockId;
        action["action_ts"] = World.NextTs();
        if (element.Type == "button")
        {
            action["text"] = element.Element["text"]?.DeepClone();
            if (element.Element.Text("value") is { } value)
            {
                action["value"] = value;
            }
        }

        return action;
    }

    private JsonObject ChannelOf(string id)
    {
        var channel = World.Channel(id);
        return new JsonObject { ["id"] = id, ["name"] = channel?.Kind == SlackChannelKind.Direct ? "directmessage" : channel?.Name };
    }
}
