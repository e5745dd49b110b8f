namespace ChatLiaison.Playground.Page.Tests;

internal static class RepositoryFolder
{
    /// <summary>Where the page's own packages and sources are.</summary>
    public static string Web { get; } = Path.Combine(Root(), "src", "ChatLiaison.Playground", "web");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ChatLiaison.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
