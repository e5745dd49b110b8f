using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Teams;

/// <summary>Message extension commands that open a dialog. Source: Teams, "Define action commands for message extensions".</summary>
public sealed partial class TeamsClient
{
    /// <summary>Chooses the app's command from the compose box, the command box, or a message's menu.</summary>
    /// <param name="conversation">Where the person is; for a message's menu the message's own place is taken.</param>
    /// <param name="messageId">The message, for <see cref="TeamsCommandContext.Message"/>.</param>
    public async Task<TeamsOutcome> FetchTaskAsync(
        string user, string commandId, TeamsCommandContext context, string conversation, string? messageId = null)
    {
        var (person, place) = Enter(user, conversation);
        if (!person.HasApp && !_world.HasApp(place))
        {
            throw new InvalidOperationException($"{person.Name} does not have the app's commands here.");
        }

        var message = context == TeamsCommandContext.Message ? MessageIn(place, person, messageId ?? "(none)") : null;
        var way = new Way(person, place, message?.ThreadConversationId ?? conversation, message?.Id);
        var value = CommandValue(commandId, context, message);
        var answer = await InvokeAsync(way, "composeExtension/fetchTask", value, NameOf(context));
        var opening = new TeamsDialog
        {
            UserMri = person.Mri,
            Title = "",
            Card = default,
            ConversationId = way.ConversationId,
            MessageId = way.MessageId,
            CommandId = commandId,
            Context = context,
        };
        return answer.Failure ?? ApplyTask(way, opening, answer.Body);
    }

    private Task<InvokeAnswer> SubmitActionAsync(Way way, TeamsDialog dialog, JsonNode data)
    {
        var message = dialog.MessageId is { } id ? _world.FindMessage(id) : null;
        var value = CommandValue(dialog.CommandId!, dialog.Context, message);
        value["data"] = data;
        return InvokeAsync(way, "composeExtension/submitAction", value, NameOf(dialog.Context));
    }

    private TeamsOutcome ApplyExtension(Way way, TeamsDialog dialog, JsonElement extension) => extension.Text("type") switch
    {
        "result" => new TeamsOutcome(TeamsOutcomeKind.Composed) { Attachments = [.. extension.Items("attachments")] },
        "message" when extension.Text("text") is { } text => Show(way.Person, TeamsOutcomeKind.MessageShown, text),
        var type => Fail(way.Person, $"{dialog.CommandId}: an extension's answer of type {type} is unknown here."),
    };

    private JsonObject CommandValue(string commandId, TeamsCommandContext context, TeamsMessage? message)
    {
        var value = new JsonObject
        {
            ["commandId"] = commandId,
            ["commandContext"] = NameOf(context),
            ["context"] = Theme(),
        };
        if (message is not null)
        {
            value["messagePayload"] = Payload(message);
        }

        return value;
    }

    /// <summary>The source message as the extension gets it: HTML, and the author by Entra object id.</summary>
    private JsonObject Payload(TeamsMessage message)
    {
        var sent = message.SentAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var payload = new JsonObject
        {
            ["id"] = message.Id,
            ["replyToId"] = message.ThreadId == message.Id ? null : message.ThreadId,
            ["createdDateTime"] = sent,
            ["lastModifiedDateTime"] = message.IsEdited ? sent : null,
            ["deleted"] = false,
            ["importance"] = "normal",
            ["locale"] = "en-us",
            ["linkToMessage"] = $"https://teams.microsoft.com/l/message/{Uri.EscapeDataString(message.ConversationId)}/{message.Id}",
            ["from"] = Author(message),
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = Html(message.Text) },
            ["attachmentLayout"] = "list",
            ["attachments"] = new JsonArray([.. message.Activity.Items("attachments").Select(item => (JsonNode)TeamsJson.Object(item))]),
            ["mentions"] = new JsonArray(),
            ["reactions"] = new JsonArray(
            [
                .. message.Reactions.Select(reaction => (JsonNode)new JsonObject { ["reactionType"] = reaction.Type }),
            ]),
        };
        if (TeamsWorld.ThreadOf(message.ThreadConversationId) is not null)
        {
            payload["channelIdentity"] = new JsonObject
            {
                ["teamId"] = _world.FindConversation(message.ConversationId)!.TeamId,
                ["channelId"] = message.ConversationId,
            };
        }

        return payload;
    }

    private JsonObject Author(TeamsMessage message) => message.FromId == _world.BotId
        ? new JsonObject
        {
            ["application"] = new JsonObject
            {
                ["id"] = _world.BotId[3..],
                ["displayName"] = _world.BotName,
                ["applicationIdentityType"] = "bot",
            },
        }
        : new JsonObject
        {
            ["user"] = new JsonObject
            {
                ["id"] = _world.FindUser(message.FromId)?.AadObjectId,
                ["displayName"] = message.FromName,
                ["userIdentityType"] = "aadUser",
            },
        };

    private static string Html(string text) => $"<div>{WebUtility.HtmlEncode(text).ReplaceLineEndings("<br>")}</div>";

    private static string NameOf(TeamsCommandContext context) => context switch
    {
        TeamsCommandContext.Message => "message",
        TeamsCommandContext.CommandBox => "commandBox",
        _ => "compose",
    };
}
