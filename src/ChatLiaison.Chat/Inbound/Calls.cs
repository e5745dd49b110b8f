using NodaTime;

namespace ChatLiaison.Chat;

/// <summary>Something that a person did.</summary>
/// <param name="Person">Who did it.</param>
/// <param name="Place">Where they did it.</param>
/// <param name="Key">The platform's own id of this act: the same for every delivery of it. Empty when a second delivery can do no harm.</param>
public abstract record Inbound(ChatPerson Person, ChatPlace Place, string Key);

/// <summary>A command, however it was called: slash, shortcut, message action, extension.</summary>
/// <param name="Name">Without a slash, in lower case: <c>escalate</c>.</param>
/// <param name="Text">What stood after it, trimmed; mentions as <c>@Name</c>.</param>
/// <param name="Source">The message that it was called on; null when on none.</param>
public sealed record CommandCall(ChatPerson Person, ChatPlace Place, string Key, string Name, string Text, SourceMessage? Source = null)
    : Inbound(Person, Place, Key)
{
    /// <summary>The message in which it was typed; null when it was called in another way.</summary>
    public MessageRef? Typed { get; init; }
}

/// <summary>The message that a message action was called on.</summary>
public sealed record SourceMessage(MessageRef Message, string Text, string AuthorId, string AuthorName, IReadOnlyList<ChatFile> Files);

/// <summary>A press of a button on a card or in a form.</summary>
/// <param name="Card">The message that holds the card; null when the button stands in a form, on a home page, or on what one person alone is shown.</param>
/// <param name="Form">What the open form holds so far, when the button stands in one; else null.</param>
public sealed record ButtonPress(ChatPerson Person, ChatPlace Place, string Key, string Action, string Value, MessageRef? Card, FormSubmission? Form = null)
    : Inbound(Person, Place, Key);

/// <summary>A form, submitted. <see cref="Inbound.Key"/> is the same when the same form is submitted twice.</summary>
public sealed record FormSubmission(ChatPerson Person, ChatPlace Place, string Key, string Action, string State, FormValues Values)
    : Inbound(Person, Place, Key);

/// <summary>A message that somebody wrote where the bot can read it.</summary>
/// <param name="Message">The message itself; its thread is set when it is a reply.</param>
/// <param name="Text">As typed, the bot's own mention taken out, other mentions as <c>@Name</c>, trimmed.</param>
/// <param name="MentionsUs">True when the bot was named, and always in a direct conversation.</param>
public sealed record ChatMessage(
    ChatPerson Person, ChatPlace Place, string Key, MessageRef Message, string Text, bool MentionsUs, Instant At, IReadOnlyList<ChatFile> Files)
    : Inbound(Person, Place, Key);

public enum NoticeKind
{
    /// <summary>The bot was added to a channel or team.</summary>
    BotAdded,
    BotRemoved,

    /// <summary>A person can now be written to directly.</summary>
    PersonInstalled,
    PersonUninstalled,
    PersonJoined,

    /// <summary><see cref="ChatNotice.Text"/> holds the channel's new id.</summary>
    ChannelIdChanged,
    ChannelRenamed,
    ChannelGone,

    /// <summary><see cref="ChatNotice.Text"/> holds the new words.</summary>
    MessageEdited,
    MessageDeleted,

    /// <summary>The whole installation was taken away.</summary>
    Uninstalled,
}

/// <summary>Something that happened to us or around us, which nobody waits for an answer to.</summary>
public sealed record ChatNotice(ChatPerson Person, ChatPlace Place, string Key, NoticeKind Kind, MessageRef? Message = null, string Text = "")
    : Inbound(Person, Place, Key);

/// <summary>What a person has typed so far in a searched list.</summary>
public sealed record ChoiceQuery(ChatPerson Person, string Source, string Typed);
