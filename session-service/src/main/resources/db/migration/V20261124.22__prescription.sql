-- What a prescription is held against: of an exercise its dosage, of a programme its exercises and schedule. Empty
-- for editions that came before this was kept; those are not held against anything.
alter table content_copy add column prescribing jsonb not null default '{}';

alter table prescription add column weekdays jsonb; -- absent: any days, daysAWeek of them
alter table prescription add column exercises jsonb not null default '[]';
alter table prescription add column pauses jsonb not null default '[]';
alter table prescription drop constraint prescription_practice_id_patient_id_fkey;
alter table prescription add constraint prescription_patient
    foreign key (practice_id, patient_id) references patient on delete cascade;

-- Every version as it was answered, never changed.
create table prescription_version (
    practice_id     uuid        not null,
    prescription_id uuid        not null,
    version         bigint      not null,
    patient_id      uuid        not null,
    recorded_at     timestamptz not null,
    recorded_by     text,       -- the sub of the member of staff; absent for versions from before this was kept
    content         jsonb       not null,
    primary key (practice_id, prescription_id, version),
    foreign key (practice_id, patient_id) references patient on delete cascade
);
insert into prescription_version (practice_id, prescription_id, version, patient_id, recorded_at, content)
select practice_id, prescription_id, version, patient_id, recorded_at,
       jsonb_strip_nulls(jsonb_build_object(
           'prescriptionId', prescription_id, 'patientId', patient_id, 'version', version, 'programme', programme,
           'programmeVersion', programme_version, 'startDate', start_date, 'endDate', end_date,
           'timesADay', times_a_day, 'daysAWeek', days_a_week, 'exercises', '[]'::jsonb, 'pauses', '[]'::jsonb))
from prescription;
