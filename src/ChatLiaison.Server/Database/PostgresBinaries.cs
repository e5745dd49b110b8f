namespace ChatLiaison.Server.Database;

/// <summary>One installed PostgreSQL: the folder that holds initdb, pg_ctl and postgres, and its major version.</summary>
internal sealed record PostgresBinaries(string Folder, int Major)
{
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    public string InitDb => Path.Combine(Folder, "initdb");
    public string PgCtl => Path.Combine(Folder, "pg_ctl");
    public string Postgres => Path.Combine(Folder, "postgres");

    /// <param name="writtenBy">The major version that wrote existing data (its files open with that version only), or null for new data.</param>
    /// <exception cref="EmbeddedPostgresException">None is installed, or none of the version that wrote the data.</exception>
    public static async Task<PostgresBinaries> FindAsync(int? writtenBy, CancellationToken cancellationToken)
    {
        var found = new List<int>();
        foreach (var folder in Candidates().Select(Resolve).Distinct().Where(IsComplete))
        {
            var version = await Command.RunAsync([Path.Combine(folder, "postgres"), "--version"], cancellationToken);
            if (MajorOf(version.Output) is not { } major)
                continue;
            if (writtenBy is null || major == writtenBy)
                return new(folder, major);
            found.Add(major);
        }

        throw new EmbeddedPostgresException(found.Count == 0
            ? "No PostgreSQL was found: install it (Debian and Ubuntu: apt-get install postgresql; Fedora: dnf install postgresql-server; "
              + "macOS: brew install postgresql), or set ConnectionStrings:ChatLiaison to a PostgreSQL of your own."
            : $"The data was written by PostgreSQL {writtenBy}, but only {string.Join(", ", found)} is installed: install PostgreSQL "
              + $"{writtenBy}, or dump the data with it and load the dump into a new data folder.");
    }

    /// <summary>The number in e.g. "postgres (PostgreSQL) 15.18 (Debian 15.18-0)".</summary>
    internal static int? MajorOf(string version)
    {
        var number = version.Split(' ').FirstOrDefault(word => word.Length > 0 && char.IsAsciiDigit(word[0]));
        return number is not null && int.TryParse(string.Concat(number.TakeWhile(char.IsAsciiDigit)), out var major) ? major : null;
    }

    private static IEnumerable<string> Candidates() =>
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. NewestFirst("/usr/lib/postgresql", "*", "bin"),
        .. NewestFirst("/usr", "pgsql-*", "bin"),
        "/usr/local/pgsql/bin",
        .. NewestFirst("/opt/homebrew/opt", "postgresql*", "bin"),
        .. NewestFirst("/usr/local/opt", "postgresql*", "bin"),
    ];

    private static IEnumerable<string> NewestFirst(string root, string pattern, string below) =>
        Directory.Exists(root)
            ? Directory.EnumerateDirectories(root, pattern).OrderByDescending(VersionIn).Select(folder => Path.Combine(folder, below))
            : [];

    private static int VersionIn(string folder) =>
        int.TryParse(string.Concat(Path.GetFileName(folder).SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)), out var n) ? n : 0;

    // A distribution may link the programs into a folder on PATH; their libraries and templates are beside the real ones.
    private static string Resolve(string folder)
    {
        var program = new FileInfo(Path.Combine(folder, "postgres"));
        return program.Exists && program.ResolveLinkTarget(returnFinalTarget: true) is { } real ? Path.GetDirectoryName(real.FullName)! : folder;
    }

    private static bool IsComplete(string folder) => Needed.All(program => File.Exists(Path.Combine(folder, program)));
}
