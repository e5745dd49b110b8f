using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Wording;
using NodaTime;

namespace ChatLiaison.WorkingThread;

/// <summary>A cause, an estimate or a roadblock: what is recorded inside, and what the customer might be told of it. Pure.</summary>
/// <param name="Draft">A person reads and changes it before it is sent.</param>
internal sealed record Learned(CaseEventKind Kind, string Recorded, string Draft)
{
    private const string Plan = " Plan: ";
    private const string Way = " Way round: ";

    public static Learned Cause(string cause, string plan) => plan.Length == 0
        ? new(CaseEventKind.CauseFound, cause, $"We have found the cause: {cause}")
        : new(CaseEventKind.CauseFound, $"{cause.TrimEnd('.')}.{Plan}{plan}", $"We have found the cause: {cause}\nThis is what we do now: {plan}");

    public static Learned Roadblock(string what, string way) => way.Length == 0
        ? new(CaseEventKind.RoadblockHit, what, $"Something is in our way: {what}")
        : new(CaseEventKind.RoadblockHit, $"{what.TrimEnd('.')}.{Way}{way}", $"Something is in our way: {what}\nThis is how we get round it: {way}");

    /// <param name="time">An instant on the contact's own clock.</param>
    public static Learned Estimate(Instant by, string rests, Func<Instant, string> time) => new(
        CaseEventKind.EstimateKnown,
        $"{ChatText.InUtc(by, MomentStyle.DateAndTime)}.{(rests.Length > 0 ? $" It rests on: {rests}" : "")}",
        $"We expect this to be fixed by {time(by)}.{(rests.Length > 0 ? $" That rests on: {rests}" : "")}");

    /// <summary>As it was written in the working thread. After an arrow stands the plan, or the way round.</summary>
    /// <param name="zone">The writer's.</param>
    /// <returns>Null for a line of another kind.</returns>
    public static Learned? Typed(CaseEvent line, Instant now, DateTimeZone zone, Func<Instant, string> time)
    {
        var (what, then) = WorkEntryRules.Split(line.Text);
        return line.Kind switch
        {
            CaseEventKind.CauseFound => Cause(what, then),
            CaseEventKind.RoadblockHit => Roadblock(what, then),
            CaseEventKind.EstimateKnown => SpokenTime.Find(what, now, zone) is { } spoken && spoken.At > now
                ? Estimate(spoken.At, $"{spoken.Words} {then}".Trim(), time)
                : new(CaseEventKind.EstimateKnown, line.Text, $"This is our estimate: {line.Text}"),
            _ => null,
        };
    }

    /// <summary>What is in the way and the way round it; the second is empty when nobody said.</summary>
    public static (string What, string Way) SplitRoadblock(string recorded) => recorded.LastIndexOf(Way, StringComparison.Ordinal) is >= 0 and var at
        ? (recorded[..at], recorded[(at + Way.Length)..])
        : (recorded, "");
}
