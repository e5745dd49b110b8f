-- Why: nobody is stormed. How many messages have followed one another to a person tells how long the next one waits.

create table bundle_pace (
    person_id uuid primary key,
    sent_at timestamptz not null,       -- the newest message
    run int not null,                   -- how many have followed one another without half an hour between them
    urgent_at timestamptz               -- the newest one with something critical in it
);
