using ChatLiaison.Chat;

namespace ChatLiaison.Handover;

/// <summary>A web address in a form, which may be left out: its field, what is wrong with what was typed, and how it is kept.</summary>
internal static class LinkField
{
    /// <param name="given">The address as it is known; empty for none.</param>
    public static TextField Ask(string id, string label, string given = "") => new(id, label) { MaxLength = LinkRules.MostLength, Placeholder = "https://", Initial = given };

    /// <summary>A plain sentence when it is no address; nothing when it is one or was left out.</summary>
    /// <param name="example">An address of the kind that is asked for.</param>
    public static IEnumerable<FieldError> Wrong(FormValues values, string id, string example)
    {
        if (values.Has(id) && LinkRules.Read(values.One(id)) is null)
        {
            yield return new FieldError(id, $"Write the whole address, such as {example}, or leave it out.");
        }
    }

    /// <summary>The address that was filled in, as it is kept; empty for none.</summary>
    public static string Given(FormValues values, string id) => values.Has(id) ? LinkRules.Read(values.One(id))?.AbsoluteUri ?? "" : "";
}
