-- Why: the record of a customer, not of a case: every call, mail, chat, meeting and visit, whoever had it and however it came to us (S176, S177).

create table interactions (
    id uuid primary key,
    customer_id int not null,
    at timestamptz not null,            -- when it took place; for a chat its newest message
    kind text not null,                 -- Call, Email, Chat, Meeting, Video, WalkIn
    direction text not null,            -- FromCustomer, FromUs, Both
    contact text not null,              -- who at the customer
    staff text not null,                -- who of ours; empty when nobody was there yet
    staff_id uuid,
    summary text not null,
    action_items text not null,         -- a line each
    cases uuid[] not null,
    source text not null,               -- what it was recorded by: log, chat, call, meeting
    conversation text,                  -- messages of one conversation are one entry
    messages int not null default 1
);
create index interactions_customer on interactions (customer_id, at desc);
create unique index interactions_conversation on interactions (conversation) where conversation is not null;
