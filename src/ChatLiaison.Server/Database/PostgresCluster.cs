using System.Security.Cryptography;

namespace ChatLiaison.Server.Database;

/// <summary>One data folder and the steps of its life: make, start, stop. Each is called by one server at a time (see <see cref="FolderLock"/>).</summary>
internal sealed class PostgresCluster(PostgresFolder folder, PostgresAccount account, PostgresBinaries binaries, PostgresTuning tuning)
{
    public const string Owner = "chatliaison";
    public const string Database = "chatliaison";

    /// <summary>Makes the data folder when there is none. It takes its name last, so that a start that is killed leaves no half-made one.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (folder.WrittenBy is not null)
            return;
        if (Directory.Exists(folder.Unfinished))
            Directory.Delete(folder.Unfinished, recursive: true);

        await account.WriteAsync(folder.Password, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)), cancellationToken);
        await InitialiseAsync(cancellationToken);
        await RunAsync(
            [binaries.Postgres, "--single", "-D", folder.Unfinished, "-c", "log_min_messages=fatal", "postgres"],
            "make its database", cancellationToken, $"create database {Database}\n");
        await RunAsync(
            ["sh", "-c", "echo \"include_if_exists 'chatliaison.conf'\" >> \"$1/postgresql.conf\" && mv \"$1\" \"$2\"", "sh", folder.Unfinished, folder.Data],
            "keep its settings", cancellationToken);
    }

    public async Task<PostmasterFile> StartAsync(CancellationToken cancellationToken)
    {
        await Remains.ClearAsync(folder, TimeProvider.System, cancellationToken);
        var address = await PostgresAddress.ChooseAsync(folder, account, cancellationToken);
        Remains.ClearSocket(address);
        await account.WriteAsync(Path.Combine(folder.Data, "chatliaison.conf"), tuning.Settings(address), cancellationToken);
        // pg_ctl gives the server a session of its own, so the terminal's Ctrl-C does not reach it, and waits until it answers.
        await RunAsync([binaries.PgCtl, "start", "-D", folder.Data, "-l", folder.Log, "-w", "-t", "120", "-s"], "start", cancellationToken);
        return PostmasterFile.Read(folder) ?? throw new EmbeddedPostgresException($"PostgreSQL started and ended at once: see {folder.Log}.");
    }

    /// <summary>Stops it with every commit on disk; what still runs is rolled back.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (PostmasterFile.Read(folder)?.IsAlive() != true)
            return;
        var stopped = await account.RunAsync(StopCommand("fast", "60"), cancellationToken);
        if (!stopped.Succeeded && PostmasterFile.Read(folder)?.IsAlive() == true)
            await StopAtOnceAsync(cancellationToken);
    }

    /// <summary>Stops one that does not answer; the next start recovers from its log.</summary>
    public async Task StopAtOnceAsync(CancellationToken cancellationToken)
    {
        var stopped = await account.RunAsync(StopCommand("immediate", "30"), cancellationToken);
        if (!stopped.Succeeded && PostmasterFile.Read(folder) is { } file && file.IsAlive())
            throw new EmbeddedPostgresException($"PostgreSQL does not stop: end its process (kill -9 {file.ProcessId}), then start again ({stopped.Output}).");
    }

    private string[] StopCommand(string mode, string seconds) => [binaries.PgCtl, "stop", "-D", folder.Data, "-m", mode, "-w", "-t", seconds, "-s"];

    private async Task InitialiseAsync(CancellationToken cancellationToken)
    {
        string[] command =
        [
            binaries.InitDb, "-D", folder.Unfinished, "-U", Owner, "--encoding=UTF8", "--auth-local=trust", "--auth-host=scram-sha-256",
            $"--pwfile={folder.Password}", .. tuning.Durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        // Systems without this locale still get UTF-8 text, in the plain C order.
        var made = await account.RunAsync([.. command, "--locale=C.UTF-8"], cancellationToken);
        if (!made.Succeeded)
            await RunAsync([.. command, "--locale=C"], "make its data folder", cancellationToken);
    }

    private async Task RunAsync(IReadOnlyList<string> command, string doing, CancellationToken cancellationToken, string input = "")
    {
        var result = await account.RunAsync(command, cancellationToken, input);
        if (!result.Succeeded)
            throw new EmbeddedPostgresException($"PostgreSQL could not {doing}: {result.Output} {LastOfLog()}(log: {folder.Log})");
    }

    private string LastOfLog() => File.Exists(folder.Log) ? string.Join(' ', File.ReadLines(folder.Log).TakeLast(3)) + ' ' : "";
}
