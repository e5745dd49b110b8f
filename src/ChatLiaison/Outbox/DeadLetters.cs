using ChatLiaison.Chat;
using ChatLiaison.People;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Outbox;

/// <summary>Messages that are given up: kept, and told to the admins.</summary>
internal sealed class DeadLetters(Database database, DeliveryStore store, OutboxStore outbox, People.Directory directory)
{
    /// <summary>Gives a message up and tells the admins, unless it was itself for them.</summary>
    public async Task BuryAsync(QueuedMessage message, string why, Instant now, CancellationToken cancellationToken)
    {
        await store.EndAsync(message, dead: true, why, cancellationToken);
        if (directory.Current.Channel(ChannelUse.Admins) is not { } admins || message.To is ToChannel { ChannelId: var channel } && channel == admins.ChannelId)
        {
            return;
        }

        await using var work = database.Begin(now);
        outbox.Post(work, Letter.ForStaff(
            new ToChannel(admins.Platform, admins.ChannelId),
            StaffCard.Titled("A message could not be delivered")
                .Say(StaffText.Of($"To {message.Lane:c}: {why}"))
                .Small("It is kept. Mend the cause, then send it again with /liaison outbox.")));
        await work.CommitAsync(cancellationToken);
    }
}
