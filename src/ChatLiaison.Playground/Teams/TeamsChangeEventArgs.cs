namespace ChatLiaison.Playground.Teams;

public enum TeamsChangeKind
{
    People,
    Conversations,
    MessagePosted,
    MessageChanged,
    DialogOpened,
    DialogChanged,
    DialogClosed,
    Notice,
}

/// <summary>Something observable changed. <c>Id</c> names it: a message, a conversation, or the user a dialog or a notice belongs to.</summary>
public sealed class TeamsChangeEventArgs(TeamsChangeKind kind, string id) : EventArgs
{
    public TeamsChangeKind Kind { get; } = kind;

    public string Id { get; } = id;
}
