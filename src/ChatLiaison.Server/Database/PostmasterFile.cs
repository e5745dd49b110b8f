using System.Diagnostics;

namespace ChatLiaison.Server.Database;

/// <summary>What postmaster.pid in the data folder says of the server that runs there, or ran there when it was killed.</summary>
/// <remarks>PostgreSQL: storage of database files; lines: pid, data folder, start, port, socket folder, address, memory key, status.</remarks>
internal sealed record PostmasterFile(int ProcessId, PostgresAddress Address, bool IsReady)
{
    public static PostmasterFile? Read(PostgresFolder folder)
    {
        try
        {
            return Parse(File.ReadAllLines(PathIn(folder)));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static string PathIn(PostgresFolder folder) => Path.Combine(folder.Data, "postmaster.pid");

    internal static PostmasterFile? Parse(IReadOnlyList<string> lines)
    {
        if (lines.Count < 6 || !int.TryParse(lines[0], out var process) || !int.TryParse(lines[3], out var port))
            return null;
        var socketFolder = lines[4].Trim();
        return new(process, new(socketFolder.Length == 0 ? null : socketFolder, port), lines.Count > 7 && lines[7].Trim() == "ready");
    }

    /// <summary>Whether that process lives and is a PostgreSQL: after a restart of the machine its number may be anybody's.</summary>
    public bool IsAlive()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return !process.HasExited && !IsZombie() && process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    // Killed, but not yet collected by the process that inherited it. The state follows the name in brackets.
    private bool IsZombie()
    {
        try
        {
            var state = File.ReadAllText($"/proc/{ProcessId}/stat");
            return state[(state.LastIndexOf(')') + 1)..].TrimStart().StartsWith('Z');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
