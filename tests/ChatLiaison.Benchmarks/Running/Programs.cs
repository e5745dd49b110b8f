using System.Diagnostics;

namespace ChatLiaison.Benchmarks.Running;

internal static class Programs
{
    /// <summary>Runs a program to its end; what it said is in the exception when it fails.</summary>
    public static async Task<string> RunAsync(IReadOnlyList<string> program, IReadOnlyDictionary<string, string> environment, string? folder = null)
    {
        var start = new ProcessStartInfo(program[0]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? Path.GetTempPath() };
        foreach (var argument in program.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program[0]} did not start.");
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await said : throw new InvalidOperationException($"{string.Join(' ', program)} failed: {await said} {await complained}");
    }
}
