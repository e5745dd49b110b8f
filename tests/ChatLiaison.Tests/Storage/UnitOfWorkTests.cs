using Npgsql;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Storage;

public sealed class UnitOfWorkTests
{
    private const string Remember = "insert into job_runs (job, last_due, ran_at) values ($1, $2, $2)";

    [Fact]
    public async Task Disposed_without_a_commit_leaves_nothing()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using (var work = world.Database.Begin(world.Now))
        {
            work.Write(Remember, "a", work.Now);
            await work.FlushAsync(CancellationToken.None);
            work.Write(Remember, "b", work.Now);
        }

        (await world.CountAsync("job_runs")).ShouldBe(0);
    }

    [Fact]
    public async Task One_write_that_fails_takes_the_others_with_it_and_wakes_nobody()
    {
        await using var world = await DeskWorld.CreateAsync();
        var woken = false;
        await using var work = world.Database.Begin(world.Now);
        work.Write(Remember, "a", work.Now);
        work.Write(Remember, "a", work.Now);
        work.AfterCommit(() => woken = true);

        await Should.ThrowAsync<PostgresException>(() => work.CommitAsync(CancellationToken.None));

        woken.ShouldBeFalse();
        (await world.CountAsync("job_runs")).ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_come_back_to_the_statements_that_gave_them(bool inTransaction)
    {
        await using var world = await DeskWorld.CreateAsync();
        for (var round = 0; round < 3; round++)
        {
            var answers = new List<string>();
            await using var work = world.Database.Begin(world.Now);
            if (inTransaction)
            {
                await work.ReadAsync("select 1", [], row => row.Int(0), CancellationToken.None);
            }

            work.Write(Remember, $"a{round}", work.Now);
            work.Write("select 'first' || n from generate_series(1, 2) n", [], row => answers.Add(row.Text(0)));
            work.Write("update job_runs set ran_at = $1", work.Now);
            work.Write("delete from job_runs where job = 'none' returning job", [], row => answers.Add(row.Text(0)));
            work.Write(Remember + " returning job", [$"b{round}", work.Now], row => answers.Add(row.Text(0)));
            work.Write("delete from job_runs where job = 'nobody'");
            await work.CommitAsync(CancellationToken.None);

            answers.ShouldBe(["first1", "first2", $"b{round}"]);
        }
    }
}
