using ChatLiaison.TestKit;
using Npgsql;
using Shouldly;
using Xunit;

namespace ChatLiaison.Server.Tests;

public sealed class TestPostgresTests
{
    private static int _prepared;

    [Fact]
    public async Task Gives_each_asker_an_empty_database_of_its_own()
    {
        var names = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TestPostgres.NewDatabaseAsync()));
        names.Distinct().Count().ShouldBe(8);
        await Task.WhenAll(names.Select(name => ScalarAsync(name, "create table mine as select 1")));
    }

    [Fact]
    public async Task Prepares_a_template_once_and_copies_it()
    {
        var copies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestPostgres.NewDatabaseAsync(PrepareAsync)));
        foreach (var copy in copies)
            (await ScalarAsync(copy, "select count(*) from prepared")).ShouldBe(3L);
        _prepared.ShouldBe(1);
    }

    [Fact]
    public async Task A_private_one_goes_away_and_comes_back_under_the_same_address()
    {
        await using var database = await PrivatePostgres.CreateAsync();
        var address = database.ConnectionString;
        await ScalarAsync(address, "create table kept as select 5 as answer");

        await database.StopAsync();
        await Should.ThrowAsync<NpgsqlException>(() => ScalarAsync(address, "select 1"));
        await database.StartAsync();
        (await ScalarAsync(address, "select answer from kept")).ShouldBe(5);

        await database.KillAsync();
        await Should.ThrowAsync<NpgsqlException>(() => ScalarAsync(address, "select 1"));
        await database.StartAsync();
        database.ConnectionString.ShouldBe(address);
        (await ScalarAsync(address, "select answer from kept")).ShouldBe(5);
    }

    [Fact]
    public async Task A_paused_one_answers_nobody_until_it_is_resumed()
    {
        await using var database = await PrivatePostgres.CreateAsync();
        await database.PauseAsync();
        await Should.ThrowAsync<NpgsqlException>(() => ScalarAsync(database.ConnectionString + ";Timeout=1", "select 1"));
        await database.ResumeAsync();
        (await ScalarAsync(database.ConnectionString, "select 1")).ShouldBe(1);
    }

    private static async Task PrepareAsync(string connectionString)
    {
        Interlocked.Increment(ref _prepared);
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("create table prepared as select generate_series(1, 3)");
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
