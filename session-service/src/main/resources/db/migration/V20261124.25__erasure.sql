-- What remains of a patient who was erased: the pseudonym, so that nobody is recorded under it again.
create table erased_patient (
    practice_id uuid        not null references practice,
    patient_id  uuid        not null,
    erased_at   timestamptz not null,
    primary key (practice_id, patient_id)
);
