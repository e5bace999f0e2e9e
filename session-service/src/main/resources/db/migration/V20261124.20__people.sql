-- Absent: nobody said yet when the practice is there.
alter table practice add column hours jsonb;
alter table practice add column holidays date[] not null default '{}';

create table clinician (
    practice_id  uuid        not null references practice,
    clinician_id uuid        not null,
    version      bigint      not null,
    display_name text        not null, -- in no event
    subject      text,                 -- the issuer's id of the person
    profession   text        not null,
    active       boolean     not null,
    recorded_at  timestamptz not null,
    primary key (practice_id, clinician_id)
);
create unique index clinician_subject on clinician (practice_id, subject) where subject is not null;

-- Who the pseudonym is. The only place of the suite that knows; it goes with the patient.
create table patient_contact (
    practice_id uuid        not null,
    patient_id  uuid        not null,
    version     bigint      not null,
    name        text        not null,
    telephone   text,
    email       text,
    recorded_at timestamptz not null,
    primary key (practice_id, patient_id),
    foreign key (practice_id, patient_id) references patient on delete cascade
);
insert into patient_contact (practice_id, patient_id, version, name, recorded_at)
select practice_id, patient_id, 1, display_name, recorded_at from patient where display_name is not null;
alter table patient drop column display_name;

alter table patient add column responsible_clinician uuid;
alter table patient add constraint patient_responsible_clinician
    foreign key (practice_id, responsible_clinician) references clinician;
create index patient_status on patient (practice_id, status, patient_id);
create index patient_clinician on patient (practice_id, responsible_clinician, patient_id);
-- Whoever signs in finds the own records.
create index patient_of_subject on patient (subject) where subject is not null;
