using ChatLiaison.Cases;
using ChatLiaison.Storage;

namespace ChatLiaison.Meetings;

/// <summary>Whatever tells the customer what came out of a meeting ticks the meeting off: its own form, or an update that says so (S60).</summary>
internal sealed class MeetingReactor : ICaseReactor
{
    public async ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        var (c, by) = (change.After, change.Actor);
        if (change.Events.Where(e => e.Kind == CaseEventKind.CustomerTold).SelectMany(e => e.Settles).ToList() is not { Count: > 0 } kept)
        {
            return;
        }

        foreach (var m in await MeetingStore.ToldAsync(work, c.Id, kept, by.Name, cancellationToken))
        {
            CaseStore.Record(work, c.Id, new CaseEvent(CaseEventKind.Met, $"{by.Name} told the customer what came out of the {m.Name}; it is ticked off."), by);
        }
    }
}
