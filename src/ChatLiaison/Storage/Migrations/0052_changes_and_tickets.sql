-- Why: other systems know what changed before a problem began and how a ticket stands. They tell us by webhook; tickets and pages are linked to
-- cases by their address (S71, S81, S184, S270, S284).

create table changes (
    id uuid primary key,
    event_id text not null unique,      -- the sender's own id: a second delivery changes nothing
    at timestamptz not null,            -- when it took place
    kind text not null,                 -- deployment, change, incident, alert
    title text not null,
    service text not null,
    environment text not null,
    customers text[] not null,          -- keys; empty for everyone
    done_by text not null,
    url text not null,
    received_at timestamptz not null
);
create index changes_at on changes (at);

create table tickets (
    url text primary key,               -- as compared: without what makes no difference
    title text not null,
    status text not null,
    at timestamptz not null             -- of the newest word that we have
);

create table case_links (
    case_id uuid not null,
    url text not null,                  -- as compared
    shown text not null,                -- as it was given
    title text not null,
    added_by text not null,
    added_at timestamptz not null,
    primary key (case_id, url)
);
create index case_links_url on case_links (url);
