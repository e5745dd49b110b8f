namespace ChatLiaison.Playground.Slack;

public sealed partial class SlackWorld
{
    private readonly Dictionary<string, SlackFile> _files = new(StringComparer.Ordinal);

    public IReadOnlyList<SlackFile> Files => Read(() => _files.Values.ToList());

    public SlackFile? File(string id) => Read(() => _files.GetValueOrDefault(id));

    /// <summary>A person's file, whole and ready to be posted.</summary>
    public SlackFile AddFile(string ownerId, string name, ReadOnlyMemory<byte> content) =>
        Keep(new SlackFile(NewId("F"), name, name, content.Length, ownerId, content, IsComplete: true));

    internal SlackFile ReserveFile(string ownerId, string name, int length) =>
        Keep(new SlackFile(NewId("F"), name, name, length, ownerId, ReadOnlyMemory<byte>.Empty, IsComplete: false));

    internal SlackFile Keep(SlackFile file)
    {
        Read(() => _files[file.Id] = file);
        Report(SlackChangeKind.FileChanged);
        return file;
    }
}
