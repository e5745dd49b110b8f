using System.Text;
using ChatLiaison.Chat;
using ChatLiaison.Slack;
using ChatLiaison.Teams;

namespace ChatLiaison.Tests.Secrecy;

/// <summary>Something that a customer was shown and that is not for them.</summary>
internal sealed class LeakException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Looks at everything that customers are shown, as both platforms send it.</summary>
internal sealed class CustomersEyes(DeskWorld world, Marks marks)
{
    public int Payloads { get; private set; }

    /// <summary>Who at a customer's reads there; null where only our own people do.</summary>
    public Reader? At(Destination to) => to switch
    {
        ToChannel channel => AtChannel(channel.Platform, channel.ChannelId) ?? Alone(channel.Platform, channel.ChannelId),
        ToPerson person => Alone(person.Platform, person.UserId),
        ToPersonInChannel { } person when world.Known.PersonByIdentity(person.Platform, person.UserId) is null && AtChannel(person.Platform, person.ChannelId) is { } there =>
            there with { User = person.UserId },
        _ => null,
    };

    public Reader? AtChannel(string platform, string channel) => world.Known.CustomerByChannel(platform, channel) is { } customer ? new Reader(customer.Id) : null;

    public void Look(Card card, Reader reader)
    {
        if (card is StaffCard)
        {
            throw new LeakException($"A card for our own people is shown to {reader}: {card.ToPlain()}");
        }

        Look(Encoding.UTF8.GetString(JsonBuffer.Of(card, static (writer, drawn) =>
        {
            writer.WriteStartObject();
            SlackCardRenderer.WriteMessage(writer, drawn);
            writer.WriteEndObject();
        })), reader);
        Look(Encoding.UTF8.GetString(TeamsCardRenderer.Render(card).Span), reader);
    }

    /// <param name="channel">Who else sees what is shown to everyone where it was asked; null for nobody.</param>
    public void Look(Reply reply, Reader? person, Reader? channel)
    {
        if ((reply is ReplaceReply or CardReply { Visibility: Visibility.Here }) && channel is not null)
        {
            Look(reply is ReplaceReply replaced ? replaced.Card : ((CardReply)reply).Card, channel);
        }

        if (person is null)
        {
            return;
        }

        switch (reply)
        {
            case CardReply shown:
                Look(shown.Card, person);
                break;
            case ReplaceReply replaced:
                Look(replaced.Card, person);
                break;
            case FormReply asked:
                Look(ChatJson.Write(asked.Form), person);
                break;
            case DoneReply { Text: { } text }:
                Look(text.ToPlain(), person);
                break;
            case RefusedReply refused:
                LookForMarks(refused.Reason.ToPlain(), person);
                break;
            case ErrorsReply wrong:
                Look(string.Join('\n', wrong.Errors.Select(e => e.Message)), person);
                break;
        }
    }

    public void Look(string payload, Reader reader)
    {
        LookForMarks(payload, reader);
        foreach (var other in world.Known.Customers.Where(c => c.Id != reader.Customer))
        {
            if (payload.Contains(other.Name, StringComparison.OrdinalIgnoreCase) || payload.Contains($"{other.Key}-", StringComparison.Ordinal))
            {
                throw new LeakException($"{other.Name} is named to {reader}: {payload}");
            }
        }

        if (payload.Contains("risk of leaving", StringComparison.OrdinalIgnoreCase))
        {
            throw new LeakException($"The mood is shown to {reader}: {payload}");
        }
    }

    /// <summary>A refusal may name what was asked for, so nothing but marks is looked for in it.</summary>
    private void LookForMarks(string payload, Reader reader)
    {
        Payloads++;
        if (marks.LeakIn(payload, reader) is { } mark)
        {
            throw new LeakException($"{mark} is shown to {reader}: {payload}");
        }
    }

    private Reader? Alone(string platform, string user) =>
        world.Known.PersonByIdentity(platform, user) is null && world.Known.ContactByIdentity(platform, user) is { } contact ? new Reader(contact.CustomerId, user) : null;
}
