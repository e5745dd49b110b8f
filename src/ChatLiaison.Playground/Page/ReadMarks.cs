using System.Collections.Concurrent;

namespace ChatLiaison.Playground.Page;

/// <summary>How far each person has read in each room.</summary>
internal sealed class ReadMarks
{
    private readonly ConcurrentDictionary<(string Side, string Person, string RoomId), long> _marks = new();

    public void Read(string side, SamplePerson person, string roomId, long upTo) => _marks[(side, person.Key, roomId)] = upTo;

    public long Of(string side, string person, string roomId) => _marks.GetValueOrDefault((side, person, roomId));

    public void Clear() => _marks.Clear();
}
