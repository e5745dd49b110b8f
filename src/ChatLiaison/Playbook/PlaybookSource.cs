namespace ChatLiaison.Playbook;

/// <summary>The playbook in force. It starts as the built-in one.</summary>
internal sealed class PlaybookSource
{
    private volatile Playbook current = null!;

    public Playbook Current => current;

    public IReadOnlyList<string> Load(string? path)
    {
        _ = path;
        current = null!;
        return [];
    }
}
