-- Why: somebody new is asked for on their platform within a minute of being saved, and each thing that keeps a message from arriving is told once
-- when it is found, not every minute.

create table reach_checks (
    platform text not null,
    user_id text not null,
    checked_at timestamptz not null,
    primary key (platform, user_id)
);

create table reach_problems (
    problem text primary key,           -- one sentence with its cure
    since timestamptz not null
);
