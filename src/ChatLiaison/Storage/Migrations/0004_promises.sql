-- Why: every promise is a row with a due instant and an owner; the watcher only ever asks which rows are to be looked at now.

create table promises (
    id uuid primary key,
    case_id uuid,                       -- null only for a customer's message that belongs to no case yet
    loose_message_id uuid,
    customer_id int not null,
    kind text not null,
    state text not null,                -- Running, Paused, Kept, Broken, Cancelled
    owner_id uuid,
    level int not null default 0,
    reason text not null,
    priority text not null,
    policy_version text not null,
    calendar text not null,
    started_at timestamptz not null,
    span bigint not null,               -- working milliseconds promised
    elapsed bigint not null default 0,  -- working milliseconds counted up to counted_to
    counted_to timestamptz not null,
    due_at timestamptz,                 -- null while paused
    break_at timestamptz,               -- when it counts as broken, where that is later than due
    next_look timestamptz,              -- when the watcher looks again; null when there is nothing more to see
    warned int not null default 0,      -- milestones passed
    fulfilled_at timestamptz,
    broken_at timestamptz,
    set_aside text                      -- why the watcher left it alone; null in good health
);
create index promises_next_look on promises (next_look) where next_look is not null;
create index promises_case on promises (case_id) where state in ('Running', 'Paused', 'Broken');
create index promises_of_case on promises (case_id);
create index promises_loose on promises (loose_message_id) where loose_message_id is not null;
create index promises_settled on promises (fulfilled_at) where fulfilled_at is not null;
create index promises_broken on promises (broken_at) where broken_at is not null;

create table promise_history (
    id bigint generated always as identity primary key,
    promise_id uuid not null,
    at timestamptz not null,
    what text not null,                 -- Started, Paused, Resumed, Retargeted, Kept, Broken, Cancelled
    detail text not null
);
create index promise_history_promise on promise_history (promise_id, id);

create table nudges (
    id bigint generated always as identity primary key,
    person_id uuid not null,
    promise_id uuid not null,
    milestone int not null,
    at timestamptz not null,
    sent_at timestamptz,
    unique (promise_id, milestone, person_id)
);
create index nudges_waiting on nudges (person_id) where sent_at is null;

create table due_acts (
    id bigint generated always as identity primary key,
    case_id uuid not null,
    act text not null,                  -- Climb, AutoClose
    reason text not null,
    at timestamptz not null,
    attempts int not null default 0,
    failed text
);
create index due_acts_open on due_acts (id) where failed is null;
