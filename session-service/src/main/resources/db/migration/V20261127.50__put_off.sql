-- Patients whose facts cannot be reckoned with: nobody tries again before then, and nobody else waits for them.
create table adherence_put_off (
    practice_id   uuid        not null,
    patient_id    uuid        not null,
    put_off_until timestamptz not null,
    primary key (practice_id, patient_id),
    foreign key (practice_id, patient_id) references patient on delete cascade
);

-- The same for who cannot be looked at for a signal.
alter table patient_signal add column put_off_until timestamptz;
