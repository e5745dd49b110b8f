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
            var phrases = playbooks.Current.Phrases.ToList();
            if ((phrases.Find(p => p.IsAllOf(told.Text)) ?? Longest(phrases, told.Text)) is { } phrase)
            {
                PhraseStore.Keep(work, change.After.Id, phrase, phrase.IsAllOf(told.Text));
            }
        }

        return ValueTask.CompletedTask;
    }

    private static Script? Longest(IEnumerable<Script> phrases, string words) => phrases.Where(p => p.IsIn(words)).MaxBy(p => p.OwnLength);
}
