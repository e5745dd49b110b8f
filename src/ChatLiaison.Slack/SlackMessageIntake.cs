using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>Brings a message to the desk and says what the desk answers. An exception passes through: then it was not stored.</summary>
internal sealed class SlackMessageIntake(IChatInbox inbox, SlackMessages messages, SlackWhispers whispers, SlackWatermarks watermarks)
{
    public async ValueTask<SlackAnswer> TakeAsync(SlackEvent happened, JsonElement body, CancellationToken cancellationToken)
    {
        if (await messages.ReadAsync(happened, body, cancellationToken) is not { } message)
        {
            return SlackAnswer.Ok;
        }

        var reply = await inbox.MessageAsync(message, cancellationToken);
        watermarks.Reached(message.Message.ChannelId, message.Message.MessageId);
        if (SlackAcks.Shown(reply) is not { } shown)
        {
            return SlackAnswer.Ok;
        }

        // For all to see, an answer hangs in the message's own thread, not in the channel's flow.
        var place = message.Place.Kind == PlaceKind.Direct || !shown.ForAll ? message.Place : message.Place with { ThreadId = message.Message.Root };
        return SlackAnswer.Then(token => whispers.SayAsync(message.Person, place, shown.Card, shown.ForAll, token));
    }
}
