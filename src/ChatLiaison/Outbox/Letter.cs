using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Outbox;

/// <summary>Who may read a message: checked again when it is sent, against what the channel is by then.</summary>
internal enum Audience
{
    Customer,
    Staff,
}

/// <summary>A message to be queued. It holds either a card as it stands now, or the name of a card that is drawn when it is sent.</summary>
internal sealed record Letter
{
    private Letter(Destination to, Audience audience) => (To, Audience) = (to, audience);

    public Destination To { get; }

    public Audience Audience { get; }

    public Card? Card { get; private init; }

    /// <summary>The name of an <see cref="ILiveCard"/>.</summary>
    public string? Live { get; private init; }

    /// <summary>What the live card is about.</summary>
    public string? Subject { get; private init; }

    /// <summary>Our lasting name of the message, by which it is changed or answered later; null when it never is.</summary>
    public string? Anchor { get; init; }

    /// <summary>The message whose thread it joins; null for none.</summary>
    public string? ThreadAnchor { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>Not worth sending once the case has ended.</summary>
    public bool Droppable { get; init; }

    /// <summary>Untrue, and not sent, once others hold its case; null for whoever holds it.</summary>
    public HeldBy? While { get; init; }

    public IReadOnlyList<MentionSpan> Mentions { get; init; } = [];

    /// <summary>Not sent before this instant; null for at once.</summary>
    public Instant? NotBefore { get; init; }

    public static Letter ForCustomer(Destination to, CustomerCard card) => new(to, Audience.Customer) { Card = card };

    public static Letter ForStaff(Destination to, StaffCard card) => new(to, Audience.Staff) { Card = card };

    /// <summary>A letter whose card is drawn when it is sent, by a card that is for customers.</summary>
    public static Letter LiveForCustomer(Destination to, string live, string subject) => new(to, Audience.Customer) { Live = live, Subject = subject };

    public static Letter LiveForStaff(Destination to, string live, string subject) => new(to, Audience.Staff) { Live = live, Subject = subject };

    /// <summary>One conversation: messages within it go out in order.</summary>
    public static string LaneOf(Destination to) => to switch
    {
        ToChannel channel => $"{channel.Platform}:{channel.ChannelId}",
        ToPersonInChannel person => $"{person.Platform}:{person.ChannelId}",
        ToPerson person => $"{person.Platform}:@{person.UserId}",
        _ => to.Platform,
    };
}

/// <summary>Who holds a case.</summary>
/// <param name="Engineer">Its engineering owner; empty for nobody, null for whoever is.</param>
internal sealed record HeldBy(Guid Owner, Guid? Engineer = null);

/// <summary>A card that is drawn when it is sent, from what is true by then.</summary>
internal interface ILiveCard
{
    string Name { get; }

    /// <summary>Draws itself without content while its case is restricted, so that it may stand in a room; any other card about such a case may not.</summary>
    bool IsDiscreet => false;

    /// <summary>The card; null when there is nothing left to say, and the message is not sent.</summary>
    Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken);

    /// <summary>The same where more than one person reads it; a card for one person that holds restricted lines leaves them out here.</summary>
    Task<Card?> DrawForRoomAsync(string subject, Instant now, CancellationToken cancellationToken) => DrawAsync(subject, now, cancellationToken);

    /// <summary>Called once the message has gone out.</summary>
    Task SentAsync(string subject, Instant now, CancellationToken cancellationToken) => Task.CompletedTask;
}
