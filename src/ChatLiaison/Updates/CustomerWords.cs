using ChatLiaison.Cases;
using ChatLiaison.Chat;

namespace ChatLiaison.Updates;

/// <summary>What is said in the customer's thread. Each is words that a person sent, with the least that must stand around them.</summary>
internal static class CustomerWords
{
    public static CustomerCard Told(SupportCase c, CaseEvent told, Actor by)
    {
        var card = CustomerCard.Plain(CustomerText.Of($"{CustomerText.Name(by.Name):b} on {c.ReferenceText}: {CustomerText.Approved(told.Text, by.Name)}"));
        return told.NextUpdate is { } next ? card.Small(CustomerText.Of($"You will hear from us next by {next}.")) : card;
    }
}

/// <summary>What our people are told in the case's working thread.</summary>
internal static class NewsCards
{
    public static StaffCard FromCustomer(SupportCase c, CaseEvent happened, Actor by) => StaffCard
        .Plain(StaffText.Of($"New from {by.Name:b} on {c.Reference}{What(happened.Kind)}:"))
        .Quoting(happened.Text);

    private static string What(CaseEventKind kind) => kind switch
    {
        CaseEventKind.UnderstandingCorrected => " (a correction)",
        CaseEventKind.Reopened => " (not fixed)",
        _ => "",
    };
}
