namespace ChatLiaison.Server.Database;

/// <summary>Locks on files that end with the process that holds them, however it ends (the runtime keeps them as advisory flock locks).</summary>
internal static class FolderLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for the lock that only one may hold.</summary>
    /// <exception cref="EmbeddedPostgresException">It was not to be had within the limit.</exception>
    public static async Task<FileStream> TakeAsync(string path, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            if (TryTakeAlone(path) is { } taken)
                return taken;
            if (time.GetElapsedTime(began) > limit)
                throw new EmbeddedPostgresException($"Another server has been starting or stopping the same database for {limit.TotalSeconds:0} s: stop it, then start again ({path}).");
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>The lock that only one may hold, or null when anyone holds it or a share of it.</summary>
    public static FileStream? TryTakeAlone(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (Directory.Exists(Path.GetDirectoryName(path)))
        {
            return null;
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new EmbeddedPostgresException($"{path} belongs to another account: start the server as the account that started it first, or set Data:Path to another folder.", cause);
        }
    }

    /// <summary>A share of the lock: any number may hold one while nobody holds it alone.</summary>
    public static FileStream Share(string path)
    {
        using (new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read))
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }
}
