-- Why: what everything stands on: what came in (so that a second delivery is known), what goes out (so that nothing is lost or sent twice),
-- what an adapter must remember, and when each calendar job was last handled.

create table inbox (
    key text primary key,               -- the platform's own id of the act
    at timestamptz not null,
    case_id uuid                        -- the case it opened, so that a second submission is answered like the first
);
create index inbox_at on inbox (at);

create table outbox (
    id uuid primary key,
    seq bigint generated always as identity,
    lane text not null,                 -- one conversation; in order within it
    kind text not null,                 -- Send, Update, Bundle (one for a person while it waits)
    destination jsonb not null,
    anchor text,                        -- our lasting name of the message, by which it is later changed or answered in its thread
    thread_anchor text,                 -- the message whose thread it joins
    audience text not null,             -- Customer, Staff
    card text,                          -- the card as it stood when queued; null when it is drawn at sending
    live text,                          -- the name of the card that is drawn at sending
    subject text,                       -- what the live card is about
    case_id uuid,
    droppable boolean not null default false,   -- dropped when its case closes
    mentions jsonb,
    state text not null default 'Pending',      -- Pending, Claimed, Sent, Uncertain, Dead, Cancelled
    attempts int not null default 0,
    queued_at timestamptz not null,
    not_before timestamptz not null,
    claimed_until timestamptz,
    first_try_at timestamptz,
    maybe_repeat boolean not null default false,    -- a try may have arrived and nobody can look
    sent_at timestamptz,
    last_error text
);
create index outbox_pending on outbox (lane, seq) where state = 'Pending';
create index outbox_in_flight on outbox (lane) where state in ('Claimed', 'Uncertain');
create index outbox_case on outbox (case_id) where state = 'Pending';
create unique index outbox_one_waiting on outbox (anchor) where state = 'Pending' and kind in ('Update', 'Bundle');
create index outbox_dead on outbox (queued_at) where state = 'Dead';
create index outbox_sent_at on outbox (sent_at) where state in ('Sent', 'Cancelled');

create table lanes (
    lane text primary key,
    next_at timestamptz not null        -- the platform takes nothing more before this instant
);

create table messages (
    anchor text primary key,
    platform text not null,
    channel_id text not null,
    message_id text not null,
    thread_id text,
    case_id uuid,
    sent_at timestamptz not null
);
create index messages_by_place on messages (platform, channel_id, message_id);
create index messages_case on messages (case_id);

create table platform_memory (
    platform text not null,
    key text not null,
    value text not null,
    primary key (platform, key)
);

create table job_runs (
    job text primary key,
    last_due timestamptz not null,
    ran_at timestamptz not null
);

create table change_marks (
    name text primary key,              -- directory, playbook: servers reload when the number moves
    number bigint not null
);
