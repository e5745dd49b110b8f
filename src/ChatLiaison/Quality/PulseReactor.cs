using ChatLiaison.Cases;
using ChatLiaison.Handover;
using ChatLiaison.Outbox;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.Quality;

/// <summary>When a case that engineering had a part in is resolved, asks its two owners how confident they are (S233).</summary>
internal sealed class PulseReactor(OutboxStore outbox, CaseMail people, People.Directory directory) : ICaseReactor
{
    public async ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        if (!change.Has(CaseEventKind.Resolved) || change.After.Owner is not { } owner
            || await EngineerOfAsync(change, work, cancellationToken) is not { } engineer || engineer == owner.Id)
        {
            return;
        }

        await AskAsync(work, change.After, owner.Id, PulseSide.Support, cancellationToken);
        await AskAsync(work, change.After, engineer, PulseSide.Engineering, cancellationToken);
    }

    /// <summary>Who has it for engineering, else who took the brief before it was given back.</summary>
    private static async Task<Guid?> EngineerOfAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken) =>
        change.After.EngineeringOwner?.Id ?? change.Before?.EngineeringOwner?.Id
        ?? (await HandoffStore.HoldAsync(work, change.After.Id, cancellationToken) is { State: not HandoffState.Bounced } handoff ? handoff.AnsweredById : null);

    private async Task AskAsync(UnitOfWork work, SupportCase c, Guid id, PulseSide side, CancellationToken cancellationToken)
    {
        var known = directory.Current;
        if (known.PersonById(id) is not { Active: true } person || known.Absences.IsAway(id, work.Now) || !RestrictRules.MaySee(id, seesAll: false, c)
            || people.AddressOf(id, c, work.Now) is not { } recipient)
        {
            return;
        }

        var (last, unasked) = await PulseStore.StandingAsync(work, id, cancellationToken);
        if (unasked || !PulseRules.MayAsk(last, work.Now))
        {
            return;
        }

        var pulse = new Pulse(Guid.CreateVersion7(work.Now.ToDateTimeOffset()), c.Id, id, side);
        PulseStore.Insert(work, pulse);
        outbox.Post(work, Letter.LiveForStaff(recipient.To, PulseCard.CardName, pulse.Id.ToString()) with { CaseId = c.Id, NotBefore = PulseRules.AskAt(person, work.Now) });
    }
}
