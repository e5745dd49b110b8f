using ChatLiaison.Storage;

namespace ChatLiaison.Promises;

/// <summary>A promise to look at, with what the look needs to know of its case.</summary>
/// <param name="Reference">Empty for a message that belongs to no case.</param>
internal sealed record DuePromise(Promise Promise, string Reference, Guid? OwnerId, Guid? EngineeringOwnerId, int Level, string Platform)
{
    /// <summary>Only some may be told.</summary>
    public bool Restricted { get; init; }

    public Guid? LiaisonId { get; init; }

    /// <summary>Nobody holds the case.</summary>
    public bool IsUnheld => Promise.OwnerId is null && OwnerId is null && EngineeringOwnerId is null;

    /// <summary>A case that waits for anybody at all to see it.</summary>
    public bool IsUnacknowledged => IsUnheld && Promise is { CaseId: not null, Kind: PromiseKind.Acknowledge };
}

/// <summary>The watcher's step in bulk: whatever the number of rows, a handful of statements.</summary>
internal static class WatchStore
{
    /// <summary>Takes what is to be looked at now. A row that can't be read is given by its id with the reason, so that it can be set aside alone.</summary>
    public static Task<List<(Guid Id, DuePromise? Due, string Why)>> TakeAsync(UnitOfWork work, int limit, CancellationToken cancellationToken) => work.ReadAsync(
        $"""
        select {string.Join(", ", PromiseRow.Columns.Split(',').Select(c => "p." + c.Trim()))},
            coalesce(c.reference, ''), c.owner_id, c.engineering_owner_id, coalesce(c.level, 0), coalesce(c.platform, m.platform, ''),
            coalesce(c.restricted, false), c.liaison_id
        from promises p left join cases c on c.id = p.case_id left join loose_messages m on m.id = p.loose_message_id
        where p.next_look <= $1 order by p.next_look limit $2 for update of p skip locked
        """,
        [work.Now, limit],
        Read,
        cancellationToken);

    private static (Guid Id, DuePromise? Due, string Why) Read(Row row)
    {
        try
        {
            return (row.Id(0), new DuePromise(
                PromiseRow.Read(row), row.Text(PromiseRow.Count), row.IdOrNull(PromiseRow.Count + 1), row.IdOrNull(PromiseRow.Count + 2),
                row.Int(PromiseRow.Count + 3), row.Text(PromiseRow.Count + 4))
            {
                Restricted = row.Flag(PromiseRow.Count + 5),
                LiaisonId = row.IdOrNull(PromiseRow.Count + 6),
            }, "");
        }
        catch (Exception e) when (e is ArgumentException or InvalidCastException or OverflowException)
        {
            return (row.Id(0), null, e.Message);
        }
    }

    public static void WriteLooks(UnitOfWork work, IReadOnlyList<PromiseLook> looks)
    {
        work.Write(
            """
            update promises p set state = u.state, warned = u.warned, next_look = u.next_look, broken_at = u.broken_at, fulfilled_at = u.fulfilled_at,
                owed_by = case when u.broken_at is null then p.owed_by
                    else coalesce(p.owed_by, p.owner_id, (select c.owner_id from cases c where c.id = p.case_id), $7) end
            from unnest($1::uuid[], $2::text[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[])
                as u(id, state, warned, next_look, broken_at, fulfilled_at)
            where p.id = u.id
            """,
            looks.Select(l => l.After.Id).ToArray(), looks.Select(l => l.After.State.ToString()).ToArray(), looks.Select(l => l.After.Warned).ToArray(),
            looks.Select(l => l.After.NextLook).ToArray(), looks.Select(l => l.After.BrokenAt).ToArray(), looks.Select(l => l.After.FulfilledAt).ToArray(), Promise.Nobody);
        var broken = looks.Where(l => l.Broke).ToList();
        if (broken.Count == 0)
        {
            return;
        }

        work.Write(
            "insert into promise_history (promise_id, at, what, detail) select id, $2, 'Broken', 'The due instant passed.' from unnest($1::uuid[]) as id",
            broken.Select(l => l.After.Id).ToArray(), work.Now);
        var ofCases = broken.Where(l => l.After.CaseId is not null).ToList();
        work.Write(
            """
            insert into timeline (case_id, at, kind, actor, side, for_customer, text)
            select u.id, $2, 'PromiseBroken', 'ChatLiaison', 'Bot', false, u.text from unnest($1::uuid[], $3::text[]) as u(id, text)
            """,
            ofCases.Select(l => l.After.CaseId!.Value).ToArray(), work.Now, ofCases.Select(l => $"{PromiseWords.Name(l.After.Kind)} is late.").ToArray());
    }

    /// <summary>Cards that show a due time that has passed are drawn anew, where they stand.</summary>
    public static void RedrawTriage(UnitOfWork work, IEnumerable<Guid> cases) => work.Write(
        """
        insert into outbox (id, lane, kind, destination, anchor, audience, live, subject, case_id, queued_at, not_before)
        select gen_random_uuid(), m.platform || ':' || m.channel_id || '#edits', 'Update',
            jsonb_build_object('to', 'channel', 'platform', m.platform, 'channelId', m.channel_id),
            m.anchor, 'Staff', 'triage', m.case_id::text, m.case_id, $2, $2
        from messages m where m.anchor = any($1) order by m.anchor
        on conflict (anchor) where state = 'Pending' and kind in ('Update', 'Bundle') do update set subject = excluded.subject
        """,
        cases.Distinct().Select(id => $"case:{id:N}:triage").ToArray(), work.Now);

    public static void WriteActs(UnitOfWork work, IReadOnlyList<(Guid CaseId, string Act, string Reason)> acts) => work.Write(
        "insert into due_acts (case_id, act, reason, at) select u.id, u.act, u.reason, $4 from unnest($1::uuid[], $2::text[], $3::text[]) as u(id, act, reason)",
        acts.Select(a => a.CaseId).ToArray(), acts.Select(a => a.Act).ToArray(), acts.Select(a => a.Reason).ToArray(), work.Now);

    /// <summary>A re-targeted promise counts its milestones anew: a number that was told before is then to be told again.</summary>
    public static void WriteNudges(UnitOfWork work, IReadOnlyList<(Guid Person, Guid Promise, int Milestone)> nudges) => work.Write(
        """
        insert into nudges (person_id, promise_id, milestone, at)
        select u.person, u.promise, u.milestone, $4 from unnest($1::uuid[], $2::uuid[], $3::int[]) as u(person, promise, milestone)
        on conflict (promise_id, milestone, person_id) do update set at = excluded.at, sent_at = null
        """,
        nudges.Select(n => n.Person).ToArray(), nudges.Select(n => n.Promise).ToArray(), nudges.Select(n => n.Milestone).ToArray(), work.Now);

    public static Task<int> SetAsideAsync(Database database, Guid promise, string why, CancellationToken cancellationToken) => database.Ask(
        "update promises set next_look = null, set_aside = $2 where id = $1", promise, why).RunAsync(cancellationToken);
}
