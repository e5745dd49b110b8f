using ChatLiaison.Playbook;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Promises;

internal enum MilestoneKind
{
    /// <summary>Said at once: a critical case tells its next owner at minute nought (K18).</summary>
    Start,
    Warning,
    Due,
    Break,

    /// <summary>Said again while nobody answers a critical case (K18).</summary>
    Again,
}

internal readonly record struct Milestone(Instant At, MilestoneKind Kind);

/// <summary>The instants at which the watcher looks at a promise. Pure.</summary>
internal static class Milestones
{
    /// <summary>How often a critical promise is said again at most, so that nobody is stormed for ever.</summary>
    private const int AgainAtMost = 12;

    public static IReadOnlyList<Milestone> Of(Promise promise, PromisePolicy policy)
    {
        if (promise.DueAt is not { } due)
        {
            return [];
        }

        if (promise.IsTimer)
        {
            return [new(due, MilestoneKind.Due)];
        }

        var list = new List<Milestone>(8);
        if (IsUrgent(promise) && promise.Kind == PromiseKind.Acknowledge)
        {
            list.Add(new(promise.Clock.StartedAt, MilestoneKind.Start));
        }

        foreach (var fraction in policy.WarnAt)
        {
            // Kept even when it falls together with due, so that a milestone's number never changes.
            list.Add(new(promise.Clock.ReachesFraction(fraction, policy.Calendar(promise.Calendar)) ?? due, MilestoneKind.Warning));
        }

        list.Add(new(due, MilestoneKind.Due));
        if (promise.BreakAt is { } broken && broken > due)
        {
            list.Add(new(broken, MilestoneKind.Break));
        }

        for (var i = 1; i <= AgainAtMost && IsUrgent(promise); i++)
        {
            list.Add(new(due + (policy.Again * i), MilestoneKind.Again));
        }

        return list;
    }

    /// <summary>A critical case that waits for a person to answer at all.</summary>
    public static bool IsUrgent(Promise promise) =>
        promise.Priority == Priority.P1 && promise.Kind is (PromiseKind.Acknowledge or PromiseKind.LevelResponse);
}

/// <summary>What the watcher needs of the playbook.</summary>
/// <param name="WarnAt">Fractions of the span.</param>
/// <param name="Again">How soon a critical promise is said again.</param>
/// <param name="CriticalNextLevel">How long a critical case waits for an acknowledgement before it climbs, from its start.</param>
internal sealed record PromisePolicy(
    IReadOnlyList<double> WarnAt, Duration Again, Duration CriticalNextLevel, Func<string, BusinessCalendar> Calendar);
