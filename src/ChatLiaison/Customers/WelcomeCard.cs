using ChatLiaison.Chat;

namespace ChatLiaison.Customers;

/// <summary>What the bot says when it is added to a channel. A customer may read along in any of them, so all of it is for everyone.</summary>
internal static class WelcomeCard
{
    /// <param name="organisation">Ours, as customers know it.</param>
    /// <param name="customer">Whose channel it is.</param>
    public static CustomerCard ForCustomer(string organisation, string customer) => CustomerCard
        .Titled(CustomerText.Of($"Hello {CustomerText.Name(customer)}"))
        .Say(CustomerText.Of($"This is where {CustomerText.Name(organisation)} looks after you. Tell us what is wrong in your own words, right here."))
        .Say(CustomerText.Of($"We take it down, say when you will hear from us, and keep you posted until it is settled."));

    /// <summary>For a channel of no customer; only our own people can use the button.</summary>
    public static CustomerCard Unlinked() => CustomerCard
        .Titled(CustomerText.Of($"Hello"))
        .Say(CustomerText.Of($"Nobody has said yet whose channel this is, so nothing written here is taken down."))
        .Say(CustomerText.Of($"One of our people can link it to a customer."))
        .With(Button.Open(LinkChannelCommand.OpenAction, "Link to a customer", "", ButtonStyle.Primary));
}
