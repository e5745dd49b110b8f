using System.Globalization;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using NodaTime;

namespace ChatLiaison.CustomerLog;

/// <summary>A page of a customer's record: whom we speak with, and what was said, the newest first.</summary>
internal static class LogCard
{
    public const int Page = 12;

    private const int SummaryShown = 300;

    /// <param name="entries">At most one more than a page; the one more says that there are older ones.</param>
    /// <param name="kind">Only these are listed; null for all.</param>
    public static StaffCard Draw(Customer customer, IReadOnlyList<LoggedInteraction> entries, InteractionKind? kind, Instant now)
    {
        var only = kind is { } one ? $" ({InteractionWords.Name(one)})" : "";
        var shown = entries.Take(Page).ToList();
        var card = StaffCard.Titled(StaffText.Of($"{customer.Name}: what was said{only}"))
            .List(customer.Contacts.Select(c => Header(c, now)))
            .Line()
            .List(shown.Select(Line));
        card = shown.Count == 0 ? card.Say("Nothing is on record yet. Add what you know, for instance a call of today.") : card;
        List<Button> buttons =
        [
            Button.Open("log.open", "Add an entry", LogForm.Value(customer.Id, null), ButtonStyle.Primary),
            Button.Open("log.export", "Export", LogForm.Value(customer.Id, null)),
        ];
        if (entries.Count > Page)
        {
            buttons.Add(Button.Act("log.older", "Older", Older(customer, kind, shown[^1].Entry.At)));
        }

        return card.With(buttons);
    }

    /// <summary>What the button for the next page carries.</summary>
    public static string Older(Customer customer, InteractionKind? kind, Instant before) =>
        string.Create(CultureInfo.InvariantCulture, $"{customer.Id}/{kind}/{before.ToUnixTimeTicks()}");

    private static StaffText Header(Contact c, Instant now)
    {
        var role = c.Title.Length > 0 ? $", {c.Title}" : "";
        var there = now.InZone(c.Zone).ToString("HH:mm", CultureInfo.InvariantCulture);
        var hours = c.Hours is { } open ? $", at work {open}" : "";
        var mail = c.Email.Length > 0 ? $" · {c.Email}" : "";
        return StaffText.Of($"{c.Name:b}{role} · prefers {c.Prefers} · {c.Zone.Id}, {there} there now{hours}{mail}");
    }

    private static StaffText Line(LoggedInteraction logged)
    {
        var e = logged.Entry;
        var messages = e.Messages > 1 ? $" ({e.Messages} messages)" : "";
        var about = logged.References.Count > 0 ? $" [{string.Join(", ", logged.References)}]" : "";
        var items = e.ActionItems.Length > 0 ? $" To do: {e.ActionItems.ReplaceLineEndings("; ")}" : "";
        return StaffText.Of($"{e.At} {InteractionWords.Name(e.Kind):b}, {Who(e)}{messages}: {CommandWords.Cut(e.Summary.ReplaceLineEndings("; "), SummaryShown)}{about}{items}");
    }

    private static string Who(Interaction e) => (e.Direction, e.Contact.Length > 0 ? e.Contact : "the customer", e.Staff) switch
    {
        (_, var contact, "") => contact,
        (InteractionDirection.FromUs, var contact, var staff) => $"{staff} to {contact}",
        (InteractionDirection.FromCustomer, var contact, var staff) => $"{contact} to {staff}",
        (_, var contact, var staff) => $"{contact} and {staff}",
    };
}
