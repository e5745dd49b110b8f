-- Why: what the customer is told names what they can try (S143), what we can't do is kept on the case and said again until it changes (S162),
-- and what is still to be asked of the customer is on record until it is answered or not needed any more (S23).

alter table resolutions add column try_this text not null default '';     -- what the customer can try, as they read it

create table case_limits (
    case_id uuid primary key,
    words text not null,                -- as the customer read them last
    by_name text not null,
    at timestamptz not null
);

create table case_questions (
    id uuid primary key,
    case_id uuid not null,
    question text not null,
    by_name text not null,
    at timestamptz not null,
    asked_at timestamptz,               -- when the customer was asked; null while only we know of it
    wrote_at timestamptz,               -- when the customer first wrote after they were asked: it may be the answer
    settled_at timestamptz,             -- null while it is open
    settled_by text,
    answer text,                        -- null when it was dismissed
    why text                            -- why it is not needed any more; null when it was answered
);
create index case_questions_case on case_questions (case_id, at);
create index case_questions_open on case_questions (case_id) where settled_at is null;   -- counted with every case that is read
