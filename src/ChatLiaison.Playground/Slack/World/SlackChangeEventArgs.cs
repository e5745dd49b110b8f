namespace ChatLiaison.Playground.Slack;

public enum SlackChangeKind
{
    MessagePosted,
    MessageChanged,
    MessageDeleted,
    ViewOpened,
    ViewChanged,
    ViewClosed,
    HomePublished,
    ChannelChanged,
    UserChanged,
    FileChanged,
}

/// <summary>Something in the world changed. Raised after the change, on the thread that made it.</summary>
public sealed class SlackChangeEventArgs(long number, SlackChangeKind kind) : EventArgs
{
    /// <summary>1, 2, 3 …: a page that kept the last one it drew knows whether it missed some.</summary>
    public long Number { get; } = number;
    public SlackChangeKind Kind { get; } = kind;
    public string? ChannelId { get; init; }

    /// <summary>The message, together with <see cref="ChannelId"/>.</summary>
    public string? Ts { get; init; }

    /// <summary>Whose view or ephemeral message it is.</summary>
    public string? UserId { get; init; }
    public string? ViewId { get; init; }
}
