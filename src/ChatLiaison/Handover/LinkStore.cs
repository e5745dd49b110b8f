using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Handover;

/// <summary>A ticket or a page that belongs to a case.</summary>
/// <param name="Status">As the tracker last told us; empty when it never did.</param>
internal sealed record CaseLink(string Url, string Title, string Status, Instant? StatusAt, string AddedBy, Instant AddedAt);

/// <summary>How a ticket stands, as its tracker told us.</summary>
internal sealed record TicketNews(string EventId, Instant At, string Url, string Title, string Status);

/// <summary>The only writer of the tables <c>case_links</c> and <c>tickets</c>.</summary>
internal sealed class LinkStore(Database database)
{
    /// <summary>Adds a link at once, inside the transaction; false when the case has it already, which then only takes the new title.</summary>
    public static async Task<bool> AddAsync(UnitOfWork work, Guid caseId, Uri url, string title, string by, CancellationToken cancellationToken) => (await work.ReadAsync(
        """
        insert into case_links (case_id, url, shown, title, added_by, added_at) values ($1, $2, $3, $4, $5, $6)
        on conflict (case_id, url) do update set title = case when excluded.title = '' then case_links.title else excluded.title end
        returning xmax = 0
        """,
        [caseId, LinkRules.Compared(url), url.AbsoluteUri, title, by, work.Now], row => row.Flag(0), cancellationToken)) is [true];

    public Task<List<CaseLink>> ListAsync(Guid caseId, CancellationToken cancellationToken) => database.Ask(
        """
        select l.shown, case when l.title <> '' then l.title else coalesce(t.title, '') end, coalesce(t.status, ''), t.at, l.added_by, l.added_at
        from case_links l left join tickets t on t.url = l.url where l.case_id = $1 order by l.added_at, l.url
        """,
        caseId).ListAsync(row => new CaseLink(row.Text(0), row.Text(1), row.Text(2), row.AtOrNull(3), row.Text(4), row.At(5)), cancellationToken);

    /// <summary>The cases that a ticket or page is linked to.</summary>
    public Task<List<Guid>> CasesOfAsync(Uri url, CancellationToken cancellationToken) =>
        database.Ask("select case_id from case_links where url = $1 order by added_at desc limit 20", LinkRules.Compared(url)).ListAsync(row => row.Id(0), cancellationToken);

    /// <summary>Takes what a tracker says at once, inside the transaction. Older news than what is known changes nothing.</summary>
    /// <returns>The cases that the ticket is linked to, with what it is called there; none when its status is the same as before, or the news is old.</returns>
    public static async Task<IReadOnlyList<(Guid CaseId, string Title)>> TakeAsync(UnitOfWork work, TicketNews news, CancellationToken cancellationToken)
    {
        var url = LinkRules.Compared(new Uri(news.Url));
        var moved = await work.ReadAsync(
            """
            with before as (select status, at from tickets where url = $1 for update),
                taken as (
                    insert into tickets (url, title, status, at) values ($1, $2, $3, $4)
                    on conflict (url) do update set title = case when excluded.title = '' then tickets.title else excluded.title end,
                        status = excluded.status, at = excluded.at
                    where tickets.at < excluded.at returning url)
            select 1 from taken where not exists (select 1 from before where before.status = $3)
            """,
            [url, news.Title, news.Status, news.At], row => row.Int(0), cancellationToken);
        return moved.Count == 0 ? [] : await work.ReadAsync("select case_id, title from case_links where url = $1 order by case_id", [url], row => (row.Id(0), row.Text(1)), cancellationToken);
    }
}

/// <summary>What makes two addresses the same. Pure.</summary>
internal static class LinkRules
{
    public const int MostLength = 1000;

    /// <summary>An absolute web address; null when the words are none.</summary>
    public static Uri? Read(string words) =>
        words.Length <= MostLength && Uri.TryCreate(words.Trim().Trim('<', '>'), UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) ? url : null;

    /// <summary>Scheme and host in lower case (as the class gives them), no fragment, no slash at the end.</summary>
    public static string Compared(Uri url) => url.GetLeftPart(UriPartial.Query).TrimEnd('/');
}
