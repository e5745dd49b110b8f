using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Customers;

namespace ChatLiaison.Updates;

/// <summary>The second step of an update: exactly what the customer will read, and what our own people will see beside it.</summary>
internal static class UpdatePreview
{
    /// <param name="beside">What is worth a second look in the words.</param>
    public static Form Draw(UpdateSheet sheet, UpdateContent content, UpdateDraft draft, IEnumerable<Field> beside)
    {
        var state = UpdateState.Of(sheet.Case) with { Preview = draft.Print };
        IReadOnlyList<StaffText> lines =
        [
            StaffText.Of($"{(content.Medium == Medium.Chat ? "The customer will read" : "What you told the customer"):b}"),
            .. CardLines.Of(draft.Previewed!),
            StaffText.Of($"{"Our team will see":b}"),
            StaffText.Lines(Inside(sheet, content).Select(line => StaffText.Of($"• {line}"))),
        ];
        return new("update.submit", "Preview", content.Medium == Medium.Chat ? "Send to the customer" : "Put it on record", [.. lines.Select((line, number) => new FormNote($"line{number}", line)), .. beside])
        {
            State = state.ToString(),
            Token = CaseForm.NewToken(),
            Back = Button.Open("update.edit", "Back to edit", state.ToString()),
        };
    }

    private static IEnumerable<StaffText> Inside(UpdateSheet sheet, UpdateContent content)
    {
        yield return CaseRooms.OfCustomer(sheet.Case) switch
        {
            _ when content.Medium != Medium.Chat => "Nothing is sent. It is on record as said by you, in the case and in the customer's record",
            null => StaffText.Of($"{CaseRooms.Told(sheet.Case)} It is recorded as said, with your name"),
            ToPerson => StaffText.Of($"It goes to {sheet.Case.ContactName} alone, and to those who hold the case"),
            _ => "The same words in the working thread, with your name",
        };
        yield return content switch
        {
            { Next: { } next, Tightened: true } => StaffText.Of($"A promise: the next update by {next}. That is the cadence of this case, which is stricter than what you chose"),
            { Next: { } next } => StaffText.Of($"A promise: the next update by {next}"),
            _ => "No promise of a next update",
        };
        if (content.Next is { } by && !sheet.Case.IsCritical && CaseContact.OutOfHours(sheet.Customer, sheet.Case, by) is { } there)
        {
            yield return StaffText.Of($"That is {there}");
        }

        foreach (var kept in sheet.Owed.Where(o => content.Keeps.Contains(o.Id)))
        {
            yield return StaffText.Of($"Kept: {kept.What}");
        }

        foreach (var left in sheet.Informs.Where(o => !content.Keeps.Contains(o.Id)))
        {
            yield return StaffText.Of($"Still owed: {left.What}");
        }

        foreach (var step in content.Steps)
        {
            yield return StaffText.Of($"{(step.Owner.Length > 0 ? step.Owner : "Whoever holds the case")} is reminded: {step.What}, by {step.Due}");
        }
    }
}
