namespace ChatLiaison.Server.Database;

/// <summary>
/// A private PostgreSQL for a server without a connection string, kept below the data path and used again at the next start.
/// Several servers may use one data path: the first starts it, the others join, the last one out stops it. One that was left
/// running by a killed server is joined like any other.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan GateLimit = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    private readonly PostgresFolder _folder;
    private readonly PostgresCluster _cluster;
    private readonly ILogger _logger;
    private readonly EventHandler _atExit;
    private FileStream? _presence;
    private PostgresAddress? _address;

    private EmbeddedPostgres(PostgresFolder folder, PostgresCluster cluster, FileStream presence, ILogger logger)
    {
        (_folder, _cluster, _presence, _logger) = (folder, cluster, presence, logger);
        // The last resort for a process that ends without disposing; a killed one leaves PostgreSQL to the next start.
        _atExit = (_, _) => DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(30));
        AppDomain.CurrentDomain.ProcessExit += _atExit;
    }

    /// <summary>For Npgsql; the database is empty at the first start.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>The process number of the postmaster, for tests that pause it.</summary>
    internal int ProcessId { get; private set; }

    /// <summary>Another server used it already when this one came.</summary>
    internal bool IsShared { get; private set; }

    /// <summary>The folder that everything is kept in.</summary>
    internal string Root => _folder.Root;

    /// <param name="dataPath">The folder of Data:Path; the database is kept in its subfolder "postgres".</param>
    /// <exception cref="EmbeddedPostgresException">It can't be started; the message says what to do.</exception>
    public static Task<EmbeddedPostgres> StartAsync(string dataPath, ILogger logger, CancellationToken cancellationToken) =>
        StartAsync(dataPath, new PostgresTuning(), logger, cancellationToken);

    internal static async Task<EmbeddedPostgres> StartAsync(string dataPath, PostgresTuning tuning, ILogger logger, CancellationToken cancellationToken)
    {
        var account = await PostgresAccount.ChooseAsync(cancellationToken);
        var folder = await PostgresFolder.PlaceAsync(dataPath, account, logger, cancellationToken);
        await using var gate = await FolderLock.TakeAsync(folder.Gate, GateLimit, TimeProvider.System, cancellationToken);
        var binaries = await PostgresBinaries.FindAsync(folder.WrittenBy, cancellationToken);
        var cluster = new PostgresCluster(folder, account, binaries, tuning);
        bool isShared;
        await using (var alone = FolderLock.TryTakeAlone(folder.Presence))
        {
            isShared = alone is null;
        }

        var started = new EmbeddedPostgres(folder, cluster, FolderLock.Share(folder.Presence), logger) { IsShared = isShared };
        try
        {
            var running = await started.JoinAsync(cancellationToken) ?? await started.StartAsync(cancellationToken);
            started.ConnectionString = await started.ConnectionStringAsync(running.Address, cancellationToken);
            (started._address, started.ProcessId) = (running.Address, running.ProcessId);
            return started;
        }
        catch
        {
            await started.LeaveAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= _atExit;
        if (_presence is null)
            return;
        await using var gate = await FolderLock.TakeAsync(_folder.Gate, GateLimit, TimeProvider.System, CancellationToken.None);
        await LeaveAsync();
        await using var alone = FolderLock.TryTakeAlone(_folder.Presence);
        if (alone is null)
        {
            _logger.LogInformation("PostgreSQL in {Folder} stays up for the other servers that use it", _folder.Root);
            return;
        }

        await _cluster.StopAsync(CancellationToken.None);
        if (_address?.SocketFolder is { } socketFolder && !socketFolder.StartsWith(_folder.Root, StringComparison.Ordinal) && Directory.Exists(socketFolder))
            Directory.Delete(socketFolder, recursive: true);
        _logger.LogInformation("PostgreSQL in {Folder} is stopped", _folder.Root);
    }

    private async Task<PostmasterFile?> JoinAsync(CancellationToken cancellationToken)
    {
        if (PostmasterFile.Read(_folder) is not { } file || !file.IsAlive())
            return null;
        if (file.IsReady && await file.Address.AnswersAsync(AnswerLimit, cancellationToken))
        {
            _logger.LogInformation("Joined the PostgreSQL that already runs in {Folder}", _folder.Root);
            return file;
        }

        _logger.LogWarning("The PostgreSQL that runs in {Folder} does not answer and is started anew", _folder.Root);
        await _cluster.StopAtOnceAsync(cancellationToken);
        return null;
    }

    private async Task<PostmasterFile> StartAsync(CancellationToken cancellationToken)
    {
        await _cluster.MakeAsync(cancellationToken);
        var file = await _cluster.StartAsync(cancellationToken);
        _logger.LogInformation("Started a private PostgreSQL in {Folder}", _folder.Root);
        return file;
    }

    private async Task<string> ConnectionStringAsync(PostgresAddress address, CancellationToken cancellationToken)
    {
        var login = $"Port={address.Port};Database={PostgresCluster.Database};Username={PostgresCluster.Owner}";
        return address.SocketFolder is { } socketFolder
            ? $"Host={socketFolder};{login}"
            : $"Host=127.0.0.1;{login};Password={await File.ReadAllTextAsync(_folder.Password, cancellationToken)}";
    }

    private async ValueTask LeaveAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= _atExit;
        if (_presence is { } presence)
            await presence.DisposeAsync();
        _presence = null;
    }
}
