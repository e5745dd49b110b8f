using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ChatLiaison.Server.Database;

/// <summary>Where a PostgreSQL listens: a socket folder, or the loopback address when <see cref="SocketFolder"/> is null.</summary>
internal sealed record PostgresAddress(string? SocketFolder, int Port)
{
    // sockaddr_un.sun_path holds 108 bytes on Linux and 104 on macOS, the closing zero among them.
    private const int LongestSocketPath = 103;

    // PostgreSQL: frontend/backend protocol, SSLRequest; any server answers it with one byte.
    private static readonly byte[] AreYouThere = [0, 0, 0, 8, 4, 210, 22, 47];

    // Root keeps out of the folder that everyone can write in.
    private static string ShortPlace => Environment.IsPrivilegedProcess && Directory.Exists("/run") ? "/run" : "/tmp";

    public string SocketPath => Path.Combine(SocketFolder!, $".s.PGSQL.{Port}");

    /// <summary>A socket beside the data, or in a folder of the system when that path is too long, or else a free loopback port.</summary>
    public static async Task<PostgresAddress> ChooseAsync(PostgresFolder folder, PostgresAccount account, CancellationToken cancellationToken)
    {
        string[] candidates = [Path.Combine(folder.Root, "run"), Path.Combine(ShortPlace, $"chatliaison-{PostgresFolder.ShortName(folder.Root)}")];
        foreach (var candidate in candidates)
        {
            var address = new PostgresAddress(candidate, 5432);
            if (Encoding.UTF8.GetByteCount(address.SocketPath) <= LongestSocketPath && await PrepareAsync(candidate, account, cancellationToken))
                return address;
        }

        return new(null, FreePort());
    }

    public async Task<bool> AnswersAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            using var socket = SocketFolder is null
                ? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
                : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            EndPoint end = SocketFolder is null ? new IPEndPoint(IPAddress.Loopback, Port) : new UnixDomainSocketEndPoint(SocketPath);
            await socket.ConnectAsync(end, patience.Token);
            await socket.SendAsync(AreYouThere, patience.Token);
            return await socket.ReceiveAsync(new byte[1], patience.Token) == 1;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    // A folder that someone else made first in a shared place can't be given mode 0700 by us and is passed over.
    private static async Task<bool> PrepareAsync(string folder, PostgresAccount account, CancellationToken cancellationToken)
    {
        try
        {
            if (new DirectoryInfo(folder).LinkTarget is not null)
                return false;
            PostgresFolder.MakeOwn(folder);
            await account.OwnAsync(folder, cancellationToken);
            return await account.CanWriteAsync(folder, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or EmbeddedPostgresException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
