-- How many of the days were excused, and how many paused or on hold: who reads that nothing was expected sees why.
alter table adherence_summary
    add column excused_days_7  integer not null default 0,
    add column paused_days_7   integer not null default 0,
    add column excused_days_30 integer not null default 0,
    add column paused_days_30  integer not null default 0;

-- Whoever is here already is summed up anew.
update adherence_summary set next_look_at = now();
