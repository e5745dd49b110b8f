-- Why: what the customer is to do should they see it again is a script of the playbook. As the other words of a resolution it is kept as it was sent.

alter table resolutions add column comes_back text not null default '';
update resolutions set comes_back = 'Should you see it again, answer here and we take it up at once.' where prevention <> '';
