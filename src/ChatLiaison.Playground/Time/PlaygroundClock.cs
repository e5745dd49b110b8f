using System.IO.MemoryMappedFiles;

namespace ChatLiaison.Playground.Time;

/// <summary>
/// The playground's time of day: the wall clock, and how far it was moved. The distance stands in a file of eight bytes that several
/// processes map, so that the server under the playground sees each move at once, and the next start goes on from where this one was.
/// Timers and delays stay real.
/// </summary>
public sealed class PlaygroundClock : TimeProvider, IDisposable
{
    private readonly Lock _gate = new();
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    private PlaygroundClock(MemoryMappedFile file)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, sizeof(long));
    }

    /// <summary>How far it is ahead of the wall clock; negative when behind.</summary>
    public TimeSpan Ahead
    {
        get => new(_view.ReadInt64(0));
        set => _view.Write(0, value.Ticks);
    }

    /// <param name="path">The file; made when there is none.</param>
    public static PlaygroundClock Open(string path)
    {
        using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        if (stream.Length < sizeof(long))
        {
            stream.SetLength(sizeof(long));
        }

        return new PlaygroundClock(MemoryMappedFile.CreateFromFile(path, FileMode.Open));
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    public void Advance(TimeSpan by)
    {
        lock (_gate)
        {
            Ahead += by;
        }
    }

    /// <summary>From now on it is this time.</summary>
    public void SetTo(DateTimeOffset now) => Ahead = now - System.GetUtcNow();

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
