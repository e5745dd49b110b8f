-- Why: handing a case to engineering is an act with two sides. What was handed over, whether it was taken or came back, what had to be asked
-- again and how both sides judge it are kept apart from the case, so that they can be counted (S66, S229, S233, S235, S248).

create table handoffs (
    id uuid primary key,
    case_id uuid not null,
    state text not null,                -- Sent, Accepted, Bounced, Ended
    sent_at timestamptz not null,
    sent_by text not null,
    sent_by_id uuid,
    to_id uuid,                         -- the engineer that it was for; null for whoever takes it
    to_name text not null,
    score int not null,                 -- how complete the brief was when it was sent, 0 to 100
    again boolean not null,             -- sent once more after it came back
    platform text not null,             -- where the brief stands
    channel_id text not null,
    user_id text not null,              -- instead of a channel: somebody's own conversation
    answered_at timestamptz,
    answered_by text,
    answered_by_id uuid
);
create index handoffs_case on handoffs (case_id, sent_at);
create index handoffs_sent on handoffs (sent_at);

create table handoff_questions (
    id uuid primary key,
    handoff_id uuid not null,
    case_id uuid not null,
    kind text not null,                 -- Bounce: it came back; Ask: asked again by whoever had taken it
    at timestamptz not null,
    by text not null,
    by_id uuid,
    missing text[] not null,            -- the items that were ticked, by key
    question text not null,
    promise_id uuid not null,           -- the promise to answer
    answered_at timestamptz,
    answered_by text,
    answer text
);
create index handoff_questions_case on handoff_questions (case_id, at);

create table handoff_ratings (
    handoff_id uuid not null,
    side text not null,                 -- Sender, Receiver
    person_id uuid not null,
    person text not null,
    complete int not null,              -- 3 all there, 2 some missing, 1 most missing
    together int,                       -- how working together went: 3, 2, 1; null until the second tap
    at timestamptz not null,
    primary key (handoff_id, side)
);

create table bug_reports (
    case_id uuid primary key,
    component text not null,
    since text not null,                -- the version or change since which it happens; empty when nobody knows
    reproducible text not null,
    workaround text not null,
    evidence text not null,
    written_by text not null,
    written_at timestamptz not null
);
