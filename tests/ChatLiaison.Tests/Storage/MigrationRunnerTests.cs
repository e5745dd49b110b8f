using ChatLiaison.Storage;
using ChatLiaison.TestKit;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Storage;

public sealed class MigrationRunnerTests
{
    [Fact]
    public async Task Runs_each_script_once_whoever_starts_at_the_same_time()
    {
        var address = await TestPostgres.NewDatabaseAsync();
        await using var one = new Database(address);
        await using var two = new Database(address);

        var runs = await Task.WhenAll(MigrationRunner.RunAsync(one, CancellationToken.None), MigrationRunner.RunAsync(two, CancellationToken.None));

        runs.SelectMany(r => r).ShouldBeUnique();
        runs.SelectMany(r => r).ShouldContain("0001_ground");
        (await MigrationRunner.RunAsync(one, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_a_database_of_a_newer_build()
    {
        await using var world = await DeskWorld.CreateAsync();
        await world.RunAsync("insert into migrations values ('9999_tomorrow')");

        (await Should.ThrowAsync<InvalidOperationException>(() => MigrationRunner.RunAsync(world.Database, CancellationToken.None)))
            .Message.ShouldContain("9999_tomorrow");
    }
}
