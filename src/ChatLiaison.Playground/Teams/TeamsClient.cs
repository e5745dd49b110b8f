using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Teams;

/// <summary>
/// The Teams client in the hands of any person: what they do reaches the app as real, signed activities. People are named by MRI,
/// Entra object id or e-mail address. What no person could do (an unknown button, a channel they are not in) throws.
/// </summary>
public sealed partial class TeamsClient
{
    private readonly TeamsWorld _world;
    private readonly TeamsStandInOptions _options;
    private readonly AppLink _link;
    private readonly Func<TeamsFile, string> _keepFile;
    private readonly TeamsActivities _activities;
    private readonly ActivityCheck _check;

    /// <param name="keepFile">Keeps a file and gives the address it can be had from.</param>
    internal TeamsClient(TeamsWorld world, TeamsStandInOptions options, AppLink link, Func<TeamsFile, string> keepFile)
    {
        _world = world;
        _options = options;
        _link = link;
        _keepFile = keepFile;
        _activities = new TeamsActivities(world, options.Time, link.ServiceUrl);
        _check = new ActivityCheck(world, options);
    }

    /// <summary>
    /// Says something. People and the bot may be mentioned by writing <c>&lt;at&gt;Full Name&lt;/at&gt;</c>;
    /// <paramref name="mentionBot"/> puts the bot's mention in front. In a channel or a group chat the bot hears only what mentions
    /// it, unless its team lets it read everything.
    /// </summary>
    /// <param name="conversation">A conversation's id; with a thread's suffix it answers in that thread.</param>
    /// <param name="replyTo">Any message of the thread to answer in.</param>
    /// <returns>The message, once the app has taken it.</returns>
    public async Task<TeamsMessage> SayAsync(
        string user, string conversation, string text, bool mentionBot = false, string? replyTo = null)
    {
        var (person, place) = Enter(user, conversation);
        var root = replyTo is null ? TeamsWorld.ThreadOf(conversation) : MessageIn(place, person, replyTo).ThreadId;
        var words = mentionBot ? $"{Mark(_world.BotName)} {text}" : text;
        var message = Post(person, place, root, words);
        await TellAsync(person, place, message, activity: _activities.Message(person, place, message, MentionsIn(words)));
        return message;
    }

    /// <summary>Sends an activity of one's own making, with a token that may be wrong on purpose.</summary>
    public Task<TeamsDelivery> SendAsync(string activityJson, TeamsForgery forgery = TeamsForgery.None) =>
        _link.DeliverAsync(activityJson, _options.ActivityTimeout, forgery);

    /// <summary>Sends the same activity once more, as the channel may after it lost the answer.</summary>
    public Task<TeamsDelivery> RedeliverAsync(TeamsDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return _link.DeliverAsync(delivery.RawActivity, _options.ActivityTimeout, attempt: delivery.Attempt + 1);
    }

    /// <summary>A channel message that the bot may not hear is still there for everyone to read.</summary>
    private async Task TellAsync(TeamsUser person, TeamsConversation place, TeamsMessage message, JsonObject activity)
    {
        var isHeard = place.Kind == TeamsConversationKind.Personal
            ? person is { HasApp: true, HasBlocked: false }
            : _world.HasApp(place) && (message.Text.Contains(Mark(_world.BotName), StringComparison.Ordinal) || ReadsAll(place));
        if (isHeard)
        {
            await DeliverAsync(activity);
        }
    }

    private bool ReadsAll(TeamsConversation place) => place.TeamId is { } team && _world.FindTeam(team) is { ReadsAllMessages: true };

    private Task<TeamsDelivery> DeliverAsync(JsonObject activity) =>
        _link.DeliverAsync(activity.ToJsonString(), _options.ActivityTimeout);

    private TeamsMessage Post(TeamsUser person, TeamsConversation place, string? root, string text)
    {
        var now = _options.Time.GetUtcNow();
        return _world.Post(now, id => new TeamsMessage
        {
            Id = id,
            ConversationId = place.Id,
            ThreadId = place.Kind == TeamsConversationKind.Channel ? root ?? id : null,
            FromId = person.Mri,
            FromName = person.Name,
            Text = text,
            Activity = TeamsJson.Element(new JsonObject { ["type"] = "message", ["text"] = text }),
            SentAt = now,
        });
    }

    private IEnumerable<JsonObject> MentionsIn(string text) => _world.Users
        .Select(user => (user.Mri, user.Name))
        .Prepend((Mri: _world.BotId, Name: _world.BotName))
        .Where(known => text.Contains(Mark(known.Name), StringComparison.Ordinal))
        .Select(known => new JsonObject
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = known.Mri, ["name"] = known.Name },
            ["text"] = Mark(known.Name),
        });

    private static string Mark(string name) => $"<at>{name}</at>";

    private TeamsUser Person(string key) => _world.FindUser(key) ?? throw new InvalidOperationException($"Nobody is called {key}.");

    private (TeamsUser Person, TeamsConversation Place) Enter(string user, string conversation)
    {
        var person = Person(user);
        var place = _world.FindConversation(conversation) ?? throw new InvalidOperationException($"There is no conversation {conversation}.");
        return _world.IsMember(place, person.Mri)
            ? (person, place)
            : throw new InvalidOperationException($"{person.Name} is not in {place.Name ?? place.Id}.");
    }

    private TeamsMessage MessageIn(TeamsConversation place, TeamsUser person, string id) =>
        _world.FindMessage(id) is { IsDeleted: false } message && message.ConversationId == place.Id && message.IsVisibleTo(person.Mri)
            ? message
            : throw new InvalidOperationException($"{person.Name} sees no message {id} in {place.Name ?? place.Id}.");

    /// <summary>A message that this person can see, with the place it is in.</summary>
    private (TeamsUser Person, TeamsConversation Place, TeamsMessage Message) Look(string user, string messageId)
    {
        var id = _world.FindMessage(messageId)?.ConversationId ?? throw new InvalidOperationException($"There is no message {messageId}.");
        var (person, place) = Enter(user, id);
        return (person, place, MessageIn(place, person, messageId));
    }
}
