using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Wording;
using ChatLiaison.WorkingThread;

namespace ChatLiaison.Intake;

/// <summary>
/// The threads under a case's cards belong to the case. In the customer's thread a customer's words are new for the owner and ours are an
/// answer; in the working thread everything stays inside. A customer's own chat with us is theirs too, whatever it hangs from.
/// </summary>
internal sealed class CaseThreadListener(CaseDesk desk, WorkLines work) : IChatListener
{
    public int Order => 10;

    public async Task<Reply?> HearAsync(Caller caller, ChatMessage message, CancellationToken cancellationToken)
    {
        if (message.Place.ThreadId is not { } root
            || await desk.Store.FindThreadAsync(message.Place.Platform, message.Place.ChannelId, root, cancellationToken) is not { } thread)
        {
            return null;
        }

        var words = Words(message);
        var customers = thread.Customers || (caller.IsCustomer && message.Place.Kind == PlaceKind.Direct);
        var outcome = await desk.ChangeAsync(
            thread.CaseId, CaseActs.ActorOf(caller), message.Key, caller.Now, c => Keeping(customers ? Decide(c, caller, words) : work.Read(c, caller, words, thread.Anchor), message.Files), cancellationToken);

        // An ended case hears nothing more: what is said there is for whoever comes next in line.
        return outcome.Refusal is null && outcome.Case is not null ? Reply.Done() : null;
    }

    internal static CaseDecision Decide(SupportCase c, Caller caller, string words)
    {
        var by = CaseActs.ActorOf(caller);
        if (c.Status.IsEnded())
        {
            return CaseRules.Ended(c)!;
        }

        // A "thanks" asks for nothing; anything else waits for an answer.
        if (by.Side == Side.Customer && Pleasantries.IsOnlyPolite(words, answers: c.Status != CaseStatus.Resolved))
        {
            return CaseDecision.To(c, new CaseEvent(CaseEventKind.Noted, words, ForCustomer: true));
        }

        return by.Side == Side.Customer ? CaseRules.CustomerWrote(c, words) : CaseRules.Tell(c, by, words, null, alreadySaid: true, caller.Now);
    }

    /// <summary>What was attached belongs to the case, so that its brief lists it (S62).</summary>
    internal static CaseDecision Keeping(CaseDecision decision, IReadOnlyList<ChatFile> files) =>
        decision.After is { } after ? decision with { After = after with { Details = after.Details.With(files) } } : decision;

    internal static string Words(ChatMessage message) => message.Files.Count == 0
        ? message.Text
        : string.Join('\n', [message.Text, .. message.Files.Select(f => $"[file] {f.Name} {f.Url}")]).Trim();
}
