-- Why: which cases were in whose hands while somebody was away, so that all of them come back with one press; and what was left to be told
-- to somebody who is away, with whether they have read it.

create table covered_cases (
    absence_id uuid not null references absences (id),
    case_id uuid not null,
    engineering boolean not null,       -- the engineering owner's side of the case
    holder_id uuid not null,            -- who got it
    given_at timestamptz not null,
    returned_at timestamptz,
    primary key (absence_id, case_id, engineering)
);
create index covered_cases_case on covered_cases (case_id) where returned_at is null;

create table left_messages (
    id uuid primary key,
    person_id uuid not null references people (id),     -- whom it is for
    customer_id int,
    caller text not null,               -- who left it
    taken_by uuid references people (id),               -- who of ours took it down; null when they wrote it themselves
    words text not null,
    reach text not null,                -- how to reach them; empty when nobody said
    platform text not null,             -- where they are told that it was read; the channel is empty when nowhere
    channel_id text not null,
    thread_id text,
    left_at timestamptz not null,
    read_at timestamptz
);
create index left_messages_unread on left_messages (person_id) where read_at is null;
