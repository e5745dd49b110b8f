using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>Asks each platform whether a message would reach people and rooms, and marks the people it would not.</summary>
internal sealed class ReachChecks(People.Directory directory, PersonStore people, Platforms platforms, ReachStore store)
{
    public IReadOnlySet<string> Platforms => platforms.Keys;

    public DirectorySnapshot Known => directory.Current;

    /// <param name="all">Everyone; else only those who were never asked for.</param>
    /// <returns>Each that would not be reached, in a sentence with its cure.</returns>
    public async Task<List<string>> PeopleAsync(bool all, Instant now, CancellationToken cancellationToken)
    {
        var known = all ? new HashSet<(string, string)>() : await store.CheckedAsync(cancellationToken);
        var unreached = new List<string>();
        var changed = false;
        foreach (var person in directory.Current.People.Where(p => p.Active))
        {
            foreach (var (platform, id) in person.Identities.Where(i => platforms.Find(i.Key) is not null && !known.Contains((i.Key, i.Value))))
            {
                changed |= await PersonAsync(person, platforms.Find(platform)!, id, unreached, now, cancellationToken);
            }
        }

        if (changed)
        {
            await directory.RefreshAsync(cancellationToken);
        }

        return unreached;
    }

    public Task<List<string>> LeftHoldingAsync(CancellationToken cancellationToken) => store.LeftHoldingAsync(cancellationToken);

    public async Task<List<string>> RoomsAsync(CancellationToken cancellationToken)
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
                        unreached.Add($"The {ChannelUses.Name(use)} room on {platform.Abilities.DisplayName}: {answer.Reason}");
                    }
                }
                catch (ChatPlatformException)
                {
                    // The platform can't say just now.
                }
            }
        }

        return unreached;
    }

    /// <returns>True when the directory says something else afterwards.</returns>
    private async Task<bool> PersonAsync(Person person, IChatPlatform platform, string id, List<string> unreached, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await platform.CheckPersonAsync(id, cancellationToken);
            await store.NoteAsync(platform.Key, id, now, cancellationToken);
            if (!answer.Reached)
            {
                unreached.Add($"{person.Name} on {platform.Abilities.DisplayName}: {answer.Reason}");
            }

            if (answer.Reached == person.UnreachableOn.Contains(platform.Key))
            {
                await (answer.Reached
                    ? people.MarkReachableAsync(person.Id, platform.Key, now, cancellationToken)
                    : people.MarkUnreachableAsync(person.Id, platform.Key, answer.Reason, now, cancellationToken));
                return true;
            }
        }
        catch (ChatPlatformException)
        {
            // The platform can't say just now: what was known stays, and they are asked for again.
        }

        return false;
    }
}
