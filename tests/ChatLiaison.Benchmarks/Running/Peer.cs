using System.Text.Json;
using ChatLiaison.Benchmarks.Fakes;
using ChatLiaison.Benchmarks.Load;
using Npgsql;

namespace ChatLiaison.Benchmarks.Running;

/// <summary>The two that the product is measured beside: the floor, and the same acts on Slack's own framework.</summary>
internal static class Peer
{
    public static async Task<Child> FloorAsync(FakeSlack slack, string viewFile, string rowsFile = "", string database = "")
    {
        var url = Ports.Free();
        var environment = Environment(slack, url, viewFile, rowsFile);
        environment["FLOOR_DATABASE"] = database;
        return (await Child.StartAsync(["dotnet", typeof(Peer).Assembly.Location, "floor"], environment, url, "health/ready")).Child;
    }

    /// <summary>Installs the peer in a folder of its own; null where Node or its registry is not to be had.</summary>
    public static async Task<string?> InstallAsync(string name)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"chatliaison-peer-{name}");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Repository.Peer(name)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        try
        {
            await Programs.RunAsync(["npm", "ci", "--no-audit", "--no-fund"], new Dictionary<string, string>(), folder);
            return folder;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"No {name} here: {e.Message}");
            return null;
        }
    }

    public static async Task<Child?> BoltAsync(FakeSlack slack, string viewFile, string rowsFile = "", string database = "")
    {
        if (await InstallAsync("bolt") is not { } folder)
        {
            return null;
        }

        var url = Ports.Free();
        var environment = Environment(slack, url, viewFile, rowsFile);
        environment["SLACK_API_URL"] = new Uri(slack.Url, "api/").ToString();
        environment["NODE_ENV"] = "production";
        if (database.Length > 0)
        {
            var parts = new NpgsqlConnectionStringBuilder(database);
            environment["FLOOR_DATABASE"] = JsonSerializer.Serialize(new { host = parts.Host, port = parts.Port, database = parts.Database, user = parts.Username, password = parts.Password ?? "" });
        }

        return (await Child.StartAsync(["node", "app.js"], environment, url, "health/ready", folder)).Child;
    }

    private static Dictionary<string, string> Environment(FakeSlack slack, Uri url, string viewFile, string rowsFile) => new()
    {
        ["FLOOR_URL"] = url.ToString(),
        ["FLOOR_SECRET"] = SlackRequests.Secret,
        ["FLOOR_VIEWS_OPEN"] = new Uri(slack.Url, "api/views.open").ToString(),
        ["FLOOR_VIEW"] = viewFile,
        ["FLOOR_ROWS"] = rowsFile,
    };
}
