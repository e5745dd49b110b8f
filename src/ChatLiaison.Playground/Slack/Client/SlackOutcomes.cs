using System.Collections.Immutable;

namespace ChatLiaison.Playground.Slack;

/// <summary>What a person saw after acting.</summary>
/// <param name="Answer">The app's answer as it came.</param>
/// <param name="Failure">What Slack would tell the person went wrong (<c>operation_timeout</c>, <c>dispatch_failed</c>,
/// <c>invalid_blocks</c> …), or null.</param>
public record SlackOutcome(AppAnswer Answer, string? Failure)
{
    public int? Status => Answer.Status;

    public bool IsDone => Failure is null;
}

/// <param name="Message">What the answer itself said, ephemeral unless it asked otherwise; null for an empty answer.</param>
/// <param name="View">The modal on show afterwards, if one was opened meanwhile.</param>
public sealed record SlackActOutcome(AppAnswer Answer, string? Failure, SlackMessage? Message, SlackView? View)
    : SlackOutcome(Answer, Failure);

/// <param name="Errors">Block id to error: what the client found missing (then nothing was sent), or what the app answered.</param>
/// <param name="WasSent">Did the form reach the app?</param>
/// <param name="View">The modal on show afterwards, or null.</param>
public sealed record SlackSubmitOutcome(
    AppAnswer Answer, string? Failure, ImmutableSortedDictionary<string, string> Errors, bool WasSent, SlackView? View)
    : SlackOutcome(Answer, Failure)
{
    /// <summary>The form was taken: no error, no failure.</summary>
    public bool IsTaken => WasSent && Failure is null && Errors.IsEmpty;
}

/// <summary>An option that the app offered for what was typed.</summary>
public sealed record SlackSuggestion(string Text, string Value);

/// <summary>A message that a person posted and the events that told the app of it.</summary>
public sealed record SlackPosted(SlackMessage Message, IReadOnlyList<EventDelivery> Deliveries);
