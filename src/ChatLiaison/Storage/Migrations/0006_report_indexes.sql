-- Why: the weekly digest and the queues must stay quick with a million cases and millions of promises. Each index answers one question of
-- theirs by itself: the rows of a week or the rows that are still open, with the columns that are summed up carried along so that the
-- wide rows need not be read.

drop index cases_opened;
create index cases_opened on cases (opened_at) include (priority);

create index cases_answered on cases (first_response_at) include (opened_at, priority, customer_id) where first_response_at is not null;

drop index cases_resolved;
create index cases_resolved on cases (resolved_at) include (opened_at, priority, customer_id) where resolved_at is not null;

create index cases_at_work on cases (customer_id, level) include (priority, sentiment, restricted) where closed_at is null and status <> 'Resolved';

create index cases_restricted on cases (id) where closed_at is null and restricted;

-- In the order in which a queue is read, so that the first page is all that is looked at.
create index cases_queue on cases ((status = 'Resolved'), priority, opened_at) where closed_at is null and not restricted;

drop index promises_settled;
create index promises_kept on promises (fulfilled_at) include (kind, priority) where state = 'Kept' and kind not in ('ClimbTimer', 'CloseTimer');

drop index promises_broken;
create index promises_broken on promises (broken_at) include (kind, priority, customer_id) where broken_at is not null;

create index promises_late on promises (priority, broken_at) include (case_id, customer_id, kind) where state = 'Broken' and fulfilled_at is null;

create index promises_of_levels on promises (started_at) include (level, case_id) where kind = 'LevelResponse';

-- The columns carried along help only where the table has been vacuumed lately; by default that waits for a fifth of it to change.
alter table cases set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
alter table promises set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
