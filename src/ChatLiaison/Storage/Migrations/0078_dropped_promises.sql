-- Why: a promise that was late and was then taken back, or fell away with its case, stays broken; but it was not done, and nobody may be told so.

alter table promises add column dropped boolean not null default false;
update promises p set dropped = true where state = 'Broken' and fulfilled_at is not null
    and exists (select 1 from promise_history h where h.promise_id = p.id and h.at = p.fulfilled_at and h.detail like '% took back "%');
