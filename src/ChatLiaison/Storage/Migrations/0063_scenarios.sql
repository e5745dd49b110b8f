-- Why: a scenario of the playbook, walked on a case: which steps were done with what answers and words, which were left out and why, and how
-- it ended. It can be left and taken up again.

create table scenario_walks (
    case_id uuid not null,
    scenario text not null,             -- the playbook's key
    by_name text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    ended text not null default '',     -- the stated end, in the words of whoever finished it
    primary key (case_id, scenario)
);
create index scenario_walks_finished on scenario_walks (finished_at) include (scenario) where finished_at is not null;

create table scenario_steps (
    case_id uuid not null,
    scenario text not null,
    step text not null,                 -- the step's key in the playbook
    answers jsonb not null default '{}',
    said text not null default '',      -- what the customer was told
    skipped text,                       -- why it was left out; null when it was done
    by_name text not null,
    at timestamptz not null,
    primary key (case_id, scenario, step),
    foreign key (case_id, scenario) references scenario_walks (case_id, scenario)
);
