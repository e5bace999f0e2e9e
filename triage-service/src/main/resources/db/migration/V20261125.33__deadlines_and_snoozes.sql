-- By when somebody must have looked, as a practice set it; a practice without a row has the defaults, version 0.
create table practice_deadlines (
    practice_id          uuid        primary key,
    version              bigint      not null,
    emergency_minutes    integer     not null,
    urgent_hours         integer     not null,
    soon_working_days    integer     not null,
    routine_working_days integer     not null,
    set_at               timestamptz not null,
    set_by               text        not null
);

-- A finding that one clinician does not want to see until then; everybody else does.
create table finding_snooze (
    finding_id  uuid        not null,
    subject     text        not null,
    practice_id uuid        not null,
    patient_id  uuid        not null,
    until       timestamptz not null,
    primary key (finding_id, subject)
);
create index finding_snooze_until on finding_snooze (until);
create index finding_snooze_patient on finding_snooze (practice_id, patient_id);
