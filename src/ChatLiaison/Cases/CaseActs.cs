using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Storage;

namespace ChatLiaison.Cases;

/// <summary>What the commands about one case have in common: finding it, who may touch it, carrying out a rule, and the answer.</summary>
internal sealed class CaseActs(CaseDesk desk)
{
    /// <summary>Carries out a rule on the case that a button or form is about.</summary>
    /// <param name="caseId">The id that the button carried; it is not trusted.</param>
    /// <param name="done">What the person is told when it is done.</param>
    public Task<Reply> ActAsync(
        Caller caller, string key, string caseId, Func<SupportCase, Actor, CaseDecision> rule, Func<SupportCase, CustomerText> done, CancellationToken cancellationToken) =>
        ActAsync(caller, key, caseId, (_, c, by) => Task.FromResult(rule(c, by)), done, cancellationToken);

    /// <summary>The same for a rule that also reads and writes rows of its own capability in the unit of work.</summary>
    public async Task<Reply> ActAsync(
        Caller caller, string key, string caseId, Func<UnitOfWork, SupportCase, Actor, Task<CaseDecision>> rule, Func<SupportCase, CustomerText> done,
        CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(caseId, out var id))
        {
            return NoSuchCase(caseId);
        }

        var by = ActorOf(caller);
        var outcome = await desk.ChangeAsync(
            id, by, key, caller.Now, async (work, c) => MaySee(caller, c) ? await rule(work, c, by) : CaseDecision.Refuse(NotYours), cancellationToken);
        return outcome switch
        {
            { Case: null } => NoSuchCase(""),
            { Refusal: { } refusal } => Reply.Refused(refusal),
            { Case: { } c } => Reply.Done(done(c)),
        };
    }

    /// <summary>The same for a case named in words: <c>/liaison take ACME-12</c>.</summary>
    public async Task<Reply> ActOnAsync(
        Caller caller, CommandCall call, Func<SupportCase, Actor, CaseDecision> rule, Func<SupportCase, CustomerText> done, CancellationToken cancellationToken)
    {
        var (found, refusal) = await FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : await ActAsync(caller, call.Key, found.Id.ToString(), rule, done, cancellationToken);
    }

    /// <summary>The case that the words name, else the one in whose thread they were written; a refusal when there is none to see.</summary>
    public async Task<(SupportCase? Case, Reply? Refusal)> FindAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (reference, _) = CommandWords.Split(call.Text);
        if (!CaseWords.IsReference(reference) && call.Place.ThreadId is { } root
            && await desk.Store.FindThreadAsync(call.Place.Platform, call.Place.ChannelId, root, cancellationToken) is { } thread)
        {
            return await desk.Store.FindAsync(thread.CaseId, cancellationToken) is { } here && MaySee(caller, here) ? (here, null) : (null, NoSuchCase(""));
        }

        if (reference.Length == 0)
        {
            return (null, Reply.Refused(CustomerText.Of($"Say which case, for instance ACME-12. /cases lists yours.")));
        }

        var found = await desk.Store.FindAsync(reference.ToUpperInvariant(), cancellationToken);
        return found is not null && MaySee(caller, found) ? (found, null) : (null, NoSuchCase(reference));
    }

    public async Task<SupportCase?> FindAsync(Caller caller, string caseId, CancellationToken cancellationToken) =>
        Guid.TryParse(caseId, out var id) && await desk.Store.FindAsync(id, cancellationToken) is { } found && MaySee(caller, found) ? found : null;

    /// <summary>What a command asks about the case that the words name; a refusal when there is none to see.</summary>
    public async Task<Reply> AskAsync(Caller caller, CommandCall call, Func<SupportCase, Task<Reply>> ask, CancellationToken cancellationToken)
    {
        var (found, refusal) = await FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : await ask(found);
    }

    /// <summary>The same for the case that a button is about.</summary>
    public async Task<Reply> AskAsync(Caller caller, string caseId, Func<SupportCase, Task<Reply>> ask, CancellationToken cancellationToken) =>
        await FindAsync(caller, caseId, cancellationToken) is { } found ? await ask(found) : NoSuchCase("");

    /// <summary>Customers see their own cases; our people see all but restricted ones: <see cref="RestrictRules"/>.</summary>
    public static bool MaySee(Caller caller, SupportCase c) => caller.IsCustomer
        ? RestrictRules.MaySee(caller.Chat.Platform, caller.Chat.Id, caller.CustomerId, c)
        : RestrictRules.MaySee(caller.PersonId, caller.SeesRestricted, c);

    public static Actor ActorOf(Caller caller) => new(caller.PersonId, caller.Name, caller.IsCustomer ? Side.Customer : Side.Staff);

    public static Reply NoSuchCase(string reference) => Reply.Refused(reference.Length == 0
        ? CustomerText.Of($"That case is not there. /cases lists those you can see.")
        : CustomerText.Of($"There is no case {CustomerText.Name(CommandWords.Cut(reference, 40))}. Check the reference; /cases lists those you can see."));

    private static CustomerText NotYours => CustomerText.Of($"That case is not there. /cases lists those you can see.");
}
