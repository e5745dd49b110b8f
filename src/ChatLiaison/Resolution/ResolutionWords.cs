using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Updates;

namespace ChatLiaison.Resolution;

/// <summary>What a customer reads of a resolution, piece by piece: the same for the preview and for what is sent.</summary>
internal static class ResolutionWords
{
    public static CustomerText Title(SupportCase c) => CustomerText.Of($"{c.ReferenceText} is resolved");

    public static CustomerText Opening(SupportCase c) => CustomerText.Of($"{CaseViews.ContactText(c, c.Platform)}, this is what was done:");

    /// <summary>Why it came up, and what keeps it from coming back; nothing where nothing was said.</summary>
    public static IEnumerable<CustomerText> Reasons(string cause, string prevention, string by)
    {
        if (cause.Length > 0)
        {
            yield return CustomerText.Of($"Why it happened: {CustomerText.Approved(cause, by)}");
        }

        if (prevention.Length > 0)
        {
            yield return CustomerText.Of($"So that it does not come back: {CustomerText.Approved(prevention, by)}");
            yield return CustomerText.Of($"We keep an eye on it. Should you see it again, answer here and we take it up at once.");
        }
    }

    public static CustomerText Question { get; } = CustomerText.Of($"Does it work for you now?");

    public static IEnumerable<ChatText> Preview(SupportCase c, string done, string cause, string prevention, string by) =>
        [Title(c).Bold(), Opening(c), CustomerText.Approved(done, by), .. Reasons(cause, prevention, by), Question];
}
