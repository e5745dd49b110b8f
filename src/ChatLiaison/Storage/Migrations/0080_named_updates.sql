-- Why: an update whose time the customer was told was known from the playbook's cadence by how its reason was worded. It is marked.

alter table promises add column named_update boolean not null default false;   -- of a StatusUpdate: the customer was told the time
update promises set named_update = true where kind = 'StatusUpdate' and reason = 'The next update was promised to the customer for this time.';
