-- Why: what tells a person that a case is theirs, or who is on it beside them, can wait for the end of their quiet hours. By then the case may
-- have gone on to somebody else, and the message is untrue.

alter table outbox add column while_owner uuid;         -- sent only while they hold the case; null for whoever holds it
alter table outbox add column while_engineer uuid;      -- sent only while they are its engineering owner, all zeros while nobody is; null for whoever is
