-- Why: who everyone is: our people, our own rooms, the customers with their channels and contacts. The column "imported" holds an entry as the
-- last import wrote it, so that the next import can tell what chat changed since and keep it.

create table people (
    id uuid primary key,
    email text not null unique,         -- lower case; the key of an import
    name text not null,
    roles text[] not null,              -- as the directory file writes them
    team text not null default '',
    time_zone text not null,
    hours text not null,
    quiet text not null,
    active boolean not null default true,
    imported jsonb
);

create table person_identities (
    platform text not null,
    user_id text not null,
    person_id uuid not null references people (id) on delete cascade,
    primary key (platform, user_id),
    unique (person_id, platform)
);

create table unreachable_people (       -- by identity, not by person: a new id is a new chance
    platform text not null,
    user_id text not null,
    since timestamptz not null,
    reason text not null,
    primary key (platform, user_id),
    foreign key (platform, user_id) references person_identities (platform, user_id) on delete cascade on update cascade
);

create table staff_channels (
    use text not null,                  -- triage, management, admins, last-resort
    platform text not null,
    channel_id text not null,
    imported text,                      -- the channel that the last import wrote here
    primary key (use, platform)
);
create index staff_channels_by_place on staff_channels (platform, channel_id);

create table customers (
    id int generated always as identity primary key,
    key text not null unique,           -- upper case; the first part of case references
    name text not null,
    liaison_id uuid references people (id),
    calendar text,
    facts jsonb not null default '{}',
    imported jsonb
);

create table customer_channels (
    platform text not null,
    channel_id text not null,
    customer_id int not null references customers (id),
    primary key (platform, channel_id)
);
create index customer_channels_customer on customer_channels (customer_id);

create table contacts (
    id uuid primary key,
    customer_id int not null references customers (id),
    name text not null,
    title text not null default '',
    email text not null default '',
    level text not null,                -- novice, intermediate, advanced
    prefers text not null,              -- chat, email, phone, video
    time_zone text not null,
    active boolean not null default true,
    imported jsonb
);
create index contacts_customer on contacts (customer_id);

create table contact_identities (
    platform text not null,
    user_id text not null,
    contact_id uuid not null references contacts (id) on delete cascade,
    primary key (platform, user_id),
    unique (contact_id, platform)
);

create table directory_changes (        -- who changed what in the directory, for ever
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,                -- a person's name, or "import"
    subject text not null,              -- "person dana@example.com", "customer ACME"
    change text not null                -- one line: what it was, what it is
);
create index directory_changes_subject on directory_changes (subject, at);
