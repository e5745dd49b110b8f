using ChatLiaison.Cases;
using ChatLiaison.Customers;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.Escalation;

/// <summary>All that the answer to "who should have this case now" depends on.</summary>
/// <param name="Platforms">The keys of the platforms that are on.</param>
internal sealed record ClimbQuestion(SupportCase Case, Customer Customer, Playbook.Playbook Playbook, Availability At, IReadOnlySet<string> Platforms)
{
    /// <summary>Everyone who was asked before.</summary>
    public IReadOnlyList<Ask> Asked { get; init; } = [];

    public CaseRecord Record { get; init; } = new(new Dictionary<Guid, OwnerFacts>(), new HashSet<string>());

    public PromisePlan Plan => new(Playbook, Customer.Calendar);

    /// <param name="wake">Take somebody who is asleep rather than nobody.</param>
    public OwnerQuestion Of(EscalationLevel level, bool wake = false) => new(level, Customer, Case.IsCritical && !wake, At, Platforms)
    {
        PassOver = PassOver(),
        Facts = Record.Facts,
        Topics = Record.Topics,
        DueAt = wake ? null : Plan.AnswerDue(Case, level, At.Now),
    };

    private Dictionary<Guid, string> PassOver()
    {
        var why = new Dictionary<Guid, string>();
        foreach (var ask in Asked.Where(a => a.Against is not null))
        {
            why[ask.PersonId] = ask.Against!;
        }

        foreach (var party in new[] { Case.Owner, Case.EngineeringOwner }.OfType<Party>())
        {
            why[party.Id] = "is on it already";
        }

        return why;
    }
}

/// <summary>Puts the question together for a case: the directory from memory, the record in one query.</summary>
internal sealed class ClimbQuestions(PlaybookSource playbooks, People.Directory directory, Platforms platforms)
{
    /// <summary>Null when the case's customer is not in the directory.</summary>
    public async Task<ClimbQuestion?> ReadAsync(UnitOfWork work, SupportCase c, CancellationToken cancellationToken)
    {
        var (playbook, known) = (playbooks.Current, directory.Current);
        if (known.CustomerById(c.CustomerId) is not { } customer)
        {
            return null;
        }

        return new ClimbQuestion(c, customer, playbook, new Availability(known, work.Now, playbook.Calendars.Values), platforms.Keys)
        {
            Asked = await AskStore.ListAsync(work, c.Id, cancellationToken),
            Record = await CaseRecord.OfAsync(work, c, playbook, known, cancellationToken),
        };
    }
}
