using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Customers;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;

namespace ChatLiaison.CaseCards;

/// <summary>Everything that a card about a case may want to say, read together.</summary>
internal sealed record CaseView(SupportCase Case, Customer? Customer, IReadOnlyList<Promise> Promises, Playbook.Playbook Playbook, DirectorySnapshot Directory)
{
    /// <summary>What is still owed, the nearest first; timers are nobody's promise.</summary>
    public IReadOnlyList<Promise> Owed { get; } =
        [.. Promises.Where(p => p.IsOwed && !p.IsTimer).OrderBy(p => p.DueAt ?? NodaTime.Instant.MaxValue)];

    /// <summary>What other capabilities have to say about the case, in their order.</summary>
    public IReadOnlyList<CasePart> Parts { get; init; } = [];

    public IReadOnlyList<ReadFirst> Reading => [.. Parts.SelectMany(p => p.Reading)];

    public string CustomerName => Customer?.Name ?? "The customer";

    /// <summary>The customer's own time of the next word from us: the nearest answer or update that is owed; null when none is.</summary>
    public NodaTime.Instant? NextWord => Owed
        .Where(p => (p.Kind.IsAnswer() || p.Kind == PromiseKind.StatusUpdate) && p.State == PromiseState.Running)
        .Min(p => p.DueAt);

    /// <summary>When a word to the customer was due that has not come; null when none is late.</summary>
    public NodaTime.Instant? LateWord => Owed
        .Where(p => (p.Kind.IsAnswer() || p.Kind == PromiseKind.StatusUpdate) && p.State == PromiseState.Broken)
        .Min(p => p.DueAt);

    public string LevelName => Playbook.Levels.FirstOrDefault(l => l.Number == Case.Level)?.Name ?? $"Level {Case.Level}";

    public string TypeName => Playbook.CaseTypes.FirstOrDefault(t => t.Key == Case.Type)?.Name ?? Case.Type;

    /// <summary>Who owes a promise, by name.</summary>
    public string OwnerOf(Promise promise) =>
        promise.OwnerId is { } id ? Directory.PersonById(id)?.Name ?? "" : Case.Owner?.Name ?? "";
}

/// <summary>Reads <see cref="CaseView"/>s.</summary>
internal sealed class CaseViews(
    CaseStore cases, PromiseStore promises, PlaybookSource playbooks, People.Directory directory, IEnumerable<ICasePart> parts)
{
    private readonly ICasePart[] parts = [.. parts.OrderBy(p => p.Order)];

    public async Task<CaseView?> ReadAsync(string caseId, CancellationToken cancellationToken) =>
        Guid.TryParse(caseId, out var id) && await cases.FindAsync(id, cancellationToken) is { } found ? await ReadAsync(found, cancellationToken) : null;

    public async Task<CaseView> ReadAsync(SupportCase c, CancellationToken cancellationToken)
    {
        var said = new List<CasePart>(parts.Length);
        foreach (var part in parts)
        {
            if (await part.ReadAsync(c, cancellationToken) is { } found)
            {
                said.Add(found);
            }
        }

        return new(c, directory.Current.CustomerById(c.CustomerId), await promises.ListAsync(c.Id, cancellationToken), playbooks.Current, directory.Current)
        {
            Parts = said,
        };
    }

    /// <summary>The contact, named so that their platform tells them where it can.</summary>
    public static CustomerText ContactText(SupportCase c, string platform) => c.ContactPlatform == platform && c.ContactUser is { } user
        ? CustomerText.Of($"{new MentionSpan(platform, user, c.ContactName)}")
        : CustomerText.Name(c.ContactName);
}
