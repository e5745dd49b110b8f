namespace ChatLiaison.Playbook;

/// <summary>The playbook in force. It starts as the built-in one; a playbook with problems never comes into force.</summary>
internal sealed class PlaybookSource
{
    private volatile Playbook current = BuiltIn();

    public Playbook Current => current;

    /// <summary>Reads the team's folder over the built-in playbook and, when nothing is wrong, puts it in force.</summary>
    /// <param name="path">The folder; null for the built-in playbook alone.</param>
    /// <returns>The problems, each with file, line and cure; empty when all is well.</returns>
    public IReadOnlyList<string> Load(string? path)
    {
        var problems = new List<string>();
        if (Read(path, problems) is { } playbook)
        {
            current = playbook;
        }

        return problems;
    }

    internal static Playbook? Read(string? path, List<string> problems)
    {
        var team = path is null ? new Dictionary<string, string>() : PlaybookFiles.FromFolder(path, problems);
        return PlaybookReader.Read(team, problems);
    }

    private static Playbook BuiltIn()
    {
        var problems = new List<string>();
        return Read(null, problems) ?? throw new InvalidOperationException($"The built-in playbook is broken: {string.Join(' ', problems)}");
    }
}
