using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Playbook;

namespace ChatLiaison.Knowledge;

/// <summary>What to read first on a case that is worked on (S68, S69, S82), and keeping what was learned on one that is resolved (S188).</summary>
internal sealed class KnowledgePart(KnowledgeBook book, People.Directory directory) : ICasePart
{
    public int Order => 30;

    public async ValueTask<CasePart?> ReadAsync(SupportCase c, CancellationToken cancellationToken)
    {
        var entries = await book.ReadAsync(cancellationToken);
        if (c.Status.IsOpen())
        {
            var best = KnowledgeRules.Best(entries, c);
            return new CasePart
            {
                Reading = [.. OfCustomer(c), .. best.Select(Reading)],
                Buttons = best.Count == 0 ? [] : [Button.Act("knowledge.case", "Read what may help", c.Id.ToString()).Further()],
            };
        }

        if (KnowledgeRules.RefusalToKeep(c) is not null)
        {
            return null;
        }

        if (entries.FirstOrDefault(e => e.Kept?.CaseId == c.Id) is { } kept)
        {
            return new CasePart { Facts = [("Kept as knowledge", StaffText.Of($"{kept.Page.Title} · {$"/liaison knowledge {kept.Key}":c}"))] };
        }

        return new CasePart { Buttons = [Button.Open("knowledge.keep", "Keep as knowledge", c.Id.ToString()).Further()] };
    }

    /// <summary>Their own documentation: the first of their facts under one of the playbook's names that is a web address.</summary>
    private IEnumerable<ReadFirst> OfCustomer(SupportCase c) => directory.Current.CustomerById(c.CustomerId) is not { } customer ? []
        : customer.Facts.Where(f => book.Policy.CustomerPages.Contains(f.Key, StringComparer.OrdinalIgnoreCase) && Handover.LinkRules.Read(f.Value) is not null)
            .Take(1).Select(f => new ReadFirst($"{customer.Name}: {f.Key}", "", f.Value));

    private static ReadFirst Reading(KnowledgeEntry entry)
    {
        var kind = KnowledgeKinds.InWords(entry.Page.Kind);
        return new ReadFirst(entry.Page.Title, entry.Page.Url.Length > 0 ? kind : $"{kind}, /liaison knowledge {entry.Key}", entry.Page.Url);
    }
}
