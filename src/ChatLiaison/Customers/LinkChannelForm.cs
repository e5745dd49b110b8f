using ChatLiaison.Chat;

namespace ChatLiaison.Customers;

/// <summary>Asks whose channel it is: a customer of the list, or a new one.</summary>
internal static class LinkChannelForm
{
    public const string Customer = "customer";
    public const string NewKey = "new_key";
    public const string NewName = "new_name";

    /// <param name="chosen">The customer's key to begin with; empty for none.</param>
    public static Form For(CustomerChannel channel, IReadOnlyList<Choice> firstPage, string chosen) => new(
        LinkChannelCommand.SubmitAction,
        "Link to a customer",
        "Link",
        [
            new ChoiceField(Customer, "Whose channel is this?", firstPage)
            {
                SuggestFrom = CustomerChoices.SourceName,
                Initial = chosen.Length > 0 ? [chosen] : [],
                Placeholder = "Name or key",
            },
            new TextField(NewKey, "Or a new customer's key") { MaxLength = 10, Hint = $"Begins its case references: {CustomerKey.Rule}." },
            new TextField(NewName, "The new customer's name") { MaxLength = 100 },
        ])
    {
        State = Note(channel),
        Token = Guid.NewGuid().ToString("N"),
        Opener = Button.Open(LinkChannelCommand.OpenAction, "Link to a customer", chosen, ButtonStyle.Primary),
        OpenerText = CustomerText.Of($"Link this channel to a customer."),
    };

    public static string Note(CustomerChannel channel) => $"{channel.Platform}\n{channel.ChannelId}";

    /// <summary>The channel that the form was opened for; null when the note was not ours.</summary>
    public static CustomerChannel? Channel(string state) =>
        state.Split('\n') is [{ Length: > 0 } platform, { Length: > 0 } id] ? new CustomerChannel(platform, id) : null;
}
