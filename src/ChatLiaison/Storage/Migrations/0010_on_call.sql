-- Why: what each person knows about, and who is on call when: rotations of shifts, and overrides that are laid over them.

alter table people add column expertise text[] not null default '{}';

create table rotations (
    id uuid primary key,
    name text not null unique,          -- the key of an import
    role text,                          -- whom it is for: a role, or else a team
    team text not null default '',
    shifts text[] not null,             -- 09:00 Europe/London Mon-Sun weekly Mon 2026-01-05: the people's ids, in order
    active boolean not null default true,
    imported jsonb
);

create table rotation_overrides (
    id uuid primary key,
    seq bigint generated always as identity,    -- the one added last holds
    rotation_id uuid not null references rotations (id),
    person_id uuid not null references people (id),
    instead_of uuid references people (id),     -- only where this one would be on call; null stands in for whoever it is
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    reason text not null default '',
    withdrawn_at timestamptz                    -- kept, so that an import doesn't bring it back
);
create index rotation_overrides_rotation on rotation_overrides (rotation_id);
