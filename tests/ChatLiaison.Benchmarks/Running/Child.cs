using System.Diagnostics;
using System.Globalization;

namespace ChatLiaison.Benchmarks.Running;

/// <summary>A process under measure: its address, its processor time and its memory as the kernel counts them.</summary>
internal sealed class Child : IAsyncDisposable
{
    /// <summary>The kernel counts processor time in hundredths of a second (proc(5), stat; USER_HZ).</summary>
    private const double MillisecondsPerTick = 10;

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };

    private readonly Process process;
    private readonly TextWriter log;

    private Child(Process process, TextWriter log, Uri url) => (this.process, this.log, Url) = (process, log, url);

    public Uri Url { get; }

    public int Id => process.Id;

    /// <summary>Everything the process has used so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            var line = File.ReadAllText($"/proc/{Id}/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            return TimeSpan.FromMilliseconds(ticks * MillisecondsPerTick);
        }
    }

    /// <summary>What is resident now, in MB.</summary>
    public double ResidentMegabytes => ProcStatus.Kilobytes(Id, "VmRSS") / 1024.0;

    /// <param name="program">The program and its arguments.</param>
    /// <param name="url">Where it will listen.</param>
    /// <param name="readyPath">Answers 200 once it is ready.</param>
    /// <returns>The process, and the time from its start to the first 200.</returns>
    public static async Task<(Child Child, TimeSpan Ready)> StartAsync(
        IReadOnlyList<string> program, IReadOnlyDictionary<string, string> environment, Uri url, string readyPath, string? folder = null)
    {
        var start = new ProcessStartInfo(program[0]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? Directory.CreateTempSubdirectory("chatliaison-bench-run-").FullName };
        foreach (var argument in program.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var began = TimeProvider.System.GetTimestamp();
        var started = Process.Start(start) ?? throw new InvalidOperationException($"{program[0]} did not start.");
        var written = TextWriter.Synchronized(new StreamWriter(Path.Combine(Path.GetTempPath(), $"bench-{started.Id}.log")) { AutoFlush = true });
        started.OutputDataReceived += (_, e) => written.WriteLine(e.Data);
        started.ErrorDataReceived += (_, e) => written.WriteLine(e.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        var child = new Child(started, written, url);
        await child.AwaitAsync(new Uri(url, readyPath));
        return (child, TimeProvider.System.GetElapsedTime(began));
    }

    public Task SignalAsync(string signal) => SignalAsync(Id, signal);

    /// <summary>Ends it at once, as a power cut does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await SignalAsync("CONT");
            await SignalAsync("TERM");
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(25));
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited)
            {
                process.Kill();
            }
        }

        process.Dispose();
        await log.DisposeAsync();
    }

    private static async Task SignalAsync(int id, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private async Task AwaitAsync(Uri ready)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(60))
        {
            if (process.HasExited)
            {
                break;
            }

            try
            {
                using var answer = await Http.GetAsync(ready);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                // Not listening yet.
            }

            await Task.Delay(10);
        }

        throw new InvalidOperationException($"The process {Id} did not get ready; see bench-{Id}.log in {Path.GetTempPath()}.");
    }
}
