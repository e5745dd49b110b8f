using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ChatLiaison.Server.Settings;
using ChatLiaison.TestKit;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Live;

/// <summary>
/// The Teams side against @microsoft/m365agentsplayground, which is Microsoft's and none of ours: the server in this process, the client in one
/// of its own, and its page in headless Chromium. It sends no tokens, so the server is told to do without.
/// </summary>
public sealed class When_Microsofts_own_client_is_used
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_case_is_taken_down_acknowledged_and_said_to_be_settled_in_it()
    {
        Assert.SkipUnless(Find("node") is not null && Find("npm") is not null, "Node.js is not on this machine.");
        var chromium = new[] { "chromium", "chromium-browser", "google-chrome" }.Select(Find).FirstOrDefault(p => p is not null)
            ?? throw new InvalidOperationException("Chromium is missing: install the package chromium, or run the tests by ./test.sh, which does.");
        var folder = Path.Combine(Root(), "tests", "ChatLiaison.Playground.Tests", "microsoft");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            await RunAsync("npm", ["ci", "--no-audit", "--no-fund"], folder, []);
        }

        var port = FreePort();
        await using var server = await TestServer.StartAsync(Settings(port), await TestPostgres.NewDatabaseAsync(TestServer.PrepareAsync), TimeProvider.System);
        using var client = Start(
            "node", [Path.Combine("node_modules", "@microsoft", "m365agentsplayground", "cli.js"), "-e", $"{server.Address}api/messages", "-c", "msteams", "-p", $"{port}"], folder,
            new() { ["TEAMSAPPTESTER_BROWSER"] = "none", ["SEND_INSTALLATION_ACTIVITY"] = "true" });
        client.BeginOutputReadLine();
        client.BeginErrorReadLine();
        try
        {
            await ListensAsync(port);
            var said = await RunAsync("node", ["walk.mjs", $"http://127.0.0.1:{port}/", server.Address.ToString(), $"{port}"], folder, new() { ["CHROMIUM"] = chromium });
            said.ShouldContain("the card shows who holds it");
        }
        finally
        {
            client.Kill(entireProcessTree: true);
            await client.WaitForExitAsync();
        }
    }

    private static ServerSettings Settings(int port) => new()
    {
        DataPath = "",
        Teams = new TeamsSettings
        {
            AppId = "aaaaaaaa-0000-4000-8000-000000000001",
            AppPassword = "",
            TenantId = "11111111-1111-4111-8111-111111111111",
            OpenIdMetadataUrl = TeamsSettings.DefaultOpenIdMetadataUrl,
            TokenUrl = TeamsSettings.DefaultTokenUrl(null),
            AllowedServiceHosts = [$"127.0.0.1:{port}", $"localhost:{port}"],
            DangerouslyAllowUnauthenticated = true,
        },
    };

    private static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, string folder, Dictionary<string, string> environment)
    {
        using var process = Start(program, arguments, folder, environment);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{await output}\n{await errors}");
        return await output;
    }

    private static Process Start(string program, IReadOnlyList<string> arguments, string folder, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task ListensAsync(int port)
    {
        using var http = new HttpClient();
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                (await http.GetAsync(new Uri($"http://127.0.0.1:{port}/"))).Dispose();
                return;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(2))
            {
                await Task.Delay(200);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string Root()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "ChatLiaison.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return root;
    }
}
