using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace ChatLiaison.Server.Playing;

/// <summary>One life of the server under the playground, from its start to its end.</summary>
internal sealed class PlayedProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<Answer?>> _asked = new();
    private readonly TaskCompletionSource<Answer?> _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _input = new();
    private int _last;

    private PlayedProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => End();
    }

    /// <summary>Its first word; null when it ended before it was up.</summary>
    public Task<Answer?> Up => _up.Task;

    public Task Ended => _ended.Task;

    public int ProcessId { get; private set; }

    /// <summary>Starts it; it gets ready as far as it can, and waits for what is handed over.</summary>
    public static PlayedProcess Start()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "ChatLiaison.Server.dll");
        var isOwnProgram = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "ChatLiaison.Server";
        var start = new ProcessStartInfo(isOwnProgram ? Environment.ProcessPath! : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (!isOwnProgram)
        {
            start.ArgumentList.Add(library);
        }

        start.ArgumentList.Add(Verbs.CommandLine.PlayedVerb);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var played = new PlayedProcess(process);
        process.Start();
        process.BeginOutputReadLine();
        played.ProcessId = process.Id;
        return played;
    }

    public void Give(HandOver handOver) => Write(handOver.Write());

    /// <summary>Gives an order and waits for its answer; null when the process ended before.</summary>
    public async Task<Answer?> OrderAsync(string order, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _last);
        var answer = _asked[number] = new TaskCompletionSource<Answer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_ended.Task.IsCompleted || !Write($"{order} {number}"))
        {
            _asked.TryRemove(number, out _);
            return null;
        }

        return await answer.Task.WaitAsync(cancellationToken);
    }

    /// <summary>SIGKILL: nothing of it runs on.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _ended.Task;
    }

    /// <summary>Lets it stop by itself, and kills it when that takes too long.</summary>
    public async Task StopAsync()
    {
        Write(Orders.Stop);
        if (await Task.WhenAny(_ended.Task, Task.Delay(StopPatience)) != _ended.Task)
        {
            await KillAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }

    private bool Write(string line)
    {
        try
        {
            lock (_input)
            {
                _process.StandardInput.WriteLine(line);
                _process.StandardInput.Flush();
            }

            return true;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return false;
        }
    }

    private void Hear(string? line)
    {
        if (line is not [Orders.Mark, ..])
        {
            if (line is not null)
            {
                Console.Out.WriteLine(line);
            }

            return;
        }

        var answer = JsonSerializer.Deserialize<Answer>(line.AsSpan(1))!;
        if (answer.Order == 0)
        {
            _up.TrySetResult(answer);
        }
        else if (_asked.TryRemove(answer.Order, out var asked))
        {
            asked.TrySetResult(answer);
        }
    }

    private void End()
    {
        _ended.TrySetResult();
        _up.TrySetResult(null);
        foreach (var number in _asked.Keys.ToList())
        {
            if (_asked.TryRemove(number, out var asked))
            {
                asked.TrySetResult(null);
            }
        }
    }
}
