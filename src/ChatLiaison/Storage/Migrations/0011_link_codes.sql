-- Why: a person shows that accounts on two platforms are both theirs: a code is made with the one and entered with the other.

create table link_codes (
    code_hash text primary key,         -- the code itself is only ever shown to the person
    person_id uuid not null references people (id),
    platform text not null,             -- where it was made
    expires_at timestamptz not null,
    claimed_platform text,              -- the account that entered it first; no other can use it any more
    claimed_user text,
    used_at timestamptz
);
create index link_codes_person on link_codes (person_id);
