namespace ChatLiaison.Benchmarks.Running;

/// <summary>Where the built server and the peers' files lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Server => Path.Combine(Root, "src", "ChatLiaison.Server", "bin", "Release", "net10.0", "ChatLiaison.Server.dll");

    public static string Peer(string name) => Path.Combine(Root, "tests", "ChatLiaison.Benchmarks", "Peers", name);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatLiaison.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The benchmarks run from a clone of the repository.");
    }
}
