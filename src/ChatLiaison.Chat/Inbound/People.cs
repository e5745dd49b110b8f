namespace ChatLiaison.Chat;

/// <summary>The person who did something, as their platform knows them.</summary>
/// <param name="Platform">The platform's key, as in configuration and the directory.</param>
/// <param name="Id">The platform's lasting id of the person, the one that the directory holds.</param>
/// <param name="Name">The name to show; may be the id when the platform didn't say.</param>
/// <param name="External">True when the platform says that the person belongs to another organisation than the one we are installed in.</param>
public sealed record ChatPerson(string Platform, string Id, string Name, bool External);

public enum PlaceKind
{
    Channel,
    Group,
    Direct,

    /// <summary>No conversation at all: a home page or a shortcut.</summary>
    Nowhere,
}

/// <summary>Where something was done.</summary>
/// <param name="ChannelId">The platform's id of the conversation, without any thread part; empty for <see cref="PlaceKind.Nowhere"/>.</param>
/// <param name="ThreadId">The id of the message that the thread hangs from; null outside threads.</param>
public sealed record ChatPlace(string Platform, PlaceKind Kind, string ChannelId, string? ThreadId = null);

/// <summary>One message on one platform.</summary>
/// <param name="MessageId">The platform's id, unique together with the channel.</param>
/// <param name="ThreadId">The message that its thread hangs from; null when it hangs from nothing.</param>
public sealed record MessageRef(string Platform, string ChannelId, string MessageId, string? ThreadId = null)
{
    /// <summary>The id that an answer in this message's thread must name.</summary>
    public string Root => ThreadId ?? MessageId;
}

/// <summary>A file that somebody attached; only named and linked, never copied.</summary>
public sealed record ChatFile(string Name, string Url, string Kind);
