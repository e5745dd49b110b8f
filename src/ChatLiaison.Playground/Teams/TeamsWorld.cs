using System.Collections.Immutable;

namespace ChatLiaison.Playground.Teams;

/// <summary>
/// The state of one tenant. Everything in it is an immutable record; reading gives a snapshot, so a live page and a test may look
/// at any moment. <see cref="Changed"/> is raised after each change, outside the lock.
/// </summary>
public sealed partial class TeamsWorld
{
    private readonly Lock _gate = new();
    private ImmutableDictionary<string, TeamsUser> _users = ImmutableDictionary<string, TeamsUser>.Empty;
    private ImmutableDictionary<string, TeamsTeam> _teams = ImmutableDictionary<string, TeamsTeam>.Empty;
    private ImmutableDictionary<string, TeamsConversation> _conversations = ImmutableDictionary<string, TeamsConversation>.Empty;
    private ImmutableSortedDictionary<string, TeamsMessage> _messages =
        ImmutableSortedDictionary.Create<string, TeamsMessage>(StringComparer.Ordinal);
    private ImmutableDictionary<string, TeamsDialog> _dialogs = ImmutableDictionary<string, TeamsDialog>.Empty;
    private ImmutableList<TeamsNotice> _notices = [];
    private long _lastId;

    public event EventHandler<TeamsChangeEventArgs>? Changed;

    public string TenantId { get; init; } = "11111111-1111-4111-8111-111111111111";

    public string BotId { get; init; } = "28:aaaaaaaa-0000-4000-8000-000000000001";

    public string BotName { get; init; } = "ChatLiaison";

    public IReadOnlyList<TeamsUser> Users => [.. _users.Values.OrderBy(user => user.Mri, StringComparer.Ordinal)];

    public IReadOnlyList<TeamsTeam> Teams => [.. _teams.Values.OrderBy(team => team.Id, StringComparer.Ordinal)];

    public IReadOnlyList<TeamsConversation> Conversations =>
        [.. _conversations.Values.OrderBy(conversation => conversation.Id, StringComparer.Ordinal)];

    /// <summary>All messages, oldest first, deleted ones too.</summary>
    public IReadOnlyList<TeamsMessage> Messages => [.. _messages.Values];

    public IReadOnlyList<TeamsNotice> Notices => _notices;

    public IReadOnlyList<TeamsDialog> Dialogs => [.. _dialogs.Values];

    /// <summary>A user by MRI, Entra object id or e-mail address.</summary>
    public TeamsUser? FindUser(string key) =>
        _users.GetValueOrDefault(key)
        ?? _users.Values.FirstOrDefault(user => user.AadObjectId == key || string.Equals(user.Email, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>A conversation by its id, with or without a thread's suffix.</summary>
    public TeamsConversation? FindConversation(string id) => _conversations.GetValueOrDefault(BaseOf(id));

    public TeamsTeam? FindTeam(string id) => _teams.GetValueOrDefault(id);

    public TeamsMessage? FindMessage(string id) => _messages.GetValueOrDefault(id);

    /// <summary>The dialog this user has open, or null.</summary>
    public TeamsDialog? DialogOf(string mri) => _dialogs.GetValueOrDefault(mri);

    /// <summary>The messages of a conversation (or of one thread when the id has its suffix), oldest first, without the deleted.</summary>
    public IReadOnlyList<TeamsMessage> MessagesIn(string conversationId) =>
    [
        .. _messages.Values.Where(message => !message.IsDeleted
            && (message.ConversationId == conversationId || message.ThreadConversationId == conversationId)),
    ];

    /// <summary>What one user sees there: targeted messages of others are left out.</summary>
    public IReadOnlyList<TeamsMessage> SeenBy(string mri, string conversationId) =>
        [.. MessagesIn(conversationId).Where(message => message.IsVisibleTo(mri))];

    /// <summary>The id without <c>;messageid=…</c>.</summary>
    public static string BaseOf(string conversationId)
    {
        var suffix = conversationId.IndexOf(';', StringComparison.Ordinal);
        return suffix < 0 ? conversationId : conversationId[..suffix];
    }

    /// <summary>The root message of the thread that the id names, or null.</summary>
    public static string? ThreadOf(string conversationId)
    {
        const string Mark = ";messageid=";
        var at = conversationId.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? null : conversationId[(at + Mark.Length)..];
    }

    /// <summary>Everyone in the conversation but the bot.</summary>
    public IReadOnlyList<TeamsUser> MembersOf(TeamsConversation conversation)
    {
        var mris = conversation.Members ?? (conversation.TeamId is { } team ? FindTeam(team)?.Members : null) ?? [];
        return [.. mris.Select(FindUser).OfType<TeamsUser>()];
    }

    public bool IsMember(TeamsConversation conversation, string mri) => MembersOf(conversation).Any(member => member.Mri == mri);

    /// <summary>Whether the app is installed where this conversation takes place.</summary>
    public bool HasApp(TeamsConversation conversation) => conversation.Kind switch
    {
        TeamsConversationKind.Personal => MembersOf(conversation).All(user => user.HasApp),
        TeamsConversationKind.GroupChat => conversation.HasApp,
        _ => conversation.TeamId is { } team && FindTeam(team) is { HasApp: true },
    };
}
