using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Cases;

/// <summary>
/// The one door through which a case changes: the rule decides, every capability that follows cases adds its part, and all of it is
/// committed together or not at all.
/// </summary>
internal sealed class CaseDesk(Database database, CaseStore store, IEnumerable<ICaseReactor> reactors)
{
    private readonly ICaseReactor[] reactors = [.. reactors];

    public CaseStore Store { get; } = store;

    /// <summary>Opens a case; gives it back with its reference once it is on disk.</summary>
    /// <param name="key">The platform's id of the act that opens it: the same key again gives the same case and changes nothing.</param>
    public async Task<SupportCase> OpenAsync(SupportCase draft, string customerKey, CaseEvent opened, Actor by, string key, Action<UnitOfWork>? also, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(draft.OpenedAt);
        InboxStore.Claim(work, key, draft.Id);
        var reference = "";
        CaseStore.Insert(work, draft, customerKey, stored => reference = stored);
        also?.Invoke(work);
        await RecordAsync(work, new CaseChange(null, draft, [opened], by, draft.OpenedAt), cancellationToken);
        try
        {
            await work.CommitAsync(cancellationToken);
        }
        catch (Npgsql.PostgresException e) when (InboxStore.IsRepeat(e))
        {
            return await Store.FindByActAsync(key, cancellationToken) ?? throw new InvalidOperationException($"The act {key} is known but opened no case.", e);
        }

        return draft with { Reference = reference };
    }

    /// <summary>Changes a case by a rule.</summary>
    /// <param name="key">The platform's id of the act; empty when a repeat can do no harm.</param>
    /// <returns>The change; its case is null with a refusal when the rule refused; both null when there is no such case or the act is a repeat.</returns>
    public Task<CaseOutcome> ChangeAsync(
        Guid id, Actor by, string key, Instant now, Func<SupportCase, CaseDecision> rule, CancellationToken cancellationToken) =>
        ChangeAsync(id, by, key, now, (_, c) => Task.FromResult(rule(c)), cancellationToken);

    /// <summary>The same for a rule that reads and writes rows of its own in the unit of work; when it refuses, they are not written either.</summary>
    public async Task<CaseOutcome> ChangeAsync(
        Guid id, Actor by, string key, Instant now, Func<UnitOfWork, SupportCase, Task<CaseDecision>> rule, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(now);
        if (key.Length > 0 && !await InboxStore.TryClaimAsync(work, key, cancellationToken))
        {
            return CaseOutcome.Repeated(await Store.FindAsync(id, cancellationToken));
        }

        return await CaseStore.HoldAsync(work, id, cancellationToken) is { } before
            ? await CarryOutAsync(work, before, by, await rule(work, before), cancellationToken)
            : CaseOutcome.Missing;
    }

    /// <summary>Carries out a decision on a case that this unit of work holds, and commits.</summary>
    public async Task<CaseOutcome> CarryOutAsync(UnitOfWork work, SupportCase before, Actor by, CaseDecision decision, CancellationToken cancellationToken)
    {
        if (decision.Refusal is { } refusal)
        {
            return new CaseOutcome(before, refusal, false);
        }

        await ApplyAsync(work, before, by, decision, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return new CaseOutcome(decision.After, null, false);
    }

    /// <summary>Writes a decision into a unit of work that the caller commits.</summary>
    public async Task ApplyAsync(UnitOfWork work, SupportCase before, Actor by, CaseDecision decision, CancellationToken cancellationToken)
    {
        CaseStore.Update(work, decision.After!);
        await RecordAsync(work, new CaseChange(before, decision.After!, decision.Events, by, work.Now), cancellationToken);
    }

    private async Task RecordAsync(UnitOfWork work, CaseChange change, CancellationToken cancellationToken)
    {
        foreach (var happened in change.Events)
        {
            CaseStore.Record(work, change.After.Id, happened, change.Actor);
        }

        foreach (var person in RestrictRules.GivenTo(change.After, change.Actor.Id, change.Events))
        {
            CaseStore.LetSee(work, change.After.Id, person, change.Actor.Name);
        }

        foreach (var reactor in reactors)
        {
            await reactor.ReactAsync(change, work, cancellationToken);
        }
    }
}

/// <summary>What became of an act on a case.</summary>
/// <param name="Case">The case as it now stands; null when there is none.</param>
/// <param name="Refusal">Why nothing changed; null when something did.</param>
/// <param name="Repeat">True when this act was carried out before.</param>
internal sealed record CaseOutcome(SupportCase? Case, Chat.CustomerText? Refusal, bool Repeat)
{
    public static readonly CaseOutcome Missing = new(null, null, false);

    public static CaseOutcome Repeated(SupportCase? c) => new(c, null, true);
}
