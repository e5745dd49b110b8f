using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using NodaTime;

namespace ChatLiaison.Intake;

/// <summary>A message for somebody, in their own chat: who left it, their words, and the press that says it is read (S35).</summary>
internal sealed class LeftMessageCard(LeftMessageStore messages, People.Directory directory) : ILiveCard
{
    public const string CardName = "left-message";

    public string Name => CardName;

    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken)
    {
        if (await messages.FindAsync(subject, cancellationToken) is not { } m)
        {
            return null;
        }

        var customer = m.CustomerId is { } id ? directory.Current.CustomerById(id)?.Name : null;
        var from = customer is null ? m.Caller : $"{m.Caller} ({customer})";
        var taken = m.TakenBy is { } staff ? $", taken down by {directory.Current.PersonById(staff)?.Name ?? "somebody who has left"}" : "";
        var card = StaffCard.Titled(StaffText.Of($"{from} left you a message"))
            .Quoting(m.Words)
            .Facts(("Reach them", m.Reach));
        card = m.ReadAt is { } read
            ? card.Small(StaffText.Of($"Left {m.LeftAt}{taken}. You read it at {read}, and they can see that."))
            : card.Small(StaffText.Of($"Left {m.LeftAt}{taken}. They see when you have read it."));
        return card.With([.. Buttons(m)]);
    }

    private static IEnumerable<Button> Buttons(LeftMessage m)
    {
        if (m.ReadAt is null)
        {
            yield return Button.Act("message.read", "I have read it", m.Id.ToString(), ButtonStyle.Primary);
        }

        if (m.ChannelId.Length > 0)
        {
            yield return Button.Open("message.answer", "Answer", m.Id.ToString());
        }
    }
}

/// <summary>In the customer's channel: that the message is passed on, and when it was read. Its words stay with the two.</summary>
internal sealed class LeftMessageCustomerCard(LeftMessageStore messages, People.Directory directory) : ILiveCard
{
    public const string CardName = "left-message-customer";

    public string Name => CardName;

    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken)
    {
        if (await messages.FindAsync(subject, cancellationToken) is not { } m)
        {
            return null;
        }

        var person = CustomerText.Name(directory.Current.PersonById(m.PersonId)?.Name ?? "our colleague");
        return CustomerCard.Plain(m.ReadAt is { } read
            ? CustomerText.Of($"{person} read the message from {CustomerText.Name(m.Caller)} at {read}.")
            : CustomerText.Of($"The message from {CustomerText.Name(m.Caller)} is with {person}, who has not read it yet."));
    }
}

/// <summary>For whoever of ours took a message down: that it is passed on, and when it was read.</summary>
internal sealed class LeftMessageTakerCard(LeftMessageStore messages, People.Directory directory) : ILiveCard
{
    public const string CardName = "left-message-taker";

    public string Name => CardName;

    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken)
    {
        if (await messages.FindAsync(subject, cancellationToken) is not { } m)
        {
            return null;
        }

        var person = directory.Current.PersonById(m.PersonId)?.Name ?? "Somebody who has left";
        return StaffCard.Plain(m.ReadAt is { } read
            ? StaffText.Of($"{person:b} read the message from {m.Caller} at {read}.")
            : StaffText.Of($"The message from {m.Caller} is with {person:b}, who has not read it yet."));
    }
}
