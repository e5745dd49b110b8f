using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.Playwright;
using Xunit;

[assembly: CollectionBehavior(DisableTestParallelization = true)] // One playground, one story at a time.
[assembly: AssemblyFixture(typeof(ChatLiaison.Playground.Page.Tests.RunningPlayground))]

namespace ChatLiaison.Playground.Page.Tests;

/// <summary>One playground and one Chromium for all tests: started as a newcomer does, with nothing configured.</summary>
public sealed class RunningPlayground : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly List<string> _said = [];
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("chatliaison-page-");
    private readonly HttpClient _http = new() { Timeout = Patience };
    private Process? _server;
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // PostgreSQL runs as another account when the tests run as root, and has to pass through.
        if (!OperatingSystem.IsWindows())
        {
            _data.UnixFileMode |= UnixFileMode.OtherExecute | UnixFileMode.GroupExecute;
        }

        Address = new Uri($"http://127.0.0.1:{FreePorts()}");
        _server = Start();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = ["--no-sandbox", "--disable-gpu"] });
        await ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is { HasExited: false })
        {
            // As Ctrl-C does: it stops its own server and its database.
            using var kill = Process.Start("kill", ["-INT", $"{_server.Id}"]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await _server.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _server.Kill(entireProcessTree: true);
            }
        }

        _server?.Dispose();
        _http.Dispose();
        _data.Delete(recursive: true);
    }

    /// <summary>The sample world as new, no fault, no mirror.</summary>
    public Task StartOverAsync() => PostAsync("reset", new { });

    /// <summary>For who can do with the world as others left it: nobody has a form open, the tour stands at its begin.</summary>
    public async Task TidyAsync()
    {
        foreach (var side in new[] { "slack", "teams" })
        {
            await PostAsync("act", new { side, @as = "dana", act = new { @do = "close", all = true } });
        }

        await PostAsync("tour", new { @do = "restart" });
    }

    private async Task PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(Address, $"/playground/api/{path}"), body);
        answer.EnsureSuccessStatusCode();
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ChatLiaison.Server.dll"), "serve", "--urls", Address.ToString().TrimEnd('/') },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["Data__Path"] = _data.FullName;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var server = Process.Start(start)!;
        DataReceivedEventHandler hear = (_, line) => Hear(line.Data);
        server.OutputDataReceived += hear;
        server.ErrorDataReceived += hear;
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        return server;
    }

    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.Add(line ?? "");
        }
    }

    private async Task ReadyAsync()
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience && !_server!.HasExited)
        {
            try
            {
                using var answer = await _http.GetAsync(new Uri(Address, "/health/ready"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(100);
        }

        lock (_said)
        {
            throw new InvalidOperationException($"The playground did not start: {string.Join('\n', _said)}");
        }
    }

    private static string Chromium() => new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("These tests drive Chromium: install the package chromium.");

    /// <summary>A port that is free together with the two after it, which the stand-ins take.</summary>
    private static int FreePorts()
    {
        for (var port = Random.Shared.Next(20000, 30000); ; port += 3)
        {
            if (Enumerable.Range(port, 3).All(IsFree))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
