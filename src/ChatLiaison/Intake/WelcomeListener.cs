using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Outbox;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Intake;

/// <summary>Added to a channel, the bot introduces itself once, in words that anyone there may read. Our own rooms need no introduction.</summary>
internal sealed class WelcomeListener(Database database, OutboxStore outbox, PlaybookSource playbooks, People.Directory directory) : INoticeListener
{
    public async Task NoticeAsync(ChatNotice notice, Instant now, CancellationToken cancellationToken)
    {
        var (platform, channel) = (notice.Place.Platform, notice.Place.ChannelId);
        if (notice.Kind != NoticeKind.BotAdded || notice.Place.Kind != PlaceKind.Channel || directory.Current.IsStaffChannel(platform, channel))
        {
            return;
        }

        await using var work = database.Begin(now);
        if (!await InboxStore.TryClaimAsync(work, $"welcome:{platform}:{channel}:{notice.Key}", cancellationToken))
        {
            return;
        }

        var card = directory.Current.CustomerByChannel(platform, channel) is { } customer
            ? WelcomeCard.ForCustomer(playbooks.Current.Organisation.Name, customer.Name)
            : WelcomeCard.Unlinked();
        outbox.Post(work, Letter.ForCustomer(new ToChannel(platform, channel), card));
        await work.CommitAsync(cancellationToken);
    }
}
