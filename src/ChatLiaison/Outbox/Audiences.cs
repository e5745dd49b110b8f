using ChatLiaison.Chat;

namespace ChatLiaison.Outbox;

/// <summary>Who reads where, by now.</summary>
internal sealed class Audiences(People.Directory directory, Discretion discretion)
{
    public Discretion Discretion { get; } = discretion;

    /// <summary>Where a customer would read it, whatever it was when the message was queued.</summary>
    public bool IsCustomers(Destination to) => to switch
    {
        ToChannel channel => directory.Current.IsCustomerChannel(channel.Platform, channel.ChannelId),
        ToPerson person => directory.Current.PersonByIdentity(person.Platform, person.UserId) is null
            && directory.Current.ContactByIdentity(person.Platform, person.UserId) is not null,
        _ => false,
    };
}
