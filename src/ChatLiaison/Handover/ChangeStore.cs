using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Handover;

/// <summary>Something that changed in what we run, as another system told us.</summary>
/// <param name="EventId">The sender's own id.</param>
/// <param name="Kind">deployment, change, incident or alert.</param>
/// <param name="Customers">Whom it concerns, by key; empty for everyone.</param>
internal sealed record SystemChange(
    string EventId, Instant At, string Kind, string Title, string Service, string Environment, IReadOnlyList<string> Customers, string By, string Url)
{
    public static string[] Kinds { get; } = ["deployment", "change", "incident", "alert"];
}

/// <summary>The only writer of the table <c>changes</c>.</summary>
internal sealed class ChangeStore(Database database)
{
    /// <summary>Stores it at once, inside the transaction; false when this event is known.</summary>
    public static async Task<bool> TryAddAsync(UnitOfWork work, SystemChange change, CancellationToken cancellationToken) => (await work.ReadAsync(
        """
        insert into changes (id, event_id, at, kind, title, service, environment, customers, done_by, url, received_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (event_id) do nothing returning 1
        """,
        [
            Guid.CreateVersion7(work.Now.ToDateTimeOffset()), change.EventId, change.At, change.Kind, change.Title, change.Service, change.Environment,
            change.Customers.ToArray(), change.By, change.Url, work.Now,
        ],
        row => row.Int(0), cancellationToken)).Count == 1;

    /// <summary>What changed for a customer in a span of time, the newest first: the last change before a problem is the first suspect.</summary>
    public Task<List<SystemChange>> BetweenAsync(Instant from, Instant to, string customerKey, int limit, CancellationToken cancellationToken) => database.Ask(
        """
        select event_id, at, kind, title, service, environment, customers, done_by, url from changes
        where at >= $1 and at <= $2 and (customers = '{}' or $3 = any(customers)) order by at desc, id desc limit $4
        """,
        from, to, customerKey, limit).ListAsync(
            row => new SystemChange(row.Text(0), row.At(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Texts(6), row.Text(7), row.Text(8)), cancellationToken);
}
