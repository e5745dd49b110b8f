-- Why: a swap is asked for and waits for an answer; a calendar program reads a person's turns by an address that nobody can guess.

create table swap_requests (
    id uuid primary key,
    rotation_id uuid not null references rotations (id),
    asker_id uuid not null references people (id),
    asked_id uuid not null references people (id),
    from_at timestamptz not null,       -- the turn that is to be taken over
    until_at timestamptz not null,
    back_from timestamptz,              -- the turn in return; null for none
    back_until timestamptz,
    state text not null,                -- Asked, Accepted, Declined
    asked_at timestamptz not null,
    answered_at timestamptz
);

create table feed_tokens (
    person_id uuid primary key references people (id),
    token text not null unique,         -- kept as it is, since it is shown again; it opens nothing but the person's own turns
    made_at timestamptz not null
);
