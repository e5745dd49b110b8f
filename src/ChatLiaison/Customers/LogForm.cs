using System.Globalization;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Customers;

/// <summary>The two forms of a customer's record: add an entry, and take all of it away as text.</summary>
internal static class LogForm
{
    /// <summary>What its buttons carry: the customer, and the case that it is about, if any.</summary>
    public static string Value(int customerId, string? reference) => string.Create(CultureInfo.InvariantCulture, $"{customerId}/{reference}");

    public static (int CustomerId, string Reference)? Read(string value) =>
        value.Split('/') is [var id, var reference] && int.TryParse(id, CultureInfo.InvariantCulture, out var customer) ? (customer, reference) : null;

    public static Form Add(Customer customer, string reference, Instant now) => new(
        "log.submit",
        "Add to the record",
        "Add",
        [
            new ChoiceField("kind", "What was it?", [.. InteractionWords.ByName.Keys.Select(k => new Choice(k, k))]) { Required = true, Initial = ["Call"] },
            new ChoiceField("direction", "Who came to whom?", [new("FromUs", "I went to them"), new("FromCustomer", "They came to us"), new("Both", "We met")])
            {
                Required = true,
                Initial = ["FromUs"],
            },
            new TextField("summary", "What was said?") { Required = true, Multiline = true, MaxLength = 2000, Hint = "For our own people; the customer does not see it." },
            new TextField("items", "What is to be done?") { Multiline = true, MaxLength = 1000, Hint = "One a line, for instance: Dana sends the contract by Friday." },
            new TextField("contact", "Who at the customer?") { MaxLength = 120, Initial = customer.Contacts is [var first, ..] ? first.Name : "" },
            new MomentField("at", "When?") { Initial = now },
            new TextField("cases", "Which cases was it about?") { MaxLength = 200, Initial = reference, Hint = $"References with commas between them, for instance {customer.Key}-1." },
        ])
    {
        State = Value(customer.Id, reference.Length > 0 ? reference : null),
        Token = CaseForm.NewToken(),
        Opener = Button.Open("log.open", "Add an entry", Value(customer.Id, reference), ButtonStyle.Primary),
        OpenerText = CustomerText.Of($"The button opens the form."),
    };

    /// <param name="what">The month and the kind, with a space between; either may be empty.</param>
    /// <param name="markdown">The record; what it has no room for is said.</param>
    /// <param name="count">How many entries it holds.</param>
    /// <param name="oldest">The day of the oldest one.</param>
    public static Form Export(Customer customer, string what, string markdown, int count, LocalDate oldest) => CopyForm.Of(
        "log.close",
        Button.Open("log.export", "Open the export", Value(customer.Id, what), ButtonStyle.Primary),
        StaffText.Of($"{customer.Name}'s record as Markdown, the newest first: {(count == 1 ? "one entry" : $"{count} entries")} back to {LocalDatePattern.Iso.Format(oldest)}. Copy it from here."),
        markdown,
        $"Ask for one month, or one kind of it, to see further back: /liaison log {customer.Key} call export {LocalDatePattern.Iso.Format(oldest)[..7]}");
}
