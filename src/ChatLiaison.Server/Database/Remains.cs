namespace ChatLiaison.Server.Database;

/// <summary>What a killed PostgreSQL left behind: processes that end within moments, and the file with its number.</summary>
internal static class Remains
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Removes the file once no process works on the data any more. PostgreSQL does that itself unless the number is now another
    /// program's or a dead process that nobody collected, both common in containers. Where there is no /proc it is left to PostgreSQL.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">Processes still work on the data: a second server would destroy it.</exception>
    public static async Task ClearAsync(PostgresFolder folder, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(PostmasterFile.PathIn(folder)) || !Directory.Exists("/proc/self"))
            return;
        var began = time.GetTimestamp();
        while (ProcessesIn(folder.Data) is { Count: > 0 } left)
        {
            if (time.GetElapsedTime(began) > Limit)
                throw new EmbeddedPostgresException($"Processes of a killed PostgreSQL still work on {folder.Data}: end them (kill {string.Join(' ', left)}), then start again.");
            await Task.Delay(Pause, time, cancellationToken);
        }

        File.Delete(PostmasterFile.PathIn(folder));
    }

    /// <summary>Removes the socket of a server that is gone; its folder is this database's alone, and nobody works on the data now.</summary>
    public static void ClearSocket(PostgresAddress address)
    {
        if (address.SocketFolder is null)
            return;
        File.Delete(address.SocketPath);
        File.Delete(address.SocketPath + ".lock");
    }

    // Every process of a PostgreSQL has the data folder as its working folder; a dead one has none.
    private static List<string> ProcessesIn(string data) =>
        [.. Directory.EnumerateDirectories("/proc").Where(process => WorkingFolderOf(process) == data).Select(process => Path.GetFileName(process))];

    private static string? WorkingFolderOf(string process)
    {
        try
        {
            return char.IsAsciiDigit(Path.GetFileName(process)[0]) ? new FileInfo(Path.Combine(process, "cwd")).LinkTarget : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
