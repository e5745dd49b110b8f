-- Why: what was changed in how we work and whether it helped; who was thanked and praised; and how confident both sides of a hand-off are that
-- the next one will go well.

create table improvements (
    id uuid primary key,
    at timestamptz not null,            -- when the change was made
    what text not null,
    by_id uuid,
    by_name text not null,
    kpi text not null,                  -- the figure of the digest that it should move
    case_id uuid,                       -- the reviewed case that it comes from
    promise_id uuid unique,             -- the review's action that it is
    pattern text not null default '',   -- the pattern that it answers, in words
    recorded_by text not null,
    recorded_at timestamptz not null,
    told_in timestamptz                 -- the due instant of the digest that told whether it helped
);
create index improvements_at on improvements (at);

create table kudos (
    id uuid primary key,
    kind text not null,                 -- Thanks, Praise
    to_id uuid not null,
    by_name text not null,              -- a colleague, or who at the customer
    by_id uuid,
    what text not null,
    case_id uuid,
    customer_id int,
    source text unique,                 -- the rating or the message that it comes from; null for thanks
    at timestamptz not null
);
create index kudos_at on kudos (at);

create table pulses (
    id uuid primary key,
    case_id uuid not null,
    person_id uuid not null,
    side text not null,                 -- Support, Engineering
    asked_at timestamptz not null,
    answer int,                         -- 1 to 5
    answered_at timestamptz
);
create index pulses_person on pulses (person_id, asked_at);
create index pulses_answered on pulses (answered_at) include (side, person_id, answer) where answered_at is not null;

create table unasked (                  -- who does not want that question
    person_id uuid primary key,
    since timestamptz not null
);
