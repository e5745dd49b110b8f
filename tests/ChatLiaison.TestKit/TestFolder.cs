using ChatLiaison.Server.Database;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLiaison.TestKit;

/// <summary>A folder for throwaway databases, removed at the end; those of test runs that were killed are removed by the next run.</summary>
internal sealed class TestFolder : IAsyncDisposable
{
    private const string Prefix = "chatliaison-test-";
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    private TestFolder(string path) => Path = path;

    public string Path { get; }

    public static TestFolder Make()
    {
        var folder = Directory.CreateTempSubdirectory(Prefix);
        // PostgreSQL runs as another account when the tests run as root, and has to pass through.
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.OtherExecute | UnixFileMode.GroupExecute;
        return new(folder.FullName);
    }

    /// <summary>Stops and removes what killed runs left; what a living run uses is locked by it and stays.</summary>
    public static async Task RemoveStaleAsync()
    {
        foreach (var folder in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            // A younger one may be another run's that has not come to its lock yet.
            if (TimeProvider.System.GetUtcNow().UtcDateTime - Directory.GetCreationTimeUtc(folder) > Age && IsUnused(folder))
                await TryRemoveAsync(folder);
        }
    }

    public async ValueTask DisposeAsync() => await TryRemoveAsync(Path);

    private static bool IsUnused(string folder)
    {
        try
        {
            var presence = System.IO.Path.Combine(folder, "postgres", "users.lock");
            using var alone = File.Exists(presence) ? FolderLock.TryTakeAlone(presence) : null;
            return alone is not null || !File.Exists(presence);
        }
        catch (EmbeddedPostgresException)
        {
            return false;
        }
    }

    private static async Task TryRemoveAsync(string folder)
    {
        try
        {
            // Joining one that a killed run left makes us the last to leave it, which stops it.
            if (File.Exists(System.IO.Path.Combine(folder, "postgres", "data", "postmaster.pid")))
                await (await EmbeddedPostgres.StartAsync(folder, TestPostgres.Throwaway, NullLogger.Instance, CancellationToken.None)).DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or EmbeddedPostgresException)
        {
            await Console.Error.WriteLineAsync($"{folder} could not be removed: {problem.Message}");
        }
    }
}
