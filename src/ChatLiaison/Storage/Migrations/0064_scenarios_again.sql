-- Why: what a scenario is for can come up again on the same case. It is walked once more, and the first walk stays on record.

alter table scenario_steps drop constraint scenario_steps_case_id_scenario_fkey;
alter table scenario_walks add column number int not null default 1, drop constraint scenario_walks_pkey, add primary key (case_id, scenario, number);
alter table scenario_steps add column number int not null default 1, drop constraint scenario_steps_pkey, add primary key (case_id, scenario, number, step),
    add foreign key (case_id, scenario, number) references scenario_walks (case_id, scenario, number);
