-- Why: whoever gave a case to somebody is told when it goes on to somebody else.

alter table asks add column asked_by uuid references people (id);
