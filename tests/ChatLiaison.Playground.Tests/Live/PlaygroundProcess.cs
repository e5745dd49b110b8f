using System.Diagnostics;
using System.Globalization;

namespace ChatLiaison.Playground.Tests.Live;

/// <summary>A start of the playground, with what it says.</summary>
internal sealed class PlaygroundProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource<Uri?> _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PlaygroundProcess(Process process) => _process = process;

    /// <summary>The page's address; null: it ended before it was open.</summary>
    public Uri? Address => _open.Task.Result;

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    /// <summary>All lines of both outputs.</summary>
    public string Said
    {
        get
        {
            lock (_gate)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <param name="url">Where to listen; a free port unless told.</param>
    public static async Task<PlaygroundProcess> StartAsync(string folder, string url = "http://127.0.0.1:0")
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ChatLiaison.Server.dll"), "serve", "--urls", url },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("Slack__", StringComparison.Ordinal) || k.StartsWith("Teams__", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Data__Path"] = folder;
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var playground = new PlaygroundProcess(process);
        process.OutputDataReceived += (_, line) => playground.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => playground.Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _ = process.WaitForExitAsync().ContinueWith(_ => playground._open.TrySetResult(null), TaskScheduler.Default);
        if (await Task.WhenAny(playground._open.Task, Task.Delay(StartPatience)) != playground._open.Task)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The playground did not open: {playground.Said}");
        }

        return playground;
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public Task EndedAsync() => _process.WaitForExitAsync().WaitAsync(StopPatience);

    /// <summary>The numbers of the processes that it started and that still run.</summary>
    public IReadOnlyList<int> Children() => [.. TestKit.ChildProcesses.Of(_process.Id)];

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await SignalAsync("TERM");
            try
            {
                await EndedAsync();
            }
            catch (TimeoutException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        const string Open = "The playground is open at ";
        if (line is null)
        {
            return;
        }

        lock (_gate)
        {
            _lines.Add(line);
        }

        if (line.StartsWith(Open, StringComparison.Ordinal))
        {
            _open.TrySetResult(new Uri(line[Open.Length..]));
        }
    }
}
