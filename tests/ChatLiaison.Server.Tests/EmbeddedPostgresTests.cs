using ChatLiaison.Server.Database;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Shouldly;
using Xunit;

namespace ChatLiaison.Server.Tests;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string _data = TestData.NewFolder();

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Keeps_its_data_until_the_next_start()
    {
        await using (var first = await StartAsync())
            await ExecuteAsync(first, "create table kept as select 42 as answer");

        await using var second = await StartAsync();
        (await ScalarAsync(second, "select answer from kept")).ShouldBe(42);
    }

    [Fact]
    public async Task Never_trades_a_commit_for_speed()
    {
        await using var server = await StartAsync();
        (await ScalarAsync(server, "show fsync")).ShouldBe("on");
        (await ScalarAsync(server, "show synchronous_commit")).ShouldBe("on");
        (await ScalarAsync(server, "show full_page_writes")).ShouldBe("on");
    }

    [Fact]
    public async Task Does_not_run_as_root()
    {
        await using var server = await StartAsync();
        var owner = await Command.RunAsync(["ps", "-o", "user=", "-p", server.ProcessId.ToString()], CancellationToken.None);
        owner.Output.ShouldNotBe("root");
    }

    [Fact]
    public async Task Lets_nobody_else_near_its_socket()
    {
        await using var server = await StartAsync();
        var folder = new NpgsqlConnectionStringBuilder(server.ConnectionString).Host!;
        folder.ShouldStartWith("/");
        File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        (await ScalarAsync(server, "show listen_addresses")).ShouldBe("");
    }

    [Fact]
    public async Task Finds_a_short_socket_path_when_the_data_path_is_long()
    {
        var deep = Path.Combine([_data, .. Enumerable.Repeat("a-rather-long-folder-name", 5)]);
        await using var server = await EmbeddedPostgres.StartAsync(deep, NullLogger.Instance, CancellationToken.None);
        (await ScalarAsync(server, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Stays_up_until_the_last_of_two_servers_leaves()
    {
        var first = await StartAsync();
        var second = await StartAsync();
        second.ProcessId.ShouldBe(first.ProcessId);

        await first.DisposeAsync();
        (await ScalarAsync(second, "select 1")).ShouldBe(1);

        await second.DisposeAsync();
        File.Exists(Path.Combine(second.Root, "data", "postmaster.pid")).ShouldBeFalse();
    }

    [Fact]
    public async Task Starts_once_when_two_servers_start_together()
    {
        var both = await Task.WhenAll(StartAsync(), StartAsync());
        both[0].ProcessId.ShouldBe(both[1].ProcessId);
        foreach (var server in both)
            await server.DisposeAsync();
    }

    [Fact]
    public async Task Recovers_when_its_processes_were_killed()
    {
        await using var first = await StartAsync();
        await ExecuteAsync(first, "create table kept as select 7 as answer");
        await Command.RunAsync(["kill", "-9", first.ProcessId.ToString()], CancellationToken.None);

        await using var second = await StartAsync();
        second.ProcessId.ShouldNotBe(first.ProcessId);
        (await ScalarAsync(second, "select answer from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task Is_not_fooled_by_a_process_number_that_is_now_somebody_elses()
    {
        await using (var first = await StartAsync())
            await ExecuteAsync(first, "create table kept as select 7 as answer");
        var file = Path.Combine(_data, "postgres", "data", "postmaster.pid");
        await File.WriteAllLinesAsync(file, [Environment.ProcessId.ToString(), "/nowhere", "1", "5432", "/nowhere", "", "1 1", "ready"]);

        await using var second = await StartAsync();
        (await ScalarAsync(second, "select answer from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task Starts_over_when_the_first_start_was_cut_off_half_way()
    {
        Directory.CreateDirectory(Path.Combine(_data, "postgres", "data.unfinished", "base"));
        await using var server = await StartAsync();
        (await ScalarAsync(server, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Says_which_version_the_data_needs()
    {
        var refused = await Should.ThrowAsync<EmbeddedPostgresException>(() => PostgresBinaries.FindAsync(9, CancellationToken.None));
        refused.Message.ShouldContain("install PostgreSQL 9");
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(_data, NullLogger.Instance, CancellationToken.None);

    private static async Task ExecuteAsync(EmbeddedPostgres server, string sql) => await ScalarAsync(server, sql);

    private static async Task<object?> ScalarAsync(EmbeddedPostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
