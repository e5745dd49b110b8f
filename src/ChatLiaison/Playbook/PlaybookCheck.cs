namespace ChatLiaison.Playbook;

/// <summary><c>playbook check [PATH]</c>: says what is wrong with a playbook without putting it in force.</summary>
internal static class PlaybookCheck
{
    /// <returns>The exit code: 0 when all is well.</returns>
    public static int Run(string? path, TextWriter output)
    {
        var problems = new List<string>();
        var playbook = PlaybookSource.Read(path, problems);
        foreach (var problem in problems)
        {
            output.WriteLine(problem);
        }

        if (playbook is not null)
        {
            output.WriteLine($"ok, version {playbook.Version}");
        }

        return playbook is null ? 1 : 0;
    }
}
