using System.Globalization;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.CustomerLog;

/// <summary>The two forms of a customer's record: add an entry, and take all of it away as text.</summary>
internal static class LogForm
{
    public const string Items = "items";
    public const string Owner = "item_owner";
    public const string Due = "item_due";
    public const string Case = "item_case";

    /// <summary>What its buttons carry: the customer, and the case that it is about, if any.</summary>
    public static string Value(int customerId, string? reference) => string.Create(CultureInfo.InvariantCulture, $"{customerId}/{reference}");

    public static (int CustomerId, string Reference)? Read(string value) =>
        value.Split('/') is [var id, var reference] && int.TryParse(id, CultureInfo.InvariantCulture, out var customer) ? (customer, reference) : null;

    /// <param name="open">The customer's cases that something may be promised on, the most pressing first.</param>
    /// <param name="owner">Who may be given something to do.</param>
    public static Form Add(Customer customer, string reference, Instant now, IReadOnlyList<SupportCase> open, ChoiceField owner) => new(
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
            new TextField(Items, "What is to be done?") { Multiline = true, MaxLength = 1000, Hint = "One a line, for instance: Send the contract." },
            owner,
            new MomentField(Due, "By when?") { Hint = "With a time it is promised on a case, and whoever does it is reminded." },
            .. open.Count == 0 ? Array.Empty<Field>() : [On(reference, open)],
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

    private static ChoiceField On(string reference, IReadOnlyList<SupportCase> open) =>
        new(Case, "On which case is it kept?", [.. open.Select(c => new Choice(c.Reference, CommandWords.Cut($"{c.Reference}: {c.Title}", 75)))])
        {
            Initial = open is [var only] ? [only.Reference] : [.. open.Where(c => c.Reference == reference).Select(c => c.Reference)],
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
