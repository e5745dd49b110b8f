using ChatLiaison.Storage;

namespace ChatLiaison.People;

/// <summary>Our own rooms. Each write moves the directory's mark, so that every server reads again.</summary>
internal sealed class StaffChannelStore(Database database)
{
    public async Task<List<(ChannelUse Use, StaffChannel Channel)>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await EntriesAsync(cancellationToken)).Select(e => (e.Use, e.Channel))];

    /// <summary>Each room with the channel that the last import wrote there; null when none did.</summary>
    public Task<List<(ChannelUse Use, StaffChannel Channel, string? Imported)>> EntriesAsync(CancellationToken cancellationToken) => database
        .Ask("select use, platform, channel_id, imported from staff_channels order by use, platform")
        .ListAsync(row => (ChannelUses.ByName[row.Text(0)], new StaffChannel(row.Text(1), row.Text(2)), row.TextOrNull(3)), cancellationToken);

    /// <param name="imported">The channel as an import wrote it; null leaves what is noted.</param>
    public static void Write(UnitOfWork work, ChannelUse use, StaffChannel channel, string? imported)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        work.Write(
            """
            insert into staff_channels (use, platform, channel_id, imported) values ($1, $2, $3, $4)
            on conflict (use, platform) do update set
                channel_id = excluded.channel_id, imported = coalesce(excluded.imported, staff_channels.imported)
            """,
            ChannelUses.Name(use),
            channel.Platform,
            channel.ChannelId,
            imported);
    }

    public static void Remove(UnitOfWork work, ChannelUse use, string platform)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        work.Write("delete from staff_channels where use = $1 and platform = $2", ChannelUses.Name(use), platform);
    }

    /// <summary>The platform gave a channel another id.</summary>
    public static void ChannelIdChanged(UnitOfWork work, string platform, string oldId, string newId)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        work.Write("update staff_channels set channel_id = $3 where platform = $1 and channel_id = $2", platform, oldId, newId);
    }
}
