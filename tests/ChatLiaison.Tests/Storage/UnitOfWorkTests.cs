using ChatLiaison.Storage;
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

    [Fact]
    public async Task Rows_of_one_form_go_together_and_keep_their_place_before_what_names_their_table()
    {
        await using var world = await DeskWorld.CreateAsync();
        var form = new RowForm("job_runs", "(job, last_due, ran_at)", "($1, $2, $3)");
        await using var work = world.Database.Begin(world.Now);
        foreach (var job in new[] { "a", "b" })
        {
            work.Insert(form, job, work.Now, work.Now);
        }

        work.Write("update change_marks set number = number where name = 'none'");
        work.Insert(form, "c", work.Now, work.Now);
        work.Write("delete from job_runs where job <> 'c'");
        for (var n = 0; n < 20; n++)
        {
            work.Insert(form, $"d{n:00}", work.Now, work.Now);
        }

        await work.CommitAsync(CancellationToken.None);

        (await world.Database.Ask("select job from job_runs order by job").ListAsync(row => row.Text(0), CancellationToken.None))
            .ShouldBe(["c", .. Enumerable.Range(0, 20).Select(n => $"d{n:00}")]);
    }

    [Fact]
    public void Each_row_of_a_form_has_places_of_its_own() => new RowForm("t", "(a, b, c)", "($1, 'x', $2)").Sql(3)
        .ShouldBe("insert into t (a, b, c) values ($1, 'x', $2), ($3, 'x', $4), ($5, 'x', $6)");

    [Theory]
    [InlineData("($1, $1)")]
    [InlineData("($2, $1)")]
    public void A_form_whose_places_are_not_each_once_and_in_order_is_refused(string row) =>
        Should.Throw<ArgumentException>(() => new RowForm("t", "(a, b)", row)).Message.ShouldContain("each once and in order");
}
