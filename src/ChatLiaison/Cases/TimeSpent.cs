using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Cases;

/// <summary>How long people have worked on a case, from its record (S79). Pure.</summary>
internal static class TimeSpent
{
    /// <summary>From when somebody began until it was resolved, without the time in which it waited on others.</summary>
    /// <param name="timeline">The whole record, oldest first.</param>
    public static Duration Of(IReadOnlyList<TimelineLine> timeline, Instant now)
    {
        var spent = Duration.Zero;
        Instant? since = null;
        foreach (var line in timeline)
        {
            switch (line.Kind)
            {
                case CaseEventKind.Acknowledged or CaseEventKind.Taken or CaseEventKind.OnIt or CaseEventKind.Resumed or CaseEventKind.Reopened:
                    since ??= line.At;
                    break;
                case CaseEventKind.CustomerTold when spent == Duration.Zero && since is null && line.Side == Side.Staff:
                    since = line.At;
                    break;
                case CaseEventKind.Waiting or CaseEventKind.Resolved or CaseEventKind.Closed or CaseEventKind.Cancelled when since is { } began:
                    spent += line.At - began;
                    since = null;
                    break;
            }
        }

        return since is { } running ? spent + (now - running) : spent;
    }

    /// <summary>To the minute: nobody reads seconds of work.</summary>
    public static string InWords(Duration spent) => spent < Duration.FromMinutes(1)
        ? "less than a minute"
        : DurationText.Humanise(Duration.FromMinutes(Math.Floor(spent.TotalMinutes)));
}
