using System.Globalization;

namespace ChatLiaison.TestKit;

/// <summary>The processes that a process started, read from /proc.</summary>
internal static class ChildProcesses
{
    public static IEnumerable<int> Of(int parent)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process) && ParentOf(process) == parent)
                yield return process;
        }
    }

    // After the name in brackets come the state and the parent's number.
    private static int? ParentOf(int process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(line[(line.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
