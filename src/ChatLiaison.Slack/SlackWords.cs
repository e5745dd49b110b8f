using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>The adapter's own sentences: said when the desk could say nothing.</summary>
internal static class SlackWords
{
    public static readonly CustomerText Failed =
        CustomerText.Of($"Nothing was saved: something went wrong on our side. Please try again in a minute.");

    public static readonly CustomerText TooSlow =
        CustomerText.Of($"Nothing was saved as far as we can tell: it took too long. Please try again in a minute.");

    public static readonly CustomerText FormDidNotOpen =
        CustomerText.Of($"The form did not open in time, and nothing was saved. Please try again.");

    public static readonly CustomerText NoPlace =
        CustomerText.Of($"Nothing was saved: this did not say what it was about. Please try again.");

    public static CustomerText Join(IReadOnlyList<FieldError> errors) => CustomerText.Name(string.Join(' ', errors.Select(e => e.Message)));
}
