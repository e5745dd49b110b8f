using ChatLiaison.Chat;
using ChatLiaison.Digests;
using ChatLiaison.Jobs;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>
/// Posts the digest to the management room of each platform, once for each time it is due, however many servers tick and however long they were away:
/// of those missed only the newest is posted, and says that it is late. The very first tick only takes note of where the schedule stands.
/// </summary>
internal sealed partial class WeeklyDigestJob(
    Database database, DigestDesk desk, Directory directory, OutboxStore outbox, ILogger<WeeklyDigestJob> log) : IDeskJob
{
    private static readonly Duration Punctual = Duration.FromHours(1);

    private Instant unposted;

    public string Name => "weekly-digest";

    public async Task RunAsync(Instant now, CancellationToken cancellationToken)
    {
        var organisation = desk.Organisation;
        if (organisation.Digest.LatestAtOrBefore(now, organisation.Zone) is not { } due)
        {
            return;
        }

        // Admins may see the digest too; without either room it waits until there is one.
        var known = directory.Current;
        var rooms = known.Rooms(ChannelUse.Management) is { Count: > 0 } managers ? managers : known.Rooms(ChannelUse.Admins);
        if (rooms.Count == 0)
        {
            NoteUnposted(due);
            return;
        }

        await using var work = database.Begin(now);
        if (await JobRuns.TryClaimAsync(work, Name, due, onFirst: false, cancellationToken))
        {
            var report = await desk.ReadAsync(DigestWeek.Ending(due, organisation.Zone), cancellationToken);
            var card = desk.Draw(report, now - due > Punctual ? due : null);
            foreach (var part in report.Parts)
            {
                part.Posted?.Invoke(work, due);
            }

            foreach (var room in rooms)
            {
                outbox.Post(work, Letter.ForStaff(new ToChannel(room.Platform, room.ChannelId), card));
            }
        }

        await work.CommitAsync(cancellationToken);
    }

    private void NoteUnposted(Instant due)
    {
        if (unposted != due)
        {
            unposted = due;
            LogNoRoom();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The weekly digest is due, but the directory has no management channel to post it to; it waits for one.")]
    private partial void LogNoRoom();
}
