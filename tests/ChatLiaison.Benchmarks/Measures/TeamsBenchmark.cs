using System.Text.Json;
using ChatLiaison.Benchmarks.Fakes;
using ChatLiaison.Benchmarks.Floors;
using ChatLiaison.Benchmarks.Load;
using ChatLiaison.Benchmarks.Running;
using Npgsql;

namespace ChatLiaison.Benchmarks.Measures;

/// <summary>Dialogs of Teams, asked for and submitted, under a real token.</summary>
internal static class TeamsBenchmark
{
    public static async Task RunAsync(int rounds)
    {
        await using var bench = await Bench.OpenAsync();
        await using var slack = await FakeSlack.StartAsync();
        await using var teams = await FakeTeams.StartAsync();
        var connectionString = await bench.NewDatabaseAsync();
        await Product.ImportAsync(connectionString, slack);
        var (product, _) = await Product.StartAsync(connectionString, slack, teams);
        await using var owned = product;
        var requests = new TeamsRequests(teams);
        var settings = await SeeAsync(bench, teams, product, requests, connectionString);
        await using var floor = await StartAsync(["dotnet", typeof(TeamsBenchmark).Assembly.Location, "teams-floor"], settings, bench, isNode: false);
        await using var peer = await Peer.InstallAsync("botbuilder") is { } folder ? await StartAsync(["node", "app.js"], settings, bench, isNode: true, folder) : null;

        await MeasureAsync(rounds, "task/fetch answered", (s, n) => requests.Fetch(s.Url, n), TeamsRequests.IsDialog, product, floor, peer);
        await MeasureAsync(rounds, "task/submit stored and answered", (s, n) => requests.Submit(s.Url, n), TeamsRequests.IsSaved, product, floor, peer);
    }

    private static async Task MeasureAsync(
        int rounds, string title, Func<Child, long, HttpRequestMessage> make, Func<ReadOnlyMemory<byte>, bool> judge, Child product, Child floor, Child? peer)
    {
        var contenders = new List<Contender> { new("product", product, make, judge), new("floor", floor, make, judge) };
        if (peer is not null)
        {
            contenders.Add(new("botbuilder", peer, make, judge));
        }

        var taken = await Pairing.RunAsync(rounds, [.. contenders]);
        Tables.Print(title, taken);
        foreach (var other in contenders.Skip(1))
        {
            Tables.Compare(taken, "product", other.Name);
        }
    }

    /// <summary>Opens one dialog and submits it; what the others answer and write is made from that.</summary>
    private static async Task<Dictionary<string, string>> SeeAsync(Bench bench, FakeTeams teams, Child product, TeamsRequests requests, string connectionString)
    {
        var (_, dialog) = await LoadRun.SendAsync(requests.Fetch(product.Url, Numbers.Next()));
        requests.Learn(dialog);
        var (status, saved) = await LoadRun.SendAsync(requests.Submit(product.Url, Numbers.Next()));
        if (!TeamsRequests.IsSaved(saved))
        {
            throw new InvalidOperationException($"The product answered a submission with {status}: {System.Text.Encoding.UTF8.GetString(saved)}");
        }

        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var ask = source.CreateCommand("select id from cases order by opened_at desc limit 1");
        var (view, rows) = (Path.GetTempFileName(), Path.GetTempFileName());
        await File.WriteAllBytesAsync(view, dialog);
        await File.WriteAllTextAsync(rows, await RowTemplate.ReadAsync(connectionString, (Guid)(await ask.ExecuteScalarAsync())!));
        using var http = new HttpClient();
        return new()
        {
            ["FLOOR_VIEW"] = view,
            ["FLOOR_ROWS"] = rows,
            ["FLOOR_APP_ID"] = Product.TeamsAppId,
            ["FLOOR_KEYS"] = await http.GetStringAsync(new Uri(teams.Url, "keys")),
            ["FLOOR_OPENID"] = teams.OpenIdMetadata.ToString(),
            ["FLOOR_TOKEN"] = teams.Token.ToString(),
            ["NODE_ENV"] = "production",
        };
    }

    private static async Task<Child> StartAsync(string[] program, Dictionary<string, string> settings, Bench bench, bool isNode, string? folder = null)
    {
        var url = Ports.Free();
        var connectionString = await bench.NewDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var create = source.CreateCommand("create sequence bench_number");
        await create.ExecuteNonQueryAsync();
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        var own = new Dictionary<string, string>(settings)
        {
            ["FLOOR_URL"] = url.ToString(),
            ["FLOOR_DATABASE"] = isNode
                ? JsonSerializer.Serialize(new { host = parts.Host, port = parts.Port, database = parts.Database, user = parts.Username, password = parts.Password ?? "" })
                : connectionString,
        };
        return (await Child.StartAsync(program, own, url, "health/ready", folder)).Child;
    }
}
