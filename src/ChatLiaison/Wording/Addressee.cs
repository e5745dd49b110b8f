using ChatLiaison.Cases;
using ChatLiaison.Customers;

namespace ChatLiaison.Wording;

/// <summary>Whoever reads words of ours at a customer.</summary>
/// <param name="Name">Empty when nobody knows it.</param>
/// <param name="Level">How technical they are; empty when nobody said.</param>
/// <param name="Greeted">They have had words from us already, so that these are no greeting.</param>
internal sealed record Addressee(string Name, string Level, bool Greeted)
{
    public static Addressee Of(SupportCase c, Customer? customer) => new(
        c.ContactName, c.Details.TechnicalLevel.Length > 0 ? c.Details.TechnicalLevel : CaseContact.Of(customer, c)?.Level ?? "", c.FirstResponseAt is not null);

    /// <summary>Somebody whom we know by name only, as a record of the customer's contacts may know them better.</summary>
    public static Addressee Of(string name, Customer? customer) => new(
        name, customer?.Contacts.FirstOrDefault(k => string.Equals(k.Name, name, StringComparison.OrdinalIgnoreCase))?.Level ?? "", Greeted: false);
}
