-- Why: a promise kept or broken counts for whoever owed it at that moment, not for whoever holds the case by the time it is counted (S125).
-- And patterns are counted over up to ninety days: each question has the index that answers it.

alter table promises add owed_by uuid;  -- once kept or broken: who owed it then; the zero id when nobody held the case; null before

drop index promises_kept;
drop index promises_broken;

-- What was settled before this counts for its own owner, else for whoever held the case then, as far as its timeline tells: the newest to
-- take it or be given it by then, else the one from whom it was taken next, else whoever holds it.
update promises p set owed_by = coalesce(
    p.owner_id,
    case when earlier.name is not null then (select (array_agg(id))[1] from people where name = earlier.name having count(*) = 1)
        when later.moved then (select (array_agg(id))[1] from people where name = later.name having count(*) = 1)
        else c.owner_id end,
    '00000000-0000-0000-0000-000000000000')
from promises s
    left join cases c on c.id = s.case_id and s.owner_id is null
    left join lateral (
        select coalesce(substring(t.text from '^(.*) took the case'), substring(t.text from ' gave the case to (.*)\.$')) as name from timeline t
        where t.case_id = c.id and t.kind in ('Taken', 'Assigned') and t.at <= coalesce(s.broken_at, s.fulfilled_at) order by t.id desc limit 1) earlier on true
    left join lateral (
        select substring(t.text from ' took the case from (.*)\.$') as name, true as moved from timeline t
        where t.case_id = c.id and t.kind in ('Taken', 'Assigned') and t.at > coalesce(s.broken_at, s.fulfilled_at) order by t.id limit 1) later on true
where s.id = p.id and (p.state = 'Kept' or p.broken_at is not null);

create index promises_kept on promises (fulfilled_at) include (kind, priority, customer_id, owed_by, case_id)
    where state = 'Kept' and kind not in ('ClimbTimer', 'CloseTimer');

create index promises_broken on promises (broken_at) include (kind, priority, customer_id, owed_by, case_id) where broken_at is not null;

create index resolutions_reopened on resolutions (reopened_at) include (case_id, reason) where reopened_at is not null;
create index cases_ever_restricted on cases (id) where restricted;
