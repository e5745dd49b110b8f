using System.Globalization;

namespace ChatLiaison.Playground.Teams;

/// <summary>The writes. Each swaps one immutable collection under the lock and then tells who listens.</summary>
public sealed partial class TeamsWorld
{
    public void Put(TeamsUser user) => Change(TeamsChangeKind.People, user.Mri, () => _users = _users.SetItem(user.Mri, user));

    public void Put(TeamsTeam team) => Change(TeamsChangeKind.Conversations, team.Id, () => _teams = _teams.SetItem(team.Id, team));

    public void Put(TeamsConversation conversation) => Change(
        TeamsChangeKind.Conversations, conversation.Id, () => _conversations = _conversations.SetItem(conversation.Id, conversation));

    public void RemoveConversation(string id) =>
        Change(TeamsChangeKind.Conversations, id, () => _conversations = _conversations.Remove(id));

    /// <summary>The person's chat with the bot, made at the first asking.</summary>
    public TeamsConversation PersonalChatOf(TeamsUser user)
    {
        var id = $"a:personal-{user.Mri[3..]}";
        if (FindConversation(id) is { } known)
        {
            return known;
        }

        var chat = new TeamsConversation { Id = id, Kind = TeamsConversationKind.Personal, Members = [user.Mri] };
        Put(chat);
        return chat;
    }

    /// <summary>Adds a message under a fresh id. <paramref name="make"/> gets that id.</summary>
    internal TeamsMessage Post(DateTimeOffset now, Func<string, TeamsMessage> make)
    {
        TeamsMessage message = null!;
        lock (_gate)
        {
            _lastId = Math.Max(_lastId + 1, now.ToUnixTimeMilliseconds());
            message = make(_lastId.ToString(CultureInfo.InvariantCulture));
            _messages = _messages.SetItem(message.Id, message);
        }

        Tell(TeamsChangeKind.MessagePosted, message.Id);
        return message;
    }

    internal TeamsMessage? Edit(string messageId, Func<TeamsMessage, TeamsMessage> edit)
    {
        TeamsMessage? edited = null;
        Change(TeamsChangeKind.MessageChanged, messageId, () =>
        {
            if (_messages.TryGetValue(messageId, out var current))
            {
                edited = edit(current);
                _messages = _messages.SetItem(messageId, edited);
            }
        });
        return edited;
    }

    internal void Open(TeamsDialog dialog)
    {
        var kind = _dialogs.ContainsKey(dialog.UserMri) ? TeamsChangeKind.DialogChanged : TeamsChangeKind.DialogOpened;
        Change(kind, dialog.UserMri, () => _dialogs = _dialogs.SetItem(dialog.UserMri, dialog));
    }

    internal void CloseDialog(string mri) => Change(TeamsChangeKind.DialogClosed, mri, () => _dialogs = _dialogs.Remove(mri));

    internal void Show(TeamsNotice notice) => Change(TeamsChangeKind.Notice, notice.UserMri, () => _notices = _notices.Add(notice));

    private void Change(TeamsChangeKind kind, string id, Action change)
    {
        lock (_gate)
        {
            change();
        }

        Tell(kind, id);
    }

    private void Tell(TeamsChangeKind kind, string id) => Changed?.Invoke(this, new TeamsChangeEventArgs(kind, id));
}
