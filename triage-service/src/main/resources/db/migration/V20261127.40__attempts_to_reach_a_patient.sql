-- What is urgent stays open while its patient was not reached: how often somebody tried, and who did last.
alter table raised_finding
    add column attempts     integer not null default 0,
    add column attempted_at timestamptz,
    add column attempted_by text,
    add column attempt_note text;
