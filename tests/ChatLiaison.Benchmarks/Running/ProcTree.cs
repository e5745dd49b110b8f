using System.Globalization;

namespace ChatLiaison.Benchmarks.Running;

/// <summary>The processor time of a process, its children that live, and those that it has waited for.</summary>
internal static class ProcTree
{
    public static TimeSpan Processor(int root)
    {
        long ticks = 0;
        foreach (var entry in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(entry), CultureInfo.InvariantCulture, out var id) && Read(id) is { } fields)
            {
                var parent = int.Parse(fields[1], CultureInfo.InvariantCulture);
                ticks += id == root ? Sum(fields, 11, 14) : parent == root ? Sum(fields, 11, 12) : 0;
            }
        }

        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    private static long Sum(string[] fields, int from, int to)
    {
        long sum = 0;
        for (var i = from; i <= to; i++)
        {
            sum += long.Parse(fields[i], CultureInfo.InvariantCulture);
        }

        return sum;
    }

    // After the name in brackets come the state, the parent, …, and from the twelfth on: user, system, children's user, children's system.
    private static string[]? Read(int id)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{id}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
