-- Why: a case keeps who is to settle it, which fix is in, what that was checked with, and how often it was not fixed after all. And the files
-- that a customer posts before there is a case wait with their words, so that the case they become has them.

alter table cases add column course jsonb not null default '{}';
alter table loose_messages add column files jsonb not null default '[]';
