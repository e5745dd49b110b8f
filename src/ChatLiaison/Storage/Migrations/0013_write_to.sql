-- Why: somebody who is on two platforms says on which of them they want to be written to.

alter table people add column write_to text not null default '';  -- a platform's key; empty for any
