-- Reports that came with a note, and when a clinician read it. The text itself stays in session-service.
create table note_to_read (
    practice_id uuid not null,
    patient_id  uuid not null,
    report_id   text not null,
    read_at     timestamptz,
    primary key (practice_id, patient_id, report_id)
);
