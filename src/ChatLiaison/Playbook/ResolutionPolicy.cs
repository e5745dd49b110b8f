using NodaTime;

namespace ChatLiaison.Playbook;

/// <summary>What must have been done before a case closes.</summary>
internal enum ClosingStep
{
    /// <summary>What was done, why, and the reason are on record (S50).</summary>
    Documented,

    /// <summary>The customer was told (S51).</summary>
    Told,

    /// <summary>It works for the customer, and it is on record who says so (S76).</summary>
    Verified,

    FollowedUp,

    /// <summary>What the customer wrote last has its answer, and whether it is the old problem is settled (S72, C6).</summary>
    Answered,

    /// <summary>What people gave their word on along the way is done or taken back (S98).</summary>
    Promised,
}

/// <summary>One of a list that people choose from.</summary>
/// <param name="Key">Lower case with hyphens; kept with what was chosen.</param>
internal sealed record Named(string Key, string Name);

/// <summary>How a case ends.</summary>
/// <param name="Reasons">Why cases come up (S42).</param>
/// <param name="Needs">What a case that closes without an exception has behind it.</param>
/// <param name="LastChance">How much longer a case is kept that lacks a step at the end of its grace window.</param>
/// <param name="RatingOf">5, or 2 for good and bad.</param>
/// <param name="NeverAgain">What is said only beside a measure (K14).</param>
internal sealed record ResolutionPolicy(
    IReadOnlyList<Named> Reasons, IReadOnlyList<ClosingStep> Needs, Duration LastChance, int RatingOf, IReadOnlyList<string> NeverAgain)
{
    public required ReviewPolicy Review { get; init; }

    /// <summary>What a fix is checked with for the customer before they are told (S93).</summary>
    public IReadOnlyList<Named> Check { get; init; } = [];

    /// <summary>A case that was not fixed this often after engineering said it was goes up to management by itself (S49).</summary>
    public int NotFixedClimbsAfter { get; init; } = 2;

    /// <summary>What promises "never again" without a measure that would keep it from coming back (K14); null when all is well.</summary>
    public string? EmptyPromise(string words, string prevention)
    {
        var plain = words.Replace('\u2019', '\'');
        return prevention.Length > 0 ? null : NeverAgain.FirstOrDefault(n => plain.Contains(n, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The same as a sentence, for words that stand beside no measure.</summary>
    public string? EmptyPromise(string words) => EmptyPromise(words, "") is { } said
        ? $"You write '{said}', which only a resolution can say, beside what keeps it from coming back. Leave it out here."
        : null;
}

/// <summary>How a case is looked back at.</summary>
/// <param name="Priorities">A review is asked for on these; on others it is offered.</param>
/// <param name="Levels">The roles whose levels ask for a review when a case came up to them.</param>
internal sealed record ReviewPolicy(
    IReadOnlyList<Priority> Priorities,
    IReadOnlyList<Commands.Role> Levels,
    Duration Due,
    IReadOnlyList<Priority> SessionFor,
    Duration RecurringWithin)
{
    public required IReadOnlyList<Named> RootCauses { get; init; }

    public required IReadOnlyList<string> CauseOwners { get; init; }

    public required IReadOnlyList<Named> DetectionGaps { get; init; }
}
