namespace ChatLiaison.Server.Tests;

/// <summary>The source tree that the tests were built from.</summary>
internal static class RepositoryFolder
{
    public static string Path { get; } = Find();

    public static string Of(string path) => System.IO.Path.Combine(Path, path);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "ChatLiaison.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The source tree was not found above " + AppContext.BaseDirectory);
    }
}
