-- Why: who of ours is away from when until when, and who looks after their matters meanwhile. What is over is kept for the record.

create table absences (
    id uuid primary key,
    person_id uuid not null references people (id),
    starts_at timestamptz not null,
    ends_at timestamptz not null,       -- the instant of coming back when that was earlier
    reason text not null,               -- for our own people only
    cover_id uuid references people (id),
    consent text not null,              -- the cover's: Needless, Asked, Given, Declined, Unanswered
    answer_by timestamptz,              -- an unanswered question counts as declined from here
    made_at timestamptz not null,
    begun_at timestamptz,               -- when what was running was handed over
    ended_at timestamptz,               -- when it was over and the person was told what happened, or when it was taken back
    check (starts_at < ends_at)
);
create index absences_of_person on absences (person_id) where ended_at is null;
create index absences_open on absences (starts_at) where ended_at is null;
