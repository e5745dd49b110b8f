using ChatLiaison.Jobs;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Outbox;

/// <summary>Once a day: forgets what came in longer ago than any platform delivers again, and what went out long ago. Dead letters stay.</summary>
internal sealed class SweepJob(Database database, DeliveryStore deliveries, InboxStore inbox) : IDeskJob
{
    public static readonly Duration InboxKept = Duration.FromDays(7);
    public static readonly Duration OutboxKept = Duration.FromDays(30);

    public string Name => "sweep";

    public async Task RunAsync(Instant now, CancellationToken cancellationToken)
    {
        var today = now.InUtc().Date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        await using var work = database.Begin(now);
        if (!await JobRuns.TryClaimAsync(work, Name, today, onFirst: true, cancellationToken))
        {
            return;
        }

        await work.CommitAsync(cancellationToken);
        await inbox.ForgetBeforeAsync(now - InboxKept, cancellationToken);
        await deliveries.ForgetBeforeAsync(now - OutboxKept, cancellationToken);
    }
}
