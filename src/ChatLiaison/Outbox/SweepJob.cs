using ChatLiaison.Jobs;
using ChatLiaison.People;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Outbox;

/// <summary>Once a day: forgets what came in longer ago than any platform delivers again, what went out long ago, and who stood in long ago. Dead letters stay.</summary>
internal sealed class SweepJob(Database database, DeliveryStore deliveries, InboxStore inbox, RotationStore rotations) : IDeskJob
{
    public static readonly Duration InboxKept = Duration.FromDays(7);
    public static readonly Duration OutboxKept = Duration.FromDays(30);

    /// <summary>Longer than any calendar looks back; what they were stays in the log of changes.</summary>
    public static readonly Duration OverridesKept = Duration.FromDays(90);

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
        await rotations.ForgetBeforeAsync(now - OverridesKept, cancellationToken);
    }
}
