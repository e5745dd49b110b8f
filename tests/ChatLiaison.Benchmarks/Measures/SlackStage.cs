using System.Net;
using ChatLiaison.Benchmarks.Fakes;
using ChatLiaison.Benchmarks.Floors;
using ChatLiaison.Benchmarks.Load;
using ChatLiaison.Benchmarks.Running;
using Npgsql;

namespace ChatLiaison.Benchmarks.Measures;

/// <summary>The product on a fresh database with a filled directory, beside a fake Slack; and what the others are made from.</summary>
internal sealed class SlackStage : IAsyncDisposable
{
    private SlackStage(Bench bench, FakeSlack slack, string connectionString, Child product) =>
        (Bench, Slack, ConnectionString, Product) = (bench, slack, connectionString, product);

    public Bench Bench { get; }

    public FakeSlack Slack { get; }

    public string ConnectionString { get; }

    public Child Product { get; private set; }

    public Submissions Submissions { get; private set; } = null!;

    /// <summary>A file with the modal that the product opens.</summary>
    public string ViewFile { get; } = Path.GetTempFileName();

    public static async Task<SlackStage> OpenAsync()
    {
        var bench = await Bench.OpenAsync();
        var slack = await FakeSlack.StartAsync();
        var connectionString = await bench.NewDatabaseAsync();
        await Running.Product.ImportAsync(connectionString, slack);
        var (product, _) = await Running.Product.StartAsync(connectionString, slack);
        var stage = new SlackStage(bench, slack, connectionString, product);
        await stage.SeeModalAsync();
        return stage;
    }

    public static HttpRequestMessage Command(Child server, long number) => SlackRequests.Command(server.Url, number);

    public HttpRequestMessage Submit(Child server, long number) => Submissions.Make(server.Url, number);

    /// <summary>Starts the product again on the same database.</summary>
    public async Task<TimeSpan> RestartAsync()
    {
        (Product, var ready) = await Running.Product.StartAsync(ConnectionString, Slack);
        return ready;
    }

    /// <summary>Submits one form; a file with the rows that came of it.</summary>
    public async Task<string> SeeRowsAsync()
    {
        var (status, body) = await LoadRun.SendAsync(Submit(Product, Numbers.Next()));
        if (status != HttpStatusCode.OK || !Submissions.IsSaved(body))
        {
            throw new InvalidOperationException($"The product answered a submission with {status}: {System.Text.Encoding.UTF8.GetString(body)}");
        }

        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var ask = source.CreateCommand("select id from cases order by opened_at desc limit 1");
        var caseId = (Guid)(await ask.ExecuteScalarAsync())!;
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, await RowTemplate.ReadAsync(ConnectionString, caseId));
        return file;
    }

    /// <summary>A fresh database for the floor or the peer.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var connectionString = await Bench.NewDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var create = source.CreateCommand("create sequence bench_number");
        await create.ExecuteNonQueryAsync();
        return connectionString;
    }

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await Slack.DisposeAsync();
        await Bench.DisposeAsync();
        File.Delete(ViewFile);
    }

    private async Task SeeModalAsync()
    {
        Slack.Watch = true;
        await LoadRun.SendAsync(Command(Product, 0));
        Slack.Watch = false;
        if (Slack.LastOpened.Length == 0)
        {
            throw new InvalidOperationException("The product opened no modal.");
        }

        Submissions = new Submissions(Slack.LastOpened);
        await File.WriteAllTextAsync(ViewFile, Submissions.View);
    }
}
