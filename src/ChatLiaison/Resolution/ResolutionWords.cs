using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;

namespace ChatLiaison.Resolution;

/// <summary>What a customer reads of a resolution, piece by piece: the same for the preview and for what is sent.</summary>
internal static class ResolutionWords
{
    public static CustomerText Title(SupportCase c) => CustomerText.Of($"{c.ReferenceText} is resolved");

    public static CustomerText Opening(SupportCase c) => CustomerText.Of($"{CaseViews.ContactText(c, c.Platform)}, this is what was done:");

    /// <summary>Why it came up, what keeps it from coming back and what to do should it, and what they can try, nothing where nothing was said; and who says so (S143).</summary>
    public static IEnumerable<CustomerText> Rest(CaseResolution r)
    {
        if (r.Cause.Length > 0)
        {
            yield return CustomerText.Of($"Why it happened: {CustomerText.Approved(r.Cause, r.By)}");
        }

        if (r.Prevention.Length > 0)
        {
            yield return CustomerText.Of($"So that it does not come back: {CustomerText.Approved(r.Prevention, r.By)}");
        }

        if (r.ComesBack.Length > 0)
        {
            yield return CustomerText.Approved(r.ComesBack, r.By);
        }

        if (r.Try.Length > 0)
        {
            yield return CustomerText.Of($"Please try: {CustomerText.Approved(r.Try, r.By)}");
        }

        yield return CustomerText.Of($"Yours, {CustomerText.Name(r.By)}");
    }

    public static CustomerText Question { get; } = CustomerText.Of($"Does it work for you now?");

    public static IEnumerable<ChatText> Preview(SupportCase c, CaseResolution r) => [Title(c).Bold(), Opening(c), CustomerText.Approved(r.Done, r.By), .. Rest(r), Question];
}
