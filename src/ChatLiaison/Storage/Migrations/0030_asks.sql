-- Why: who was asked to take a case, why them and who was passed over; what became of it; and who has worked on what, so that the next one
-- asked is somebody who knows the customer and the matter.

create table asks (
    case_id uuid not null,
    level int not null,                 -- of the ladder; 0 is the liaisons'
    person_id uuid not null,
    at timestamptz not null,
    reasons text[] not null,            -- what speaks for them, a few words each
    passed_over text[] not null,        -- the others, a sentence each
    told_at timestamptz,                -- when their message went out
    ended_at timestamptz,
    outcome text,                       -- Answered, Overtaken, Unanswered, Declined, Unreachable, Past
    words text not null default '',     -- why they declined, or could not be reached
    primary key (case_id, level, person_id)
);
create index asks_open on asks (person_id) where ended_at is null;

create table case_hands (
    case_id uuid not null,
    person_id uuid not null,
    customer_id int not null,
    type text not null,
    last_at timestamptz not null,       -- of their newest act on it
    primary key (case_id, person_id)
);
create index case_hands_customer on case_hands (person_id, customer_id, last_at);
create index case_hands_type on case_hands (person_id, type, last_at);

insert into case_hands (case_id, person_id, customer_id, type, last_at)
select c.id, h.person_id, c.customer_id, c.type, coalesce(c.last_update_at, c.opened_at)
from cases c cross join lateral (select c.owner_id union select c.engineering_owner_id) h (person_id) where h.person_id is not null;
