-- Why: a promise that somebody made in words has more to it than its clock: who said it, where it was said, whether the customer has read
-- it, and what is drafted for them. How a customer wants to be told paces the updates of their case. What is typed into an update is kept
-- until it is sent, so that a preview can lead back to it.

create table commitments (
    promise_id uuid primary key,
    case_id uuid not null,
    made_by text not null,
    told boolean not null,              -- the customer knows the words
    draft text not null,                -- drafted for the customer, seen by nobody of theirs until a person has sent it
    anchor text,                        -- our name of the message that said it, or
    platform text,                      -- the message itself
    channel_id text,
    message_id text,
    thread_id text
);
create index commitments_case on commitments (case_id);

create table communication_plans (
    case_id uuid primary key,
    every bigint,                       -- milliseconds of working time; null for the playbook's own
    on_change boolean not null,
    reach_by text not null,             -- chat, email, phone, video
    details text not null,
    changed_by text not null,
    changed_at timestamptz not null
);

create table update_drafts (
    case_id uuid not null,
    person_id uuid not null,
    at timestamptz not null,
    fields jsonb not null,              -- what was typed, by field
    previewed text,                     -- the card as it was previewed; null until it was
    primary key (case_id, person_id)
);
