using System.Globalization;

namespace ChatLiaison.Benchmarks.Running;

/// <summary>One line of /proc/PID/status.</summary>
internal static class ProcStatus
{
    /// <param name="name">Such as VmRSS, resident now, or VmHWM, the most it ever was.</param>
    public static long Kilobytes(int process, string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith(name + ":", StringComparison.Ordinal));
        return long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
