-- When somebody is at a practice, by its own clock: 'monday 08:30-17:00'. Null while nobody said; a weekday that is not
-- named is closed.
alter table practice
    add column hours    text[],
    add column holidays date[] not null default '{}';
