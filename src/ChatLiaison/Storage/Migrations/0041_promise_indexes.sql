-- Why: the ledger is read by person, by what is next and by what is late, and the digest counts kept and broken promises by customer and by
-- person; each of these is answered by an index with the columns that are counted carried along.

create index promises_owed_by_person on promises (owner_id, due_at) where owner_id is not null and fulfilled_at is null;
create index promises_owed on promises (due_at) where fulfilled_at is null and due_at is not null and kind not in ('ClimbTimer', 'CloseTimer');

drop index promises_kept;
create index promises_kept on promises (fulfilled_at) include (kind, priority, customer_id, owner_id, case_id)
    where state = 'Kept' and kind not in ('ClimbTimer', 'CloseTimer');

drop index promises_broken;
create index promises_broken on promises (broken_at) include (kind, priority, customer_id, owner_id, case_id) where broken_at is not null;
