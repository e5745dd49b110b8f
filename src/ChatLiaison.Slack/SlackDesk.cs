using ChatLiaison.Chat;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Slack;

/// <summary>
/// Asks the desk within what Slack's three seconds leave, and turns a failure into a plain sentence: whoever pressed the button learns
/// that nothing was saved.
/// </summary>
internal sealed class SlackDesk(IChatInbox inbox, ILogger<SlackDesk> log)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2.5);

    public IChatInbox Inbox => inbox;

    public async ValueTask<Reply> AskAsync<TCall>(
        TCall call, Func<IChatInbox, TCall, CancellationToken, Task<Reply>> ask, CancellationToken cancellationToken)
        where TCall : Inbound
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Budget);
        try
        {
            var asked = ask(inbox, call, limit.Token);
            return asked.IsCompletedSuccessfully ? asked.Result : await asked.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError("The desk did not answer a {Kind} from Slack within {Seconds} s (key {Key})", typeof(TCall).Name, Budget.TotalSeconds, call.Key);
            return new RefusedReply(SlackWords.TooSlow);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The desk failed on a {Kind} from Slack (key {Key})", typeof(TCall).Name, call.Key);
            return new RefusedReply(SlackWords.Failed);
        }
    }
}
