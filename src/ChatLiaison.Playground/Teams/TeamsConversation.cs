namespace ChatLiaison.Playground.Teams;

public enum TeamsConversationKind
{
    Personal,
    GroupChat,
    Channel,
}

/// <summary>A place where people and the bot talk. A channel's threads are told apart by <see cref="TeamsMessage.ThreadId"/>.</summary>
public sealed record TeamsConversation
{
    /// <summary><c>a:…</c> for a personal chat, <c>19:…@thread.v2</c> for a group chat, <c>19:…@thread.tacv2</c> for a channel.</summary>
    public required string Id { get; init; }

    public required TeamsConversationKind Kind { get; init; }

    /// <summary>Null for a personal chat.</summary>
    public string? Name { get; init; }

    /// <summary>The team's id, for channels.</summary>
    public string? TeamId { get; init; }

    /// <summary>Who is in it, by MRI; the bot is not listed. A channel with null here is open to its whole team.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    /// <summary>Whether the bot was added to this group chat. Personal chats go by the user, channels by the team.</summary>
    public bool HasApp { get; init; }

    /// <summary>The team's first channel, whose id is the team's id and whose name the connector leaves out.</summary>
    public bool IsGeneral => Kind == TeamsConversationKind.Channel && Id == TeamId;

    public string WireKind => Kind switch
    {
        TeamsConversationKind.Personal => "personal",
        TeamsConversationKind.GroupChat => "groupChat",
        _ => "channel",
    };
}

/// <summary>A team; its id is the id of its General channel.</summary>
public sealed record TeamsTeam
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string AadGroupId { get; init; }

    /// <summary>Everyone in the team, by MRI.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    public bool HasApp { get; init; }

    /// <summary>Whether the team's owner granted <c>ChannelMessage.Read.Group</c>, so that the bot hears what does not mention it.</summary>
    public bool ReadsAllMessages { get; init; }
}
