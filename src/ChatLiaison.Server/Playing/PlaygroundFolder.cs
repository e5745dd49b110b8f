using ChatLiaison.Playground.Time;
using ChatLiaison.Server.Database;

namespace ChatLiaison.Server.Playing;

/// <summary>The playground's own folder below the data folder: the clock, and the lock by which it is the only one there.</summary>
internal sealed class PlaygroundFolder : IDisposable
{
    private readonly string _folder;
    private readonly FileStream _lock;
    private readonly bool _isFirstStart;

    private PlaygroundFolder(string folder, FileStream held, bool isFirstStart) => (_folder, _lock, _isFirstStart) = (folder, held, isFirstStart);

    public string ClockPath => Path.Combine(_folder, "clock");

    private string NotePath => Path.Combine(_folder, "address");

    /// <exception cref="EmbeddedPostgresException">Another playground has it; the message says where it runs.</exception>
    public static PlaygroundFolder Take(string dataPath)
    {
        var folder = Path.Combine(dataPath, "playground");
        try
        {
            System.IO.Directory.CreateDirectory(folder);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new EmbeddedPostgresException($"{folder} can't be made: {cause.Message} Set Data__Path to a folder that you can write.", cause);
        }

        if (FolderLock.TryTakeAlone(Path.Combine(folder, "lock")) is { } held)
        {
            return new PlaygroundFolder(folder, held, !System.IO.Directory.Exists(Path.Combine(dataPath, "postgres")));
        }

        var note = Path.Combine(folder, "address");
        var where = File.Exists(note) ? $" at {File.ReadAllText(note)}" : "";
        throw new EmbeddedPostgresException(
            $"A playground with the data in {dataPath} runs already{where}: open that one, or stop it, or give this one a folder and a port of its own: Data__Path=/tmp/playground ./run.sh --urls http://127.0.0.1:4978");
    }

    /// <summary>The clock as the last playground left it. The very first one begins on the Monday morning of this week.</summary>
    public PlaygroundClock OpenClock()
    {
        var isNew = !File.Exists(ClockPath);
        var clock = PlaygroundClock.Open(ClockPath);
        if (isNew && _isFirstStart)
        {
            clock.SetTo(Days.LastMonday(TimeProvider.System.GetUtcNow()));
        }

        return clock;
    }

    /// <summary>Leaves word of where this one runs, for who starts a second one.</summary>
    public void Note(string address) => File.WriteAllText(NotePath, address);

    public void Dispose()
    {
        File.Delete(NotePath);
        _lock.Dispose();
    }
}
