using System.Globalization;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using NodaTime;

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

    /// <param name="markdown">The whole record; what it has no room for is said.</param>
    public static Form Export(Customer customer, string markdown) => CopyForm.Of(
        "log.close",
        Button.Open("log.export", "Open the export", Value(customer.Id, null), ButtonStyle.Primary),
        StaffText.Of($"{customer.Name}'s record as Markdown, the newest first. Copy it from here."),
        markdown,
        $"Ask for one kind to see further back: /liaison log {customer.Key} call export");
}
