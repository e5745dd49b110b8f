using ChatLiaison.Chat;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Teams;

/// <summary>Asks the desk and always has an answer: when the desk fails or takes too long, a plain sentence of our own.</summary>
internal sealed class TeamsDesk(IChatInbox desk, ILogger<TeamsDesk> log)
{
    private static readonly Reply Failed = Reply.Refused(CustomerText.Of($"Something went wrong and nothing was saved. Please try again."));
    private static readonly Reply TooSlow = Reply.Refused(CustomerText.Of($"That took too long. Please try again; doing it twice does no harm."));

    public async Task<Reply> AskAsync(Func<IChatInbox, CancellationToken, Task<Reply>> question, CancellationToken budget)
    {
        try
        {
            // The client gives up whether or not the desk heeds its token.
            return await question(desk, budget).WaitAsync(budget);
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested)
        {
            log.LogWarning("The desk did not answer a person in Teams in time.");
            return TooSlow;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The desk failed to answer a person in Teams.");
            return Failed;
        }
    }
}
