using System.Buffers.Text;
using System.Security.Cryptography;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using NodaTime;

namespace ChatLiaison.OnCall;

/// <summary>A person's turns as a calendar that other programs read: an address of its own for each person, which they can take back.</summary>
internal sealed class FeedDesk(FeedStore store, People.Directory directory, PublicAddress? address = null)
{
    /// <summary>Where the calendar is below the server's address; the token stands in the middle.</summary>
    public const string Path = "oncall/";

    public async Task<Reply> ShowAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (address?.Root is not { } root)
        {
            return Reply.Refused(CustomerText.Of($"A calendar needs this server's public address, which is not set. Ask an admin to set Server:PublicUrl."));
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        token = await store.FindOrAddAsync(caller.PersonId!.Value, token, caller.Now, cancellationToken);
        var url = new Uri(root, $"{Path}{token}.ics").ToString();
        return Reply.Show(StaffCard.Titled("Your turns on call, as a calendar")
            .Say("Subscribe to this address in your calendar; it follows every change:")
            .Say(StaffText.Of($"{url:c}"))
            .Small("Whoever has the address can read your turns, and nothing else.")
            .With(
                Button.Act("oncall.renew", "New address", "") with { Confirm = "Calendars with the old address then stay empty. Make a new one?" },
                Button.Act("oncall.stop", "Switch it off", "", ButtonStyle.Danger)));
    }

    public async Task<Reply> RenewAsync(Caller caller, CancellationToken cancellationToken)
    {
        await store.RemoveAsync(caller.PersonId!.Value, cancellationToken);
        return await ShowAsync(caller, cancellationToken);
    }

    public async Task<Reply> StopAsync(Caller caller, CancellationToken cancellationToken) => await store.RemoveAsync(caller.PersonId!.Value, cancellationToken)
        ? Reply.Done(CustomerText.Of($"Your calendar is switched off. /liaison oncall feed makes a new address."))
        : Reply.Done(CustomerText.Of($"Your calendar was off already."));

    /// <summary>The calendar of whoever a token belongs to; null when it belongs to nobody who works here.</summary>
    public async Task<string?> ReadAsync(string token, Instant now, CancellationToken cancellationToken) =>
        await store.WhoseAsync(token, cancellationToken) is { } id && directory.Current.PersonById(id) is { Active: true } person
            ? FeedCalendar.Write(person, directory.Current.OnCall, now)
            : null;
}
