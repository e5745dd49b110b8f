-- Why: the digest says how long a case waited to be assessed, and how often a step of a scenario was left out. Each asks for the rows of one week.

create index timeline_triaged on timeline (at) where kind = 'Triaged';
create index scenario_steps_left_out on scenario_steps (at) where skipped is not null;
