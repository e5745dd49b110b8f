using ChatLiaison.Cases;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Wording;

/// <summary>Takes note of each phrase of the playbook that one of us sends, and whether anything about the case stands with it (K12).</summary>
internal sealed class PhraseReactor(PlaybookSource playbooks) : ICaseReactor
{
    public ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        if (change.Actor.Side != Side.Staff)
        {
            return ValueTask.CompletedTask;
        }

        foreach (var told in change.Events.Where(e => e.Kind is CaseEventKind.CustomerTold or CaseEventKind.Resolved && e.Medium == Medium.Chat))
        {
            var asItStands = playbooks.Current.Phrases.FirstOrDefault(p => p.IsAllOf(told.Text));
            if ((asItStands ?? Longest(told.Text)) is { } phrase)
            {
                PhraseStore.Keep(work, change.After.Id, phrase, asItStands is not null);
            }
        }

        return ValueTask.CompletedTask;
    }

    private Script? Longest(string words) => playbooks.Current.Phrases.Where(p => p.IsIn(words)).MaxBy(p => p.OwnLength);
}
