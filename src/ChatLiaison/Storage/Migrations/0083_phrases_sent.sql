-- Why: management reads how often a phrase of the playbook went to a customer, and how often it went as it stands, without a word about the case.

create table phrases_sent (
    case_id uuid not null,
    at timestamptz not null,
    phrase text not null,       -- the playbook's key
    as_it_stands boolean not null
);
create index phrases_sent_at on phrases_sent (at);
