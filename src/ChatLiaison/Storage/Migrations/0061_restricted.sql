-- Why: who may see a restricted case beside those who hold it and the roles that see all of them: whoever took it down, and whoever was let in.

create table case_viewers (
    case_id uuid not null,
    person_id uuid not null,
    by_name text not null,
    at timestamptz not null,
    primary key (case_id, person_id)
);
