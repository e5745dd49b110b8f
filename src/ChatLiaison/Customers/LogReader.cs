using ChatLiaison.Cases;
using ChatLiaison.Commands;
using NodaTime;

namespace ChatLiaison.Customers;

/// <summary>The record of a customer as one person may read it: what concerns a case that they may not see is left out.</summary>
internal sealed class LogReader(InteractionStore interactions, CaseActs acts, CaseStore cases)
{
    public static readonly Interval Always = new(null, null);

    /// <summary>As many as a list to choose from holds.</summary>
    private const int OpenAtMost = 100;

    /// <param name="span">When it took place; <see cref="Always"/> for the newest.</param>
    public async Task<List<LoggedInteraction>> ListAsync(
        Caller caller, int customerId, InteractionKind? kind, Interval span, int limit, CancellationToken cancellationToken)
    {
        var found = await interactions.ListAsync(
            customerId, kind, span.HasStart ? span.Start : null, span.HasEnd ? span.End : null, limit, cancellationToken);
        var hidden = new HashSet<Guid>();
        foreach (var id in found.SelectMany(f => f.Restricted).Distinct())
        {
            if (await acts.FindAsync(caller, id.ToString(), cancellationToken) is null)
            {
                hidden.Add(id);
            }
        }

        return hidden.Count == 0 ? found : [.. found.Where(f => !f.Restricted.Any(hidden.Contains))];
    }

    /// <summary>A customer's cases that are not ended and that the caller may see, the most pressing first.</summary>
    public async Task<List<SupportCase>> OpenCasesAsync(Caller caller, int customerId, CancellationToken cancellationToken)
    {
        var open = await cases.ListOpenAsync(null, customerId, OpenAtMost, cancellationToken);
        var restricted = await cases.ListRestrictedAsync(cancellationToken);
        return [.. restricted.Where(c => c.CustomerId == customerId && CaseActs.MaySee(caller, c)).Concat(open).Take(OpenAtMost)];
    }

    /// <summary>A case of this customer by its reference; null when there is none that the caller may see.</summary>
    public async Task<SupportCase?> CaseAsync(Caller caller, int customerId, string reference, CancellationToken cancellationToken) =>
        await cases.FindAsync(reference.ToUpperInvariant(), cancellationToken) is { } found && found.CustomerId == customerId
            ? await acts.FindAsync(caller, found.Id.ToString(), cancellationToken)
            : null;
}
