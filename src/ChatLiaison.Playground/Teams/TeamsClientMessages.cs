using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Teams;

/// <summary>What people do to messages after they were sent, and files.</summary>
public sealed partial class TeamsClient
{
    /// <summary>Adds a reaction such as <c>like</c>. The app hears of reactions to its own messages.</summary>
    public Task ReactAsync(string user, string messageId, string type) => ReactAsync(user, messageId, type, "reactionsAdded");

    public Task UnreactAsync(string user, string messageId, string type) => ReactAsync(user, messageId, type, "reactionsRemoved");

    /// <summary>Rewrites one's own message; the app hears of it where it would have heard the message.</summary>
    public async Task EditAsync(string user, string messageId, string text)
    {
        var (person, place, _) = Own(user, messageId);
        var edited = _world.Edit(messageId, message => message with
        {
            Text = text,
            IsEdited = true,
            Activity = TeamsJson.Element(new JsonObject { ["type"] = "message", ["text"] = text }),
        })!;
        var activity = _activities.Message(person, place, edited, MentionsIn(text));
        activity["type"] = "messageUpdate";
        activity["channelData"]!["eventType"] = "editMessage";
        await TellAsync(person, place, edited, activity);
    }

    /// <summary>Deletes one's own message.</summary>
    public async Task DeleteAsync(string user, string messageId)
    {
        var (person, place, message) = Own(user, messageId);
        _world.Edit(messageId, current => current with { IsDeleted = true });
        await TellAsync(person, place, message, _activities.About("messageDelete", person, place, message, "softDeleteMessage"));
    }

    /// <summary>Sends a file to the bot, which works in the personal chat only.</summary>
    public async Task<TeamsMessage> SendFileAsync(string user, string fileName, byte[] content, string text = "")
    {
        var person = Person(user);
        var chat = _world.PersonalChatOf(person);
        var url = _keepFile(new TeamsFile(fileName, "application/octet-stream", content));
        var attachment = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["contentUrl"] = url,
            ["name"] = fileName,
            ["content"] = new JsonObject
            {
                ["downloadUrl"] = url,
                ["uniqueId"] = Guid.NewGuid().ToString(),
                ["fileType"] = Path.GetExtension(fileName).TrimStart('.'),
            },
        };
        var posted = Post(person, chat, root: null, text);
        var message = _world.Edit(posted.Id, current => current with
        {
            Activity = TeamsJson.Element(new JsonObject
            {
                ["type"] = "message",
                ["text"] = text,
                ["attachments"] = new JsonArray(attachment.DeepClone()),
            }),
        })!;
        var activity = _activities.Message(person, chat, message, []);
        activity["attachments"] = new JsonArray(attachment);
        await TellAsync(person, chat, message, activity);
        return message;
    }

    /// <summary>
    /// Posts a file in a channel, where it is a link to the team's library. The bot is told of a picture among the words, and of any other file not
    /// at all; the message's own menu gives it the reference to those.
    /// </summary>
    /// <param name="replyTo">Any message of the thread to answer in.</param>
    public async Task<TeamsMessage> PostFileAsync(string user, string conversation, string fileName, byte[] content, string text, string? replyTo = null)
    {
        var (person, place) = Enter(user, conversation);
        var root = replyTo is null ? TeamsWorld.ThreadOf(conversation) : MessageIn(place, person, replyTo).ThreadId;
        var isPicture = Path.GetExtension(fileName) is ".png" or ".jpg" or ".gif";
        var url = _keepFile(new TeamsFile(fileName, isPicture ? "image/png" : "application/octet-stream", content));
        var file = isPicture
            ? new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = url }
            : new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["contentType"] = "reference", ["contentUrl"] = url, ["name"] = fileName };
        var posted = Post(person, place, root, text);
        var message = _world.Edit(posted.Id, current => current with
        {
            Activity = TeamsJson.Element(new JsonObject { ["type"] = "message", ["text"] = text, ["attachments"] = new JsonArray(file.DeepClone()) }),
        })!;
        var activity = _activities.Message(person, place, message, MentionsIn(text));
        activity["attachments"] = new JsonArray([.. isPicture ? [file] : Array.Empty<JsonNode>(), new JsonObject { ["contentType"] = "text/html", ["content"] = Html(text) }]);
        await TellAsync(person, place, message, activity);
        return message;
    }

    private async Task ReactAsync(string user, string messageId, string type, string list)
    {
        var (person, place, message) = Look(user, messageId);
        if (message.OnlyFor is not null)
        {
            throw new InvalidOperationException("A targeted message takes no reactions.");
        }

        var reaction = new TeamsReaction(person.Mri, type);
        _world.Edit(messageId, current => current with
        {
            Reactions = list == "reactionsAdded"
                ? [.. current.Reactions.Where(other => other != reaction), reaction]
                : [.. current.Reactions.Where(other => other != reaction)],
        });
        if (message.FromId == _world.BotId && _world.HasApp(place))
        {
            var activity = _activities.About("messageReaction", person, place, message, eventType: null);
            activity["id"] = Guid.NewGuid().ToString();
            activity["replyToId"] = message.Id;
            activity[list] = new JsonArray(new JsonObject { ["type"] = type });
            await DeliverAsync(activity);
        }
    }

    private (TeamsUser Person, TeamsConversation Place, TeamsMessage Message) Own(string user, string messageId)
    {
        var seen = Look(user, messageId);
        return seen.Message.FromId == seen.Person.Mri
            ? seen
            : throw new InvalidOperationException($"The message {messageId} is not by {seen.Person.Name}.");
    }
}
