-- Intervals in which a patient's programme was or is on hold, as triage-service tells them. No report is refused for
-- one; adherence excuses their days.
create table programme_hold (
    practice_id uuid        not null,
    patient_id  uuid        not null,
    hold_id     uuid        not null,
    held_at     timestamptz not null,
    released_at timestamptz,
    primary key (practice_id, patient_id, hold_id),
    foreign key (practice_id, patient_id) references patient on delete cascade
);
create index programme_hold_open on programme_hold (practice_id, patient_id, held_at) where released_at is null;
