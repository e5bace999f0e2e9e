-- Whether something had to be done on one of the silent days: a plan of Mondays makes nobody silent on a Saturday.
alter table adherence_summary add column missed_a_day boolean not null default false;

-- Whoever is here already is summed up anew.
update adherence_summary set next_look_at = now();
