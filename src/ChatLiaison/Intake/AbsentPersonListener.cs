using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.Storage;

namespace ChatLiaison.Intake;

/// <summary>
/// A customer asks in a case's thread for somebody who is away: they read so there, once an hour, and the message goes its usual way.
/// Outside of threads the answer to the message says it.
/// </summary>
internal sealed class AbsentPersonListener(Database database, OutboxStore outbox, CaseStore cases, AwayNotice notice) : IChatListener
{
    public int Order => 5;

    public async Task<Reply?> HearAsync(Caller caller, ChatMessage message, CancellationToken cancellationToken)
    {
        if (!caller.IsCustomer || caller.CustomerId is null || message.Place.ThreadId is not { } root || notice.Asked(caller, message) is not { } absence
            || await cases.FindThreadAsync(message.Place.Platform, message.Place.ChannelId, root, cancellationToken) is not { Customers: true })
        {
            return null;
        }

        await using var work = database.Begin(caller.Now);
        if (await InboxStore.TryClaimAsync(work, $"away:{absence.Id:N}:{message.Place.Platform}:{root}:{caller.Now.ToUnixTimeSeconds() / 3600}", cancellationToken))
        {
            outbox.Post(work, Letter.ForCustomer(new ToChannel(message.Place.Platform, message.Place.ChannelId, root), notice.Card(caller, absence, caller.Mention, seed: null)));
            await work.CommitAsync(cancellationToken);
        }

        return null;
    }
}
