using ChatLiaison.Chat;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ChatLiaison.Outbox;

/// <summary>Carries one claimed message to its platform and records what became of it.</summary>
internal sealed partial class Courier(
    DeliveryStore store, Platforms platforms, Audiences audiences, DeliveryFailures failures, ILogger<Courier> log)
{
    public async Task CarryAsync(QueuedMessage message, Instant now, CancellationToken cancellationToken)
    {
        if (platforms.Find(message.To.Platform) is not { } platform)
        {
            await failures.BuryAsync(message, $"The platform '{message.To.Platform}' is not configured; set it up or change the address.", now, cancellationToken);
            return;
        }

        if (message.Audience == Audience.Staff && audiences.IsCustomers(message.To))
        {
            await failures.BuryAsync(message, $"A message for our own people was addressed to a customer ({message.Lane}) and was held back.", now, cancellationToken);
            return;
        }

        if (!await audiences.Discretion.AllowsAsync(message, cancellationToken))
        {
            await store.EndAsync(message, dead: false, "Its case is restricted, and who reads here may not see it.", cancellationToken);
            return;
        }

        if (message.Untrue)
        {
            await store.EndAsync(message, dead: false, "Others hold its case by now.", cancellationToken);
            return;
        }

        try
        {
            await CarryAsync(platform, message, now, cancellationToken);
        }
        catch (ChatPlatformException e)
        {
            LogFailed(message.Id, message.Lane, e.Failure, e.Message);
            await failures.HandleAsync(message, e, platforms, now, cancellationToken);
        }
    }

    /// <summary>Settles a message that may have arrived: looks where the platform can, else sends it again and says so on it.</summary>
    public async Task SettleAsync(QueuedMessage message, Instant now, CancellationToken cancellationToken)
    {
        if (platforms.Find(message.To.Platform) is not { } platform)
        {
            await failures.BuryAsync(message, $"The platform '{message.To.Platform}' is not configured.", now, cancellationToken);
            return;
        }

        try
        {
            var looked = platform.Abilities.FindsSentMessages && message.Kind != QueuedKind.Update;
            var to = await AddressAsync(message, cancellationToken);
            var outgoing = new OutgoingMessage(message.Id, to, StaffCard.Titled(""));
            if (looked && await platform.FindSentAsync(outgoing, message.FirstTryAt - Duration.FromMinutes(1), cancellationToken) is { } found)
            {
                LogSettled(message.Id, "it had arrived");
                await store.SentAsync(message, found, DeliveryRules.Spacing(platform.Abilities), now, cancellationToken);
                await (LiveOf(message)?.SentAsync(message.Subject ?? "", now, cancellationToken) ?? Task.CompletedTask);
                return;
            }

            LogSettled(message.Id, looked ? "it had not arrived; sending" : "nobody can look; sending again");
            var repeat = !platform.Abilities.FindsSentMessages && message.Kind != QueuedKind.Update;
            await store.PostponeAsync(message, now, "", repeat, now, cancellationToken);
        }
        catch (ChatPlatformException e)
        {
            await store.UncertainAsync(message, now + DeliveryRules.Wait(message.Attempts + 3, 0.5), e.Message, cancellationToken);
        }
    }

    private async Task CarryAsync(IChatPlatform platform, QueuedMessage message, Instant now, CancellationToken cancellationToken)
    {
        var (card, broken) = await DrawAsync(message, now, cancellationToken);
        if (broken is not null)
        {
            await failures.BuryAsync(message, broken, now, cancellationToken);
            return;
        }

        if (card is null || (message is { Droppable: true, CaseId: { } caseId } && await store.HasEndedAsync(caseId, cancellationToken)))
        {
            await store.EndAsync(message, dead: false, "There was nothing left to say.", cancellationToken);
            return;
        }

        MessageRef? sent = null;
        if (message.Kind == QueuedKind.Update)
        {
            if (await store.FindAsync(message.Anchor!, cancellationToken) is not { } there)
            {
                await AwaitOriginalAsync(message, now, cancellationToken);
                return;
            }

            await platform.UpdateAsync(there, card, cancellationToken);
        }
        else
        {
            var to = await AddressAsync(message, cancellationToken);
            sent = await platform.SendAsync(new OutgoingMessage(message.Id, to, Marked(card, message)) { Mentions = message.Mentions }, cancellationToken);
        }

        await store.SentAsync(message, sent, DeliveryRules.Spacing(platform.Abilities), now, cancellationToken);
        await (LiveOf(message)?.SentAsync(message.Subject ?? "", now, cancellationToken) ?? Task.CompletedTask);
    }

    /// <summary>The card as it stands now, or why it can't be drawn: that message is given up alone, and its lane goes on.</summary>
    private async Task<(Card? Card, string? Broken)> DrawAsync(QueuedMessage message, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            var card = message.Card ?? (LiveOf(message) is not { } live ? null
                : message.To is ToChannel ? await live.DrawForRoomAsync(message.Subject ?? "", now, cancellationToken)
                : await live.DrawAsync(message.Subject ?? "", now, cancellationToken));
            if (message is { To: ToChannel, Audience: Audience.Staff, CaseId: null } && card is not null && (await audiences.Discretion.NamedAsync(card, cancellationToken)).Count > 0)
            {
                card = Discretion.Instead;
            }

            return card is StaffCard && message.Audience == Audience.Customer
                ? (null, $"The card '{message.Live}' is for our own people and was queued for a customer.")
                : (card, null);
        }
#pragma warning disable CA1031 // Whatever is wrong with one card must not hold up its lane for ever.
        catch (Exception e) when (e is not (OperationCanceledException or System.Data.Common.DbException))
#pragma warning restore CA1031
        {
            return (null, $"The card '{message.Live}' can't be drawn: {e.Message}");
        }
    }

    private ILiveCard? LiveOf(QueuedMessage message) => message.Live is { } name ? platforms.LiveCard(name) : null;

    private async Task AwaitOriginalAsync(QueuedMessage message, Instant now, CancellationToken cancellationToken)
    {
        if (await store.IsOnItsWayAsync(message.Anchor!, cancellationToken))
        {
            await store.PostponeAsync(message, now + Duration.FromSeconds(1), "The message to change is still on its way.", false, now, cancellationToken);
        }
        else
        {
            await store.EndAsync(message, dead: false, "The message to change was never sent.", cancellationToken);
        }
    }

    private async Task<Destination> AddressAsync(QueuedMessage message, CancellationToken cancellationToken) =>
        message is { ThreadAnchor: { } anchor, To: ToChannel channel } && await store.FindAsync(anchor, cancellationToken) is { } root
            && root.ChannelId == channel.ChannelId
            ? channel with { ThreadId = root.Root }
            : message.To;

    private static Card Marked(Card card, QueuedMessage message) => !message.MaybeRepeat ? card : card with
    {
        Elements = [.. card.Elements, new SmallPrint(CustomerText.Of($"You may have this twice: the first try got no answer."))],
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} to {Lane} failed: {Failure}: {Reason}")]
    private partial void LogFailed(Guid id, string lane, ChatFailure failure, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Uncertain message {Id}: {Outcome}")]
    private partial void LogSettled(Guid id, string outcome);
}
