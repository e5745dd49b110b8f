-- Why: how cases end: what was done and why, who says that it works, whether the customer was followed up and how they rate us, and which
-- steps were left out with what reason. A case that comes back and is resolved again has a second resolution.

create table resolutions (
    case_id uuid not null,
    number int not null,                -- 1, and one more each time the case comes back
    at timestamptz not null,
    by_name text not null,
    done text not null,
    cause text not null,
    prevention text not null default '',
    reason text not null,               -- the playbook's key
    told_at timestamptz,                -- null while the customer could not be told in their channel
    verified_at timestamptz,
    verified_by text,                   -- who at the customer
    verified_how text,                  -- pressed, or what one of us recorded
    recorded_by text,                   -- which of us recorded it; null when the customer pressed
    followed_up_at timestamptz,
    followed_up_by text,
    follow_up_words text,               -- what was sent; null when they were spoken to
    asked_at timestamptz,               -- the customer wrote after it and was asked what they mean; null once they answered
    rating_asked_at timestamptz,
    rating_asked_on text,               -- the card that asks
    rating int,
    rating_of int not null default 5,   -- the best there is: 5, or 2 for good and bad
    rating_comment text not null default '',
    rated_by text,
    rated_at timestamptz,
    last_chance_at timestamptz,         -- the owner was told that it closes although a step is missing
    reopened_at timestamptz,
    primary key (case_id, number)
);
create index resolutions_at on resolutions (at) include (reason, case_id);
create index resolutions_rated on resolutions (rated_at) include (rating, rating_of) where rated_at is not null;

create table case_reasons (             -- also before a case is resolved, and when the reason is seen differently later
    case_id uuid primary key,
    reason text not null,
    by_name text not null,
    at timestamptz not null
);
create index case_reasons_reason on case_reasons (reason, at);

create table exceptions (               -- a step of the playbook that was left out (S98)
    id bigint generated always as identity primary key,
    case_id uuid not null,
    at timestamptz not null,
    by_name text not null,
    steps text[] not null,
    reason text not null
);
create index exceptions_at on exceptions (at);
