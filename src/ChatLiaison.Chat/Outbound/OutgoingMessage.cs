using System.Text.Json.Serialization;

namespace ChatLiaison.Chat;

/// <summary>Where a message goes.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "to")]
[JsonDerivedType(typeof(ToChannel), "channel")]
[JsonDerivedType(typeof(ToPerson), "person")]
[JsonDerivedType(typeof(ToPersonInChannel), "private")]
public abstract record Destination(string Platform);

/// <param name="ThreadId">The message whose thread it joins; null for a message of its own.</param>
public sealed record ToChannel(string Platform, string ChannelId, string? ThreadId = null) : Destination(Platform);

/// <summary>A direct message.</summary>
public sealed record ToPerson(string Platform, string UserId) : Destination(Platform);

/// <summary>For one person's eyes, in a channel where the platform can, else as a direct message.</summary>
public sealed record ToPersonInChannel(string Platform, string ChannelId, string UserId) : Destination(Platform);

/// <summary>A message on its way out.</summary>
/// <param name="Id">Our own id of it; travels with it where the platform carries metadata, so that it can be found again.</param>
public sealed record OutgoingMessage(Guid Id, Destination To, Card Card)
{
    /// <summary>People to name above the card so that they are notified, on the destination's platform.</summary>
    public IReadOnlyList<MentionSpan> Mentions { get; init; } = [];
}
