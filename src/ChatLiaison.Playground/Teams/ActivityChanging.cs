using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Teams;

/// <summary>Edits and deletions of the app's own messages.</summary>
internal sealed class ActivityChanging(TeamsWorld world, ActivityCheck check)
{
    public ConnectorAnswer Update(ConnectorRequest request)
    {
        if (Find(request) is not { } message)
        {
            return Missing(request);
        }

        if (RefuseOthers(message) is { } refusal)
        {
            return refusal;
        }

        if (request.Body.Text("type") != "message")
        {
            return ConnectorAnswer.BadSyntax("Only a message can replace a message.");
        }

        return check.Refuse(request.Body) ?? Replace(message, request.Body);
    }

    public ConnectorAnswer Delete(ConnectorRequest request)
    {
        if (Find(request) is not { } message)
        {
            return Missing(request);
        }

        if (RefuseOthers(message) is { } refusal)
        {
            return refusal;
        }

        world.Edit(message.Id, current => current with { IsDeleted = true });
        return new ConnectorAnswer(200);
    }

    private ConnectorAnswer Replace(TeamsMessage message, JsonElement activity)
    {
        world.Edit(message.Id, current => current with
        {
            Text = activity.Text("text") ?? "",
            Activity = activity.Clone(),
            IsEdited = true,
            // The new card is everybody's again.
            CardsByUser = new Dictionary<string, JsonElement>(StringComparer.Ordinal),
        });
        return new ConnectorAnswer(200, new JsonObject { ["id"] = message.Id });
    }

    private TeamsMessage? Find(ConnectorRequest request) =>
        world.FindMessage(request.ActivityId) is { IsDeleted: false } message
        && message.ConversationId == TeamsWorld.BaseOf(request.ConversationId)
        && message.OnlyFor is not null == request.IsTargeted
            ? message
            : null;

    private ConnectorAnswer Missing(ConnectorRequest request) =>
        world.FindConversation(request.ConversationId) is null ? ConnectorAnswer.NoConversation : ConnectorAnswer.NoActivity;

    private ConnectorAnswer? RefuseOthers(TeamsMessage message) =>
        message.FromId != world.BotId
            ? ConnectorAnswer.Error(403, "NotEnoughPermissions", "The bot may change its own messages only.")
            : world.FindConversation(message.ConversationId) is { } place && world.HasApp(place)
                ? null
                : ConnectorAnswer.NotInRoster;
}
