namespace ChatLiaison.Playground.Teams;

public sealed partial class TeamsWorld
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Looks at once and again after every change until <paramref name="look"/> finds something.
    /// </summary>
    /// <param name="look">Gives what is waited for, or null.</param>
    /// <param name="what">What is awaited, for the error.</param>
    /// <param name="atMost">Real time to wait; ten seconds unless told.</param>
    /// <exception cref="TimeoutException">Nothing came; names what was awaited and the latest messages.</exception>
    public async Task<T> WaitForAsync<T>(Func<TeamsWorld, T?> look, string what, TimeSpan? atMost = null) where T : class
    {
        // Not disposed: a change told just now may still be waking it.
        var changed = new SemaphoreSlim(0);
        void Wake(object? sender, TeamsChangeEventArgs change) => changed.Release();
        Changed += Wake;
        try
        {
            using var limit = new CancellationTokenSource(atMost ?? Patience);
            while (true)
            {
                if (look(this) is { } found)
                {
                    return found;
                }

                await changed.WaitAsync(limit.Token);
            }
        }
        catch (OperationCanceledException stopped)
        {
            var latest = Messages.TakeLast(5).Select(message => $"{message.ConversationId} {message.FromName}: {message.Activity}");
            throw new TimeoutException($"No {what} came. The latest messages:\n{string.Join('\n', latest)}", stopped);
        }
        finally
        {
            Changed -= Wake;
        }
    }

    /// <summary>Waits for a message of the bot that satisfies <paramref name="matches"/> in a conversation (or thread).</summary>
    public Task<TeamsMessage> WaitForBotMessageAsync(
        string conversationId, Func<TeamsMessage, bool>? matches = null, TimeSpan? atMost = null) =>
        WaitForAsync(
            world => world.MessagesIn(conversationId)
                .FirstOrDefault(message => message.FromId == world.BotId && (matches is null || matches(message))),
            $"message of the bot in {conversationId}",
            atMost);
}
