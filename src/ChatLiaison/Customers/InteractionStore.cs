using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Customers;

/// <summary>The only writer of the table <c>interactions</c>.</summary>
internal sealed class InteractionStore(Database database)
{
    private const string Columns =
        "i.id, i.customer_id, i.at, i.kind, i.direction, i.contact, i.staff, i.staff_id, i.summary, i.action_items, i.cases, i.source, i.messages";

    private const int LongestSummary = 2000;

    /// <summary>Collects an entry. One of a conversation that has an entry already adds its words to it, as far as they have room.</summary>
    public static void Record(UnitOfWork work, Interaction i) => work.Write(
        """
        insert into interactions (id, customer_id, at, kind, direction, contact, staff, staff_id, summary, action_items, cases, source, conversation)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        on conflict (conversation) where conversation is not null do update set
            summary = (
                select case when length(whole) > $14 then left(whole, $14 - 1) || '…' else whole end from (
                    select concat(interactions.summary, e'\n', case when excluded.direction = 'FromUs' then excluded.staff else excluded.contact end, ': ', excluded.summary) as whole) w),
            at = greatest(interactions.at, excluded.at), messages = interactions.messages + 1,
            direction = case when interactions.direction = excluded.direction then excluded.direction else 'Both' end,
            staff = case when interactions.staff = '' then excluded.staff else interactions.staff end,
            staff_id = coalesce(interactions.staff_id, excluded.staff_id)
        """,
        i.Id, i.CustomerId, i.At, i.Kind, i.Direction, i.Contact, i.Staff, i.StaffId, i.Summary, i.ActionItems, i.Cases.ToArray(), i.Source, i.Conversation, LongestSummary);

    /// <summary>What was said before it was about a case goes on in the case's entry; nothing when nothing was recorded.</summary>
    public static void GoesOn(UnitOfWork work, string conversation, string then, Guid caseId) => work.Write(
        "update interactions set conversation = $2, cases = array[$3::uuid] where conversation = $1", conversation, then, caseId);

    /// <summary>A customer's entries, the newest first, with the references of their cases.</summary>
    /// <param name="kind">Only those of this kind; null for all.</param>
    /// <param name="since">Only those from then on; null for all.</param>
    /// <param name="before">Only older ones; null for the newest.</param>
    public Task<List<LoggedInteraction>> ListAsync(
        int customerId, InteractionKind? kind, Instant? since, Instant? before, int limit, CancellationToken cancellationToken) => database.Ask(
        $"""
        select {Columns}, array(select c.reference from cases c where c.id = any(i.cases) order by c.reference),
            array(select c.id from cases c where c.id = any(i.cases) and c.restricted)
        from interactions i
        where i.customer_id = $1 and ($2::text is null or i.kind = $2) and ($3::timestamptz is null or i.at < $3)
            and ($5::timestamptz is null or i.at >= $5)
        order by i.at desc, i.id desc limit $4
        """,
        customerId, kind?.ToString(), before, limit, since).ListAsync(
            row => new LoggedInteraction(Read(row), row.Texts(13), row.Ids(14)), cancellationToken);

    /// <summary>What was spoken about one case that its own record does not say, the newest first; nothing that is about a restricted one too.</summary>
    public Task<List<Interaction>> OfCaseAsync(int customerId, Guid caseId, int limit, CancellationToken cancellationToken) => database.Ask(
        $"""
        select {Columns} from interactions i where i.customer_id = $1 and $2 = any(i.cases) and i.source not in ('chat', 'case')
            and not exists (select 1 from cases c where c.id = any(i.cases) and c.id <> $2 and c.restricted)
        order by i.at desc limit $3
        """,
        customerId, caseId, limit).ListAsync(Read, cancellationToken);

    private static Interaction Read(Row row) => new()
    {
        Id = row.Id(0),
        CustomerId = row.Int(1),
        At = row.At(2),
        Kind = row.Named<InteractionKind>(3),
        Direction = row.Named<InteractionDirection>(4),
        Contact = row.Text(5),
        Staff = row.Text(6),
        StaffId = row.IdOrNull(7),
        Summary = row.Text(8),
        ActionItems = row.Text(9),
        Cases = row.Ids(10),
        Source = row.Text(11),
        Messages = row.Int(12),
    };
}

/// <summary>An entry as it is listed.</summary>
/// <param name="References">Of its cases.</param>
/// <param name="Restricted">Those of its cases that not everyone may see.</param>
internal sealed record LoggedInteraction(Interaction Entry, IReadOnlyList<string> References, IReadOnlyList<Guid> Restricted);
