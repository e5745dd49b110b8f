using ChatLiaison.Chat;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ChatLiaison.Outbox;

/// <summary>Carries out the verdict on a message that could not be sent.</summary>
internal sealed partial class DeliveryFailures(DeliveryStore store, DeadLetters dead, Redirection redirection, ILogger<DeliveryFailures> log)
{
    public async Task HandleAsync(QueuedMessage message, ChatPlatformException failure, Platforms platforms, Instant now, CancellationToken cancellationToken)
    {
#pragma warning disable CA5394 // Chance spreads waits; nothing is kept secret by it.
        var (verdict, when) = DeliveryRules.Judge(failure.Failure, failure.RetryAfter, message.Attempts, message.Kind, now, Random.Shared.NextDouble());
#pragma warning restore CA5394
        switch (verdict)
        {
            case Verdict.TryAgain:
                await store.PostponeAsync(message, when, failure.Message, false, now, cancellationToken);
                break;
            case Verdict.LookFirst:
                await store.UncertainAsync(message, when, failure.Message, cancellationToken);
                break;
            case Verdict.Drop:
                await store.EndAsync(message, dead: false, failure.Message, cancellationToken);
                break;
            case Verdict.Redirect when message.To is ToPerson person:
                if (await redirection.RedirectAsync(message, person, platforms, failure.Message, now, cancellationToken) is { } lane)
                {
                    LogRedirected(message.Id, person.Platform, lane, failure.Message);
                }

                break;

            // A word in passing to somebody who is in a channel with us (a guest, say, whom the platform lets nobody write to): the channel's
            // own card tells them the same.
            case Verdict.Redirect when message is { To: ToPersonInChannel, Audience: Audience.Customer }:
                await store.EndAsync(message, dead: false, failure.Message, cancellationToken);
                break;
            default:
                await BuryAsync(message, failure.Message, now, cancellationToken);
                break;
        }
    }

    /// <summary>Gives a message up.</summary>
    public async Task BuryAsync(QueuedMessage message, string why, Instant now, CancellationToken cancellationToken)
    {
        LogBuried(message.Id, message.Lane, why);
        await dead.BuryAsync(message, why, now, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} to {Lane} given up: {Reason}")]
    private partial void LogBuried(Guid id, string lane, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id}: the person can't be reached on {Platform}; sent to {Lane} instead: {Reason}")]
    private partial void LogRedirected(Guid id, string platform, string lane, string reason);
}
