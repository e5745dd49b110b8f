using ChatLiaison.Chat;
using ChatLiaison.Jobs;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>Once a day: asks each platform whether a message would reach each person and each room, marks those it would not, and tells the admins.</summary>
internal sealed class ReachabilityJob(
    Database database, People.Directory directory, PersonStore people, Platforms platforms, WatchOutlets outlets) : IDeskJob
{
    public string Name => "reachability";

    public async Task RunAsync(Instant now, CancellationToken cancellationToken)
    {
        var today = now.InUtc().Date.At(new LocalTime(5, 0)).InUtc().ToInstant();
        await using (var work = database.Begin(now))
        {
            var claimed = today <= now && await JobRuns.TryClaimAsync(work, Name, today, onFirst: false, cancellationToken);
            await work.CommitAsync(cancellationToken);
            if (!claimed)
            {
                return;
            }
        }

        await CheckAsync(now, cancellationToken);
    }

    public async Task CheckAsync(Instant now, CancellationToken cancellationToken)
    {
        var unreached = new List<string>();
        foreach (var person in directory.Current.People.Where(p => p.Active))
        {
            foreach (var (platform, id) in person.Identities)
            {
                await CheckAsync(person, platform, id, now, unreached, cancellationToken);
            }
        }

        await directory.RefreshAsync(cancellationToken);
        unreached.AddRange(await RoomsAsync(cancellationToken));
        if (unreached.Count > 0)
        {
            await outlets.AlertAsync($"These would not be reached: {string.Join(" ", unreached)}", now, cancellationToken);
        }
    }

    private async Task CheckAsync(Person person, string platform, string id, Instant now, List<string> unreached, CancellationToken cancellationToken)
    {
        if (platforms.Find(platform) is not { } asked)
        {
            return;
        }

        Reachability answer;
        try
        {
            answer = await asked.CheckPersonAsync(id, cancellationToken);
        }
        catch (ChatPlatformException)
        {
            // The platform can't say just now: what was known stays.
            return;
        }

        if (!answer.Reached && !person.UnreachableOn.Contains(platform))
        {
            await people.MarkUnreachableAsync(person.Id, platform, answer.Reason, now, cancellationToken);
            unreached.Add($"{person.Name} on {asked.Abilities.DisplayName}: {answer.Reason}");
        }
        else if (answer.Reached && person.UnreachableOn.Contains(platform))
        {
            await people.MarkReachableAsync(person.Id, platform, now, cancellationToken);
        }
    }

    private async Task<List<string>> RoomsAsync(CancellationToken cancellationToken)
    {
        var unreached = new List<string>();
        foreach (var use in Enum.GetValues<ChannelUse>())
        {
            foreach (var platform in platforms.All)
            {
                if (directory.Current.Channel(use, platform.Key) is not { } room || room.Platform != platform.Key)
                {
                    continue;
                }

                try
                {
                    var answer = await platform.CheckChannelAsync(room.ChannelId, cancellationToken);
                    if (!answer.Reached)
                    {
                        unreached.Add($"The {use} channel on {platform.Abilities.DisplayName}: {answer.Reason}");
                    }
                }
                catch (ChatPlatformException)
                {
                    // As above.
                }
            }
        }

        return unreached;
    }
}
