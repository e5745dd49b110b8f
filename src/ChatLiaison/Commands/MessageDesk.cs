using ChatLiaison.Chat;
using ChatLiaison.Storage;

namespace ChatLiaison.Commands;

/// <summary>What is written where the bot reads: a command in words, or something for the listeners.</summary>
internal sealed class MessageDesk(CommandCatalog catalog, Ears ears, InboxStore inbox)
{
    public Ears Ears { get; } = ears;

    /// <summary>
    /// One message may come several times: as a message and as a mention, again when our answer was slow, and from the channel's history
    /// after a reconnect. What names us is answered once.
    /// </summary>
    public async Task<Reply> HearAsync(Caller caller, ChatMessage message, CancellationToken cancellationToken)
    {
        if (!message.MentionsUs)
        {
            return await ListenAsync(caller, message, cancellationToken);
        }

        var once = $"heard:{message.Key}";
        if (!await inbox.TryClaimAsync(once, caller.Now, cancellationToken))
        {
            return Reply.Done();
        }

        try
        {
            return catalog.FindInWords(message.Text) is { } found
                ? await RunAsync(found.Command, found.Text, caller, message, cancellationToken)
                : await ListenAsync(caller, message, cancellationToken);
        }
        catch
        {
            await inbox.ForgetAsync(once, CancellationToken.None);
            throw;
        }
    }

    private static Task<Reply> RunAsync(IChatCommand command, string text, Caller caller, ChatMessage message, CancellationToken cancellationToken)
    {
        var call = new CommandCall(message.Person, message.Place, message.Key, command.Spec.Name, text) { Typed = message.Message };
        return DeskInbox.RunAsync(command, caller, () => command.RunAsync(caller, call, cancellationToken));
    }

    private async Task<Reply> ListenAsync(Caller caller, ChatMessage message, CancellationToken cancellationToken)
    {
        foreach (var listener in Ears.Listeners)
        {
            if (await listener.HearAsync(caller, message, cancellationToken) is { } reply)
            {
                return reply;
            }
        }

        return Reply.Done();
    }
}
