-- Why: what people learned on one case helps on the next one: entries that they keep from chat beside those of the playbook, on which cases an
-- entry helped, so that it is seen what is worth keeping; and what was announced to our own rooms, by whom and in which words.

create table knowledge_entries (
    id bigint generated always as identity primary key,
    title text not null,
    kind text not null,
    url text not null default '',
    steps text not null default '',
    types text[] not null,              -- keys of case types
    words text[] not null,              -- words that such a matter is told in
    areas text[] not null,
    for_customers boolean not null,
    case_id uuid,                       -- the case that it was kept from; null for none
    by_id uuid,
    by_name text not null,
    at timestamptz not null,
    changed_by text not null,
    changed_at timestamptz not null,
    version int not null default 1,
    withheld boolean not null default false,    -- its case is restricted by now: nobody finds it until that is lifted
    retired_at timestamptz,
    retired_by text
);
create unique index knowledge_entries_case on knowledge_entries (case_id) where retired_at is null;

create table knowledge_uses (
    entry text not null,                -- the playbook's key, or # and the number of an entry that was kept
    case_id uuid not null,
    by_name text not null,
    at timestamptz not null,
    primary key (entry, case_id)
);
create index knowledge_uses_case on knowledge_uses (case_id);

create table announcements (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    by_id uuid,
    by_name text not null,
    title text not null,
    words text not null,
    rooms text[] not null               -- what the rooms are for: triage, management, …
);
