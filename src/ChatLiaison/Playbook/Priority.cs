using NodaTime;

namespace ChatLiaison.Playbook;

/// <summary>How much a case matters; the only thing that drives targets.</summary>
internal enum Priority
{
    P1,
    P2,
    P3,
    P4,
}

/// <summary>What is promised at one priority; every span counts on <paramref name="Calendar"/>.</summary>
/// <param name="UpdateEvery">The longest silence towards the customer; null when only a change is worth an update.</param>
/// <param name="Calendar">The name of a calendar of the playbook.</param>
internal sealed record PriorityPolicy(Duration Acknowledge, Duration FirstResponse, Duration? UpdateEvery, Duration Resolve, string Calendar)
{
    /// <summary>How soon the customer hears of a cause, an estimate or a roadblock, and from a person they asked for.</summary>
    public required Duration Inform { get; init; }
}

/// <summary>When the customer is asked whether all is well: due after the resolution, and broken if it was not done by then.</summary>
internal sealed record FollowUpPolicy(Duration Due, Duration Broken);
