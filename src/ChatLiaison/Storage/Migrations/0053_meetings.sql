-- Why: a briefing has a before and an after: what is to be asked, what came out of it, who does what by when, and that the customer heard of it
-- (S53–S61). A joint session is a meeting too, with the customer's consent where it is recorded (S83).

create table meetings (
    id uuid primary key,
    case_id uuid not null,
    customer_id int not null,
    kind text not null,                 -- Briefing, Customer, Session
    at timestamptz not null,
    link text not null,
    purpose text not null,
    questions text not null,            -- a line each
    recording text not null,            -- who at the customer agreed to it; empty when it is not recorded
    scheduled_by text not null,
    scheduled_by_id uuid,
    scheduled_at timestamptz not null,
    hold_promise uuid not null,         -- the reminder to hold it
    state text not null,                -- Scheduled, Held, Done, Cancelled
    attendees text not null default '',
    perspective text not null default '',
    constraints text not null default '',
    outcome text not null default '',
    held_by text not null default '',
    held_at timestamptz,
    inform_promise uuid,                -- the promise to tell the customer what came out of it
    follow_up_at timestamptz,
    told_at timestamptz,
    told_by text not null default '',
    done_at timestamptz,
    done_by text not null default ''
);
create index meetings_case on meetings (case_id, at);

create table meeting_items (
    promise_id uuid primary key,
    meeting_id uuid not null,
    what text not null,
    owner text not null,
    due_at timestamptz not null
);
create index meeting_items_meeting on meeting_items (meeting_id);
