-- Why: somebody calls, walks in or writes, and one of ours takes it down for them: one call, any number of cases, and not complete before the
-- caller was asked whether there is anything else (S28, S29, S34).

create table calls (
    id uuid primary key,
    customer_id int not null,
    caller text not null,
    source text not null,               -- phone, walk-in, email, chat, video
    mood text not null,
    reach text not null,
    taken_by uuid not null references people (id),
    began_at timestamptz not null,
    touched_at timestamptz not null,    -- when something was last taken down
    reminded_at timestamptz,
    completed_at timestamptz            -- when it was said that there is nothing else
);
create index calls_open on calls (touched_at) where completed_at is null;

create table call_cases (
    call_id uuid not null references calls (id),
    case_id uuid not null,
    position int not null,
    primary key (call_id, case_id)
);
create index call_cases_case on call_cases (case_id);
