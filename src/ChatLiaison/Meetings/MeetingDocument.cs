using ChatLiaison.Chat;
using ChatLiaison.Handover;

namespace ChatLiaison.Meetings;

/// <summary>
/// What those who meet work on together, beside the call (S84): its field in our forms and the way to it on our cards. It may be for our own
/// people only, so the customer reads its address in an invitation alone, and only when whoever invites them ticks it.
/// </summary>
internal static class MeetingDocument
{
    public const string Field = "document";
    public const string Example = "https://docs.example.com/plan";
    private const string Named = "document_named";

    /// <param name="given">Its address as it is known; empty for none.</param>
    public static TextField Ask(string given) => LinkField.Ask(Field, "The shared document", given) with { Hint = "For our own people. The customer has it only when you tick it in their invitation." };

    public static Button[] Open(Meeting m) => m.Document.Length > 0 ? [Button.Link("Open the document", m.Document)] : [];

    /// <summary>To be ticked in the invitation of a customer; nothing where there is no document for them.</summary>
    public static IEnumerable<Field> Offer(Meeting m)
    {
        if (MayBeNamed(m))
        {
            yield return new ChoiceField(Named, "The shared document", [new("yes", "The customer may have it: name it in the invitation")])
            {
                Multiple = true,
                Hint = "It is left out unless you tick this, since it may hold words for our own people.",
            };
        }
    }

    /// <summary>What is ticked can no longer be done; null when all is well.</summary>
    public static FieldError? Wrong(FormValues values, Meeting m) => values.Has(Named) && !MayBeNamed(m)
        ? new("words", "The minutes were written meanwhile, so this is no invitation any more. Open the meetings of the case again.")
        : null;

    /// <summary>The words of an invitation, with the document named when that was ticked.</summary>
    public static string With(string words, FormValues values, Meeting m) => values.Has(Named) && MayBeNamed(m) ? $"{words}\nThe document that we work on together: {m.Document}" : words;

    private static bool MayBeNamed(Meeting m) => m is { State: MeetingState.Scheduled, IsWithCustomer: true, Document.Length: > 0 };
}
