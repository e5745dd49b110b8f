using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Storage;

namespace ChatLiaison.Away;

/// <summary>Gives cases back to whoever was away, and thanks those who had them.</summary>
internal sealed class HandBack(Database database, CaseDesk desk, AbsenceStore absences, DebriefReader reader, PersonMail mail)
{
    /// <param name="only">One case; null for all that come back.</param>
    /// <returns>Why nothing was done; null when it was.</returns>
    public async Task<CustomerText?> TakeAsync(Caller caller, string key, Guid absenceId, Guid? only, CancellationToken cancellationToken)
    {
        if (await absences.FindAsync(absenceId, cancellationToken) is not { } absence || absence.PersonId != caller.PersonId)
        {
            return CustomerText.Of($"That is somebody else's. /cases lists the open cases; Take makes one yours.");
        }

        var me = new Party(absence.PersonId, caller.Name);
        var back = (await reader.ReadAsync(absence, all: true, cancellationToken)).Where(d => only is null ? d.ComesBack(me.Id) : d.Case.Id == only).ToList();
        await using var work = database.Begin(caller.Now);
        if (!await InboxStore.TryClaimAsync(work, key, cancellationToken))
        {
            return null;
        }

        var (thanks, refusal) = (new List<(Guid Holder, string Reference)>(), (CustomerText?)null);
        foreach (var d in back.OrderBy(d => d.Case.Id))
        {
            var (holder, why) = await TakeOneAsync(work, d, absence, me, cancellationToken);
            refusal ??= why;
            if (holder is { } other)
            {
                thanks.Add((other, d.Case.Reference));
            }
        }

        if (back.Count == 0 || (only is not null && refusal is not null))
        {
            return refusal ?? CustomerText.Of($"Nothing is left to take back: all of it is yours already, or ended.");
        }

        foreach (var holder in thanks.GroupBy(t => t.Holder, t => t.Reference))
        {
            mail.Tell(work, holder.Key, StaffCard.Plain(StaffText.Of(
                $"{me.Name:b} is back and has {string.Join(", ", holder)} again. Thank you for looking after {(holder.Count() == 1 ? "it" : "them")}; there is nothing left for you to do there.")));
        }

        await work.CommitAsync(cancellationToken);
        return null;
    }

    private async Task<(Guid? Holder, CustomerText? Refusal)> TakeOneAsync(UnitOfWork work, DebriefCase d, Absence absence, Party me, CancellationToken cancellationToken)
    {
        if (await CaseStore.HoldAsync(work, d.Case.Id, cancellationToken) is not { } c)
        {
            return (null, null);
        }

        var engineering = d.Covered is { Engineering: true };
        var holder = (engineering ? c.EngineeringOwner : c.Owner)?.Id;
        var decision = CoverRules.TakeBack(c, me, engineering);
        if (decision.Refusal is { } refusal)
        {
            return (null, refusal);
        }

        await desk.ApplyAsync(work, c, new Actor(me.Id, me.Name, Side.Staff), decision, cancellationToken);
        if (holder is { } other)
        {
            await CaseMover.OweAsync(work, c.Id, other, me, cancellationToken);
        }

        CoverStore.Returned(work, absence.Id, c.Id);
        return (holder, null);
    }
}
