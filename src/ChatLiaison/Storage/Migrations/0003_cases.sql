-- Why: the case, its record, and what customers wrote that belongs to no case yet.

create table cases (
    id uuid primary key,
    customer_id int not null,
    reference text not null unique,
    title text not null,
    status text not null,
    priority text not null,
    proposed_priority text not null,
    type text not null,
    understanding text not null,
    level int not null default 0,
    restricted boolean not null default false,
    expedited boolean not null default false,
    owner_id uuid,
    owner_name text,
    engineering_owner_id uuid,
    engineering_owner_name text,
    liaison_id uuid,
    contact_name text not null,
    contact_platform text,
    contact_user text,
    platform text not null,             -- where the customer's side of it is told
    channel_id text not null,
    sentiment text not null,
    opened_at timestamptz not null,
    opened_by text not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    first_response_at timestamptz,
    last_update_at timestamptz,
    next_update_at timestamptz,
    resolved_at timestamptz,
    closed_at timestamptz,
    resolution text,
    reopened int not null default 0,
    new_for_owner int not null default 0,
    details jsonb not null,
    policy_version text not null,
    version int not null default 1
);
create index cases_owner on cases (owner_id, opened_at) where closed_at is null;
create index cases_engineering_owner on cases (engineering_owner_id) where closed_at is null and engineering_owner_id is not null;
create index cases_open_by_customer on cases (customer_id, opened_at) where closed_at is null;
create index cases_by_customer on cases (customer_id, opened_at);
create index cases_opened on cases (opened_at);
create index cases_resolved on cases (resolved_at) where resolved_at is not null;

create table timeline (
    id bigint generated always as identity primary key,
    case_id uuid not null,
    at timestamptz not null,
    kind text not null,
    actor text not null,
    side text not null,                 -- Customer, Staff, Bot
    for_customer boolean not null,
    text text not null
);
create index timeline_case on timeline (case_id, id);
create index timeline_kind on timeline (kind, at) where kind in ('Climbed', 'Skipped', 'Redirected');

create table loose_messages (
    id uuid primary key,
    customer_id int not null,
    platform text not null,
    channel_id text not null,
    message_id text not null,
    thread_id text,
    author_id text not null,
    author text not null,
    text text not null,
    at timestamptz not null,
    case_id uuid,
    answered_at timestamptz
);
create index loose_messages_open on loose_messages (platform, channel_id) where answered_at is null and case_id is null;
