using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>Hours in which a level, or the whole ladder for a customer, reaches nobody; the same hours of several days are one line.</summary>
/// <param name="Whose">The level's name, or the customers' keys.</param>
/// <param name="Hours">In UTC: <c>22:00-07:00</c>.</param>
/// <param name="On">On which days: <c>daily</c>, <c>Sat, Sun</c>, <c>24 Nov</c>.</param>
/// <param name="Length">In hours, all days together.</param>
internal sealed record LadderGap(string Whose, string Hours, string On, int Length, string Why);

/// <summary>In how many hours somebody of a level is at work or on call.</summary>
internal sealed record LevelHours(string Level, int Staffed);

/// <summary>What a walk of the ladder through the days ahead has found.</summary>
/// <param name="Never">Levels that reach nobody at any hour.</param>
/// <param name="Whole">Hours in which no level reaches anybody: only the last-resort channel.</param>
/// <param name="Levels">Hours in which one level reaches nobody and the case goes on to the next one at once.</param>
/// <param name="DaysOff">Holidays within the days, each with whom it concerns.</param>
internal sealed record LadderReport(
    Instant From, bool HasCustomers, IReadOnlyList<EscalationLevel> Never, IReadOnlyList<LadderGap> Whole, IReadOnlyList<LadderGap> Levels,
    IReadOnlyList<LevelHours> Staffed, IReadOnlyList<string> DaysOff)
{
    /// <summary>Hours lost, summed over the customers.</summary>
    public int Hours { get; init; }

    public bool IsWell => HasCustomers && Never.Count == 0 && Whole.Count == 0;

    /// <summary>What must be mended, a sentence each with its cure.</summary>
    public IEnumerable<string> Trouble()
    {
        if (!HasCustomers)
        {
            yield return "There are no customers yet, so no ladder can be walked. Import a directory first.";
        }

        foreach (var level in Never)
        {
            yield return $"Level {level.Number} ({level.Name}) reaches nobody at any hour. Give somebody the role {Roles.Name(level.Role)}, or mend how they are reached.";
        }

        foreach (var gap in Whole)
        {
            yield return $"{gap.Whose}: {gap.Hours} UTC, {gap.On}: a critical case reaches nobody on any level, only the last-resort channel. Put somebody on call for these hours.";
        }
    }

    /// <summary>The whole report as lines of text.</summary>
    public IReadOnlyList<string> Lines()
    {
        var lines = new List<string>(Trouble());
        if (HasCustomers && Whole.Count == 0)
        {
            lines.Add($"Every hour of the next {LadderCheck.Days} days reaches somebody.");
        }

        if (Levels.Count > 0)
        {
            lines.Add("");
            lines.Add("A critical case passes these levels by at once, since they reach nobody then:");
            lines.AddRange(Table([["level", "hours (UTC)", "days", "why"], .. Levels.Select(g => new[] { g.Whose, g.Hours, g.On, g.Why })]));
        }

        lines.Add("");
        lines.Add($"Somebody at work or on call, of {LadderCheck.Days * 24} hours: {string.Join(", ", Staffed.Select(s => $"{s.Level} {s.Staffed}"))}.");
        lines.AddRange(DaysOff.Select(day => $"Day off: {day}."));
        return lines;
    }

    private static IEnumerable<string> Table(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
