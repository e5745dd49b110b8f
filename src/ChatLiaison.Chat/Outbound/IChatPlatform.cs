using NodaTime;

namespace ChatLiaison.Chat;

/// <summary>One chat platform, outwards. Every failure is a <see cref="ChatPlatformException"/>; none is retried inside.</summary>
public interface IChatPlatform
{
    /// <summary>The key that configuration, directory and addresses use.</summary>
    string Key { get; }

    PlatformAbilities Abilities { get; }

    /// <summary>Sends a message and says where it stands. A message for one person's eyes gives null: it can't be changed later.</summary>
    Task<MessageRef?> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Puts another card in the place of one that was sent.</summary>
    Task UpdateAsync(MessageRef message, Card card, CancellationToken cancellationToken);

    /// <summary>
    /// Looks whether a message with this id has arrived since <paramref name="since"/>; null when it has not. Only asked when
    /// <see cref="PlatformAbilities.FindsSentMessages"/>.
    /// </summary>
    Task<MessageRef?> FindSentAsync(OutgoingMessage message, Instant since, CancellationToken cancellationToken);

    /// <summary>Whether a direct message would reach this person now, and if not why, in words for our own people.</summary>
    Task<Reachability> CheckPersonAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Whether a message would reach this channel now.</summary>
    Task<Reachability> CheckChannelAsync(string channelId, CancellationToken cancellationToken);

    /// <summary>A web address of a message; null when the platform has none to give without asking.</summary>
    string? LinkTo(MessageRef message);
}

/// <param name="Reason">Empty when reached; else one sentence with the cure.</param>
public sealed record Reachability(bool Reached, string Reason)
{
    public static readonly Reachability Yes = new(true, "");

    public static Reachability No(string reason) => new(false, reason);
}
