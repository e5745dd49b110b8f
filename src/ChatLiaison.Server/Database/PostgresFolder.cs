using System.Security.Cryptography;
using System.Text;

namespace ChatLiaison.Server.Database;

/// <summary>Where a private PostgreSQL keeps its things: a folder of mode 0700 that belongs to the account it runs as.</summary>
internal sealed class PostgresFolder(string root)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Root => root;
    public string Data => Path.Combine(root, "data");
    public string Unfinished => Path.Combine(root, "data.unfinished");
    public string Log => Path.Combine(root, "postgres.log");
    public string Password => Path.Combine(root, "password");
    public string Gate => Path.Combine(root, "start.lock");
    public string Presence => Path.Combine(root, "users.lock");

    /// <summary>The major version that wrote the data, or null when there is none yet.</summary>
    public int? WrittenBy =>
        File.Exists(Path.Combine(Data, "PG_VERSION")) && int.TryParse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")), out var major) ? major : null;

    /// <summary>
    /// The folder below <paramref name="dataPath"/>; when the account can't get there (say, below root's own 0700 home), a folder
    /// below /var/lib/chatliaison that is this data path's alone, said in the log. Nobody's folders are opened up for it.
    /// </summary>
    public static async Task<PostgresFolder> PlaceAsync(string dataPath, PostgresAccount account, ILogger logger, CancellationToken cancellationToken)
    {
        var wanted = Path.Combine(Path.GetFullPath(dataPath), "postgres");
        if (await PrepareAsync(wanted, account, cancellationToken))
            return new(wanted);
        if (!account.IsOther)
            throw new EmbeddedPostgresException($"{wanted} can't be written by {account}: give the folder to this account (chown), or set Data:Path to another one.");

        var other = Path.Combine("/var/lib/chatliaison", ShortName(wanted));
        if (!await PrepareAsync(other, account, cancellationToken))
            throw new EmbeddedPostgresException(
                $"The account {account}, which runs PostgreSQL for root, can reach neither {wanted} nor {other}: set Data:Path to a folder that it can reach, for example below /srv.");
        logger.LogWarning("The account {Account}, which runs PostgreSQL for root, can't reach {Wanted}; the database is kept in {Folder} instead", account, wanted, other);
        return new(other);
    }

    /// <summary>Eight characters that stand for a path.</summary>
    public static string ShortName(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..8];

    /// <summary>Makes a folder that only its owner may enter.</summary>
    public static void MakeOwn(string folder)
    {
        if (OperatingSystem.IsWindows())
            throw new EmbeddedPostgresException("The private PostgreSQL runs on Linux and macOS only: set ConnectionStrings:ChatLiaison to a PostgreSQL of your own.");
        Directory.CreateDirectory(folder, OwnerOnly);
        File.SetUnixFileMode(folder, OwnerOnly);
    }

    private static async Task<bool> PrepareAsync(string folder, PostgresAccount account, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
            MakeOwn(folder);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new EmbeddedPostgresException($"{folder} can't be made: {cause.Message} Set Data:Path to a folder that the account {Environment.UserName} can write.", cause);
        }

        await account.OwnAsync(folder, cancellationToken);
        return await account.CanWriteAsync(folder, cancellationToken);
    }
}
