using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Teams;

/// <summary>The activities that the channel sends, in the shapes seen on the wire.</summary>
internal sealed class TeamsActivities(TeamsWorld world, TimeProvider time, string serviceUrl)
{
    /// <summary>What a person typed.</summary>
    public JsonObject Message(TeamsUser user, TeamsConversation place, TeamsMessage message, IEnumerable<JsonObject> mentions)
    {
        var activity = Personal("message", user, place, message.ThreadConversationId, message.Id);
        activity.Insert(1, "text", message.Text);
        activity["textFormat"] = "plain";
        activity["locale"] = "en-US";
        activity["entities"] = new JsonArray([.. mentions, Client(platform: null)]);
        activity["channelData"] = MessageData(place);
        return activity;
    }

    /// <summary>What a press or a menu sends: an invoke, or a message with a value and no text.</summary>
    public JsonObject Act(string type, TeamsUser user, TeamsConversation place, string conversationId, string source)
    {
        var activity = Personal(type, user, place, conversationId, Guid.NewGuid().ToString());
        activity["locale"] = "en-US";
        activity["entities"] = new JsonArray(Client(platform: "Web"));
        activity["channelData"] = ActData(place, source);
        return activity;
    }

    /// <summary>Something that happened to a message: an edit, a deletion, a reaction.</summary>
    public JsonObject About(string type, TeamsUser user, TeamsConversation place, TeamsMessage message, string? eventType)
    {
        var activity = Personal(type, user, place, message.ThreadConversationId, message.Id);
        activity["channelData"] = MessageData(place);
        if (eventType is not null)
        {
            activity["channelData"]!["eventType"] = eventType;
        }

        return activity;
    }

    /// <summary>A change of people or channels; <paramref name="eventType"/> is absent in personal chats.</summary>
    public JsonObject ConversationUpdate(TeamsUser by, TeamsConversation place, string? eventType)
    {
        var activity = Impersonal("conversationUpdate", by, place);
        var data = new JsonObject { ["tenant"] = Tenant() };
        if (place.TeamId is not null)
        {
            data["team"] = Team(place);
            data["eventType"] = eventType;
            data["settings"] = Settings(place);
        }

        activity["channelData"] = data;
        return activity;
    }

    public JsonObject InstallationUpdate(TeamsUser by, TeamsConversation place, string action)
    {
        var activity = Impersonal("installationUpdate", by, place);
        activity["locale"] = "en-US";
        activity["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US" });
        var data = new JsonObject { ["tenant"] = Tenant() };
        if (place.TeamId is not null)
        {
            data["team"] = Team(place);
            data["channel"] = new JsonObject { ["id"] = place.Id };
        }

        data["source"] = new JsonObject { ["name"] = "message" };
        data["settings"] = Settings(place);
        activity["channelData"] = data;
        activity["action"] = action;
        return activity;
    }

    private JsonObject Personal(string type, TeamsUser user, TeamsConversation place, string conversationId, string id)
    {
        var now = time.GetUtcNow();
        var activity = Opening(type, id, user, now);
        activity["from"]!.AsObject().Insert(1, "name", user.Name);
        activity["localTimestamp"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'", CultureInfo.InvariantCulture);
        activity["localTimezone"] = "UTC";
        return Close(activity, Conversation(place, conversationId));
    }

    private JsonObject Impersonal(string type, TeamsUser by, TeamsConversation place)
    {
        var conversation = Conversation(place, place.Id);
        if (place.Name is { } name)
        {
            conversation["name"] = name;
        }

        return Close(Opening(type, Guid.NewGuid().ToString(), by, time.GetUtcNow()), conversation);
    }

    private static JsonObject Opening(string type, string id, TeamsUser user, DateTimeOffset now) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["from"] = new JsonObject { ["id"] = user.Mri, ["aadObjectId"] = user.AadObjectId },
        ["timestamp"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
    };

    private JsonObject Close(JsonObject activity, JsonObject conversation)
    {
        activity["serviceUrl"] = serviceUrl;
        activity["conversation"] = conversation;
        activity["recipient"] = new JsonObject { ["id"] = world.BotId, ["name"] = world.BotName };
        activity["channelId"] = "msteams";
        return activity;
    }

    private JsonObject Conversation(TeamsConversation place, string id)
    {
        var conversation = new JsonObject
        {
            ["conversationType"] = place.WireKind,
            ["tenantId"] = world.TenantId,
            ["id"] = id,
        };
        if (place.Kind != TeamsConversationKind.Personal)
        {
            conversation.Insert(0, "isGroup", true);
        }

        return conversation;
    }

    private JsonObject MessageData(TeamsConversation place) => place.TeamId is null
        ? new JsonObject { ["tenant"] = Tenant() }
        : new JsonObject
        {
            ["teamsChannelId"] = place.Id,
            ["teamsTeamId"] = place.TeamId,
            ["tenant"] = Tenant(),
            ["team"] = new JsonObject { ["id"] = place.TeamId },
            ["channel"] = new JsonObject { ["id"] = place.Id },
        };

    private JsonObject ActData(TeamsConversation place, string source)
    {
        var data = new JsonObject { ["source"] = new JsonObject { ["name"] = source }, ["tenant"] = Tenant() };
        if (place.TeamId is not null)
        {
            data["team"] = new JsonObject { ["id"] = place.TeamId };
            data["channel"] = new JsonObject { ["id"] = place.Id };
        }

        return data;
    }

    private JsonObject Tenant() => new() { ["id"] = world.TenantId };

    private JsonObject Team(TeamsConversation place)
    {
        var team = world.FindTeam(place.TeamId!)!;
        return new JsonObject { ["id"] = team.Id, ["name"] = team.Name, ["aadGroupId"] = team.AadGroupId };
    }

    private static JsonObject Settings(TeamsConversation place) =>
        new() { ["selectedChannel"] = new JsonObject { ["id"] = place.Id } };

    private static JsonObject Client(string? platform)
    {
        var client = new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US", ["country"] = "US", ["timezone"] = "UTC" };
        if (platform is not null)
        {
            client.Insert(3, "platform", platform);
        }

        return client;
    }
}
