-- Why: how a case is looked back at: what caused it and whose that is, whether it keeps coming, why we did not see it first, and what is done
-- so that it does not come back. What is done is a promise with an owner; this says what it is about.

create table reviews (
    case_id uuid primary key,
    asked_at timestamptz,               -- null when it was offered and not asked for
    by_name text,                       -- null until it is done
    done_at timestamptz,
    root_cause text not null default '',        -- the playbook's key
    cause_words text not null default '',
    cause_owner text not null default '',
    recurring boolean,
    suggested boolean,                  -- what the computed suggestion said
    detection_gap text not null default '',     -- the playbook's key
    gap_words text not null default '',
    streamlining text not null default '',
    lessons text not null default '',
    knowledge boolean not null default false,
    session_at timestamptz
);
create index reviews_done on reviews (done_at) include (root_cause, recurring, detection_gap) where done_at is not null;

create table review_actions (
    promise_id uuid primary key,
    case_id uuid not null,
    kind text not null,                 -- Prevention, Knowledge, Session
    what text not null,
    owner_id uuid not null,
    owner_name text not null,
    due_at timestamptz not null,
    done_at timestamptz,
    done_by text
);
create index review_actions_open on review_actions (owner_id, due_at) where done_at is null;
create index review_actions_case on review_actions (case_id);
