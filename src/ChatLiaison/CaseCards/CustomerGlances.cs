using ChatLiaison.Storage;

namespace ChatLiaison.CaseCards;

/// <summary>What is open, promised and felt at some customers, counted in the database; restricted cases are left out. It only reads.</summary>
internal sealed class CustomerGlances(Database database)
{
    public async Task<IReadOnlyDictionary<int, CustomerGlance>> OfAsync(IReadOnlyCollection<int> customers, CancellationToken cancellationToken) => (await database.Ask(
        """
        select k.id, o.open, coalesce(o.mood, ''), p.promised, p.late
        from unnest($1::int[]) k (id)
        cross join lateral (
            select count(*)::int as open, (array_agg(c.sentiment order by c.opened_at desc) filter (where c.sentiment <> ''))[1] as mood
            from cases c where c.customer_id = k.id and c.closed_at is null and not c.restricted) o
        cross join lateral (
            select count(*)::int as promised, (count(*) filter (where p.state = 'Broken'))::int as late
            from cases c join promises p on p.case_id = c.id
            where c.customer_id = k.id and not c.restricted and p.fulfilled_at is null and p.state in ('Running', 'Paused', 'Broken')
                and p.kind not in ('ClimbTimer', 'CloseTimer') and (c.closed_at is null or p.kind in ('Personal', 'ActionItem'))) p
        """,
        customers.ToArray()).ListAsync(row => (Id: row.Int(0), Glance: new CustomerGlance(row.Int(1), row.Text(2), row.Int(3), row.Int(4))), cancellationToken))
        .ToDictionary(g => g.Id, g => g.Glance);
}

/// <param name="Mood">As it was noted on the newest open case that notes one; empty for none.</param>
internal sealed record CustomerGlance(int OpenCases, string Mood, int Promised, int Late)
{
    public string Cases => OpenCases == 1 ? "1 open case" : $"{OpenCases} open cases";

    public string Promises => Promised == 0 ? "nothing promised" : $"{Promised} promised, {Late} late";
}
