using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Teams;

/// <summary>Messages that the app sends. Source: Bot Framework Connector REST, conversation operations.</summary>
internal sealed class ActivityPosting(TeamsWorld world, TeamsStandInOptions options, ActivityCheck check)
{
    public ConnectorAnswer Send(ConnectorRequest request)
    {
        if (world.FindConversation(request.ConversationId) is not { } conversation)
        {
            return ConnectorAnswer.NoConversation;
        }

        var thread = TeamsWorld.ThreadOf(request.ConversationId);
        if (thread is not null && world.FindMessage(thread)?.ConversationId != conversation.Id)
        {
            return ConnectorAnswer.NoConversation;
        }

        return RefuseAccess(conversation)
            ?? check.Refuse(request.Body)
            ?? RefuseTarget(request, conversation)
            ?? Created(request, conversation, thread);
    }

    public ConnectorAnswer Reply(ConnectorRequest request)
    {
        if (world.FindConversation(request.ConversationId) is not { } conversation)
        {
            return ConnectorAnswer.NoConversation;
        }

        return world.FindMessage(request.ActivityId) is { IsDeleted: false } parent && parent.ConversationId == conversation.Id
            ? RefuseAccess(conversation)
                ?? check.Refuse(request.Body)
                ?? RefuseTarget(request, conversation)
                ?? Created(request, conversation, parent.ThreadId)
            : ConnectorAnswer.NoActivity;
    }

    /// <summary>Opens a chat with one person, or a thread in a channel.</summary>
    public ConnectorAnswer CreateConversation(ConnectorRequest request)
    {
        var body = request.Body;
        var tenant = body.Text("tenantId") ?? body.Member("channelData").Member("tenant")?.Text("id");
        if (tenant != world.TenantId)
        {
            return ConnectorAnswer.BadSyntax("The tenantId is missing, or the bot is not in that tenant.");
        }

        return body.Member("channelData").Member("channel")?.Text("id") is { } channel ? OpenThread(channel, body) : OpenChat(body);
    }

    private ConnectorAnswer OpenThread(string channelId, JsonElement body)
    {
        if (world.FindConversation(channelId) is not { Kind: TeamsConversationKind.Channel } channel)
        {
            return ConnectorAnswer.NoConversation;
        }

        if (!body.IsTrue("isGroup") || body.Member("activity") is not { } activity)
        {
            return ConnectorAnswer.BadSyntax("A channel's thread needs isGroup and its first activity.");
        }

        return RefuseAccess(channel) ?? check.Refuse(activity) ?? Opened(Post(channel, thread: null, activity, onlyFor: null));
    }

    private ConnectorAnswer OpenChat(JsonElement body)
    {
        var members = body.Items("members").Select(member => member.Text("id")).ToList();
        if (body.Member("bot")?.Text("id") != world.BotId || members is not [{ } member] || body.IsTrue("isGroup"))
        {
            return ConnectorAnswer.BadSyntax("A chat needs the bot, exactly one member, and must not be a group.");
        }

        // Addresses and principal names are no keys of the connector.
        if (member.Contains('@', StringComparison.Ordinal) || world.FindUser(member) is not { } user)
        {
            return ConnectorAnswer.BadSyntax("Invalid user identity in provided tenant.");
        }

        if (RefuseUser(user) is { } refusal)
        {
            return refusal;
        }

        var chat = world.PersonalChatOf(user);
        if (body.Member("activity") is not { } activity)
        {
            return ConnectorAnswer.Created(chat.Id);
        }

        return check.Refuse(activity) ?? Opened(Post(chat, thread: null, activity, onlyFor: null));
    }

    private ConnectorAnswer? RefuseAccess(TeamsConversation conversation) => conversation.Kind == TeamsConversationKind.Personal
        ? world.MembersOf(conversation).Select(RefuseUser).FirstOrDefault(refusal => refusal is not null)
        : world.HasApp(conversation) ? null : ConnectorAnswer.NotInRoster;

    private static ConnectorAnswer? RefuseUser(TeamsUser user) =>
        !user.HasApp ? ConnectorAnswer.NotInstalled : user.HasBlocked ? ConnectorAnswer.BlockedByUser : null;

    /// <summary>A targeted message goes to one member of a shared conversation. Source: Teams, "Targeted messages".</summary>
    private ConnectorAnswer? RefuseTarget(ConnectorRequest request, TeamsConversation conversation)
    {
        if (!request.IsTargeted)
        {
            return null;
        }

        var recipient = request.Body.Member("recipient")?.Text("id") ?? "";
        return conversation.Kind != TeamsConversationKind.Personal
            && world.FindUser(recipient) is { } user
            && world.IsMember(conversation, user.Mri)
            ? null
            : ConnectorAnswer.BadSyntax("A targeted message needs a recipient who is a member of this shared conversation.");
    }

    private ConnectorAnswer Created(ConnectorRequest request, TeamsConversation conversation, string? thread)
    {
        if (request.Body.Text("type") == "typing")
        {
            return ConnectorAnswer.Created(Guid.NewGuid().ToString());
        }

        var onlyFor = request.IsTargeted ? world.FindUser(request.Body.Member("recipient")!.Value.Text("id")!)!.Mri : null;
        return ConnectorAnswer.Created(Post(conversation, thread, request.Body, onlyFor).Id);
    }

    private TeamsMessage Post(TeamsConversation conversation, string? thread, JsonElement activity, string? onlyFor)
    {
        var now = options.Time.GetUtcNow();
        return world.Post(now, id => new TeamsMessage
        {
            Id = id,
            ConversationId = conversation.Id,
            ThreadId = conversation.Kind == TeamsConversationKind.Channel ? thread ?? id : null,
            FromId = world.BotId,
            FromName = world.BotName,
            Text = activity.Text("text") ?? "",
            Activity = activity.Clone(),
            OnlyFor = onlyFor,
            SentAt = now,
        });
    }

    private static ConnectorAnswer Opened(TeamsMessage first) => new(201, new JsonObject
    {
        ["id"] = first.ThreadConversationId,
        ["activityId"] = first.Id,
    });
}
