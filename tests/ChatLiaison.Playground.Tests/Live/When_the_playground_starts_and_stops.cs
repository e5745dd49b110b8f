using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ChatLiaison.TestKit;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Live;

public sealed class When_the_playground_starts_and_stops
{
    [Fact]
    public async Task Everything_ends_with_it_and_a_second_one_is_told_where_the_first_runs()
    {
        await using var folder = TestFolder.Make();
        await using var first = await PlaygroundProcess.StartAsync(folder.Path);
        first.Address.ShouldNotBeNull(first.Said);
        await using (var second = await PlaygroundProcess.StartAsync(folder.Path))
        {
            second.Address.ShouldBeNull();
            second.ExitCode.ShouldBe(1);
            second.Said.ShouldBe($"A playground with the data in {folder.Path} runs already at {first.Address}: open that one, or stop it, or give this one a folder and a port of its own: Data__Path=/tmp/playground ./run.sh --urls http://127.0.0.1:4978");
        }

        var server = first.Children().ShouldHaveSingleItem();
        await first.SignalAsync("TERM");
        await first.EndedAsync();
        first.ExitCode.ShouldBe(0, first.Said);
        IsAlive(server).ShouldBeFalse();
        File.Exists(Path.Combine(folder.Path, "postgres", "data", "postmaster.pid")).ShouldBeFalse("its PostgreSQL is stopped");
    }

    [Fact]
    public async Task A_playground_that_is_killed_takes_its_server_along_and_starts_again_on_the_same_data()
    {
        await using var folder = TestFolder.Make();
        await using (var first = await PlaygroundProcess.StartAsync(folder.Path))
        {
            var server = first.Children().ShouldHaveSingleItem();
            await first.SignalAsync("KILL");
            await first.EndedAsync();
            await Wait.UntilAsync(() => !IsAlive(server), TimeSpan.FromSeconds(20));
        }

        await using var again = await PlaygroundProcess.StartAsync(folder.Path);
        again.Address.ShouldNotBeNull(again.Said);
    }

    [Fact]
    public async Task A_taken_port_and_an_open_address_are_refused_in_one_line()
    {
        await using var folder = TestFolder.Make();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        await using (var blocked = await PlaygroundProcess.StartAsync(folder.Path, url))
        {
            blocked.ExitCode.ShouldBe(1);
            blocked.Said.ShouldStartWith($"Failed to bind to address {url}: address already in use.");
            blocked.Said.ShouldContain("Stop the other server, or start this one with --urls http://127.0.0.1:");
            blocked.Said.ShouldNotContain("\n");
        }

        await using var open = await PlaygroundProcess.StartAsync(folder.Path, "http://192.0.2.1:3978");
        open.ExitCode.ShouldBe(1);
        open.Said.ShouldBe("The playground lets anybody act as anybody, so it listens on this machine only: --urls http://127.0.0.1:3978.");
    }

    [Theory]
    [InlineData("need_node", "Node.js is missing, which builds the playground's page: install nodejs and npm, then start again.")]
    [InlineData("need_chromium", "Please install with this system's own tool: chromium")]
    [InlineData("need_dotnet", "The .NET 10 SDK is missing: install the package dotnet-sdk-10.0, then start again.")]
    public async Task What_is_missing_is_named_in_one_line(string need, string line)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "ChatLiaison.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        // A machine with nothing, and no package manager.
        var start = new ProcessStartInfo("/bin/bash", ["-c", $". infra/packages.sh; {need}"]) { WorkingDirectory = root, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["PATH"] = "/nowhere";
        using var shell = Process.Start(start)!;
        var said = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        shell.ExitCode.ShouldBe(1);
        said.ShouldBe(line + "\n");
    }

    private static bool IsAlive(int process) => Directory.Exists($"/proc/{process}") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
}
