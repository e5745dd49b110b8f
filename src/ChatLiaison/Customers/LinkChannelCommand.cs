using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Storage;

namespace ChatLiaison.Customers;

/// <summary>Says whose channel this is; from then on what is raised in it is theirs.</summary>
internal sealed class LinkChannelCommand(Database database, CustomerBook customers, CustomerChoices choices) : IChatCommand
{
    public const string OpenAction = "link.open";
    public const string SubmitAction = "link.submit";

    private static readonly Reply NotAllowed =
        Reply.Refused(CustomerText.Of($"Only a liaison, management or an admin can link a channel. Ask one of them to do it."));

    public CommandSpec Spec { get; } = new("liaison link", "[customer]", "Link this channel to a customer, so that what is raised here is theirs.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Open(caller, ChannelOf(call.Place), call.Text));

    /// <summary>The button may name the channel: a private answer is not always shown in the channel that it is about.</summary>
    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        var named = LinkChannelForm.Channel(press.Value);
        return Task.FromResult(Open(caller, named ?? ChannelOf(press.Place), named is null ? press.Value : ""));
    }

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (!MayLink(caller))
        {
            return NotAllowed;
        }

        if (LinkChannelForm.Channel(submission.State) is not { } channel)
        {
            return Reply.Refused(CustomerText.Of($"This form no longer knows which channel it was for. Call /liaison link in that channel again."));
        }

        var values = submission.Values;
        var wrong = Wrong(values);
        if (wrong.Count > 0)
        {
            return Reply.Wrong(wrong);
        }

        await using var work = database.Begin(caller.Now);
        var known = customers.Current.ByKey(values.One(LinkChannelForm.Customer));
        var customer = known ?? await AddAsync(work, caller, values, cancellationToken);
        var outcome = await CustomerStore.LinkChannelAsync(work, customer.Id, channel, cancellationToken);
        if (Refusal(outcome) is { } refusal)
        {
            return refusal;
        }

        DirectoryLog.Write(work, caller.Name, $"customer {customer.Key}", $"channel {channel.Platform} {channel.ChannelId} linked");
        await work.CommitAsync(cancellationToken);
        await customers.RefreshAsync(cancellationToken);
        return Reply.Done(CustomerText.Of($"This is now {CustomerText.Name(customer.Name)}'s channel. What is raised here is theirs."));
    }

    private static bool MayLink(Caller caller) => caller.IsStaff && caller.Is(Role.Liaison, Role.Management, Role.Admin);

    private static Reply? Refusal(ChannelLink outcome) => outcome switch
    {
        ChannelLink.OurRoom => Reply.Refused(
            CustomerText.Of($"This is one of our own rooms, so no customer can be linked to it. Do it in the customer's channel.")),
        ChannelLink.OtherCustomers => Reply.Refused(
            CustomerText.Of($"This channel is linked to another customer already. Use a channel of its own for each customer.")),
        _ => null,
    };

    private static CustomerChannel? ChannelOf(ChatPlace place) =>
        place.Kind is PlaceKind.Channel or PlaceKind.Group ? new(place.Platform, place.ChannelId) : null;

    private Reply Open(Caller caller, CustomerChannel? channel, string chosen)
    {
        if (!MayLink(caller))
        {
            return NotAllowed;
        }

        if (channel is null)
        {
            return Reply.Refused(CustomerText.Of($"Call this in the channel that you want to link, not here."));
        }

        return customers.Current.ByChannel(channel.Platform, channel.ChannelId) is { } linked
            ? Reply.Refused(CustomerText.Of($"This channel is {CustomerText.Name(linked.Name)}'s already, so there is nothing to link."))
            : Reply.Show(LinkChannelForm.For(channel, choices.First(), customers.Current.ByKey(chosen.Trim())?.Key ?? ""));
    }

    private List<FieldError> Wrong(FormValues values)
    {
        var chosen = values.Has(LinkChannelForm.Customer);
        var key = values.One(LinkChannelForm.NewKey).ToUpperInvariant();
        if (chosen)
        {
            return customers.Current.ByKey(values.One(LinkChannelForm.Customer)) is null
                ? [new(LinkChannelForm.Customer, "This customer is no longer there. Choose another.")]
                : key.Length > 0 ? [new(LinkChannelForm.NewKey, "Choose a customer or add a new one, not both.")] : [];
        }

        if (key.Length == 0)
        {
            return [new(LinkChannelForm.Customer, "Choose a customer, or fill in the key and name of a new one.")];
        }

        if (!CustomerKey.IsValid(key))
        {
            return [new(LinkChannelForm.NewKey, $"A key is {CustomerKey.Rule}.")];
        }

        if (customers.Current.ByKey(key) is { } taken)
        {
            return [new(LinkChannelForm.NewKey, $"{key} is {taken.Name}'s key. Choose them above, or take another key.")];
        }

        return values.Has(LinkChannelForm.NewName) ? [] : [new(LinkChannelForm.NewName, "Give the new customer a name.")];
    }

    private static async Task<Customer> AddAsync(UnitOfWork work, Caller caller, FormValues values, CancellationToken cancellationToken)
    {
        var liaison = caller.Is(Role.Liaison) ? caller.PersonId : null;
        var key = values.One(LinkChannelForm.NewKey).ToUpperInvariant();
        var customer = new Customer(0, key, values.One(LinkChannelForm.NewName), liaison, [], [], null, new Dictionary<string, string>());
        var id = await CustomerStore.AddAsync(work, customer, null, cancellationToken);
        DirectoryLog.Write(work, caller.Name, $"customer {key}", $"added: {customer.Name}");
        return customer with { Id = id };
    }
}
