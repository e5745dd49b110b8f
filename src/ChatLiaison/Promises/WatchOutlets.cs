using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>Where the desk's own jobs speak: the platforms that are on, the senders, and the admins' channel.</summary>
internal sealed class WatchOutlets(Database database, People.Directory directory, OutboxStore outbox, OutboxSignal signal, IEnumerable<IChatPlatform> platforms)
{
    public IReadOnlySet<string> Platforms { get; } = platforms.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);

    public Action Wake { get; } = signal.Wake;

    /// <summary>Tells the admins that something needs a look. One sentence that names the thing, the reason and the cure.</summary>
    public async Task AlertAsync(string sentence, Instant now, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(now);
        Alert(work, sentence);
        await work.CommitAsync(cancellationToken);
    }

    public void Alert(UnitOfWork work, string sentence)
    {
        if (directory.Current.Channel(ChannelUse.Admins) is { } admins)
        {
            outbox.Post(work, Letter.ForStaff(new ToChannel(admins.Platform, admins.ChannelId), StaffCard.Titled("Needs a look").Say(sentence)));
        }
    }
}
