-- A note counts as read once one clinician of the practice has read it; the first one is named.
create table note_read (
    practice_id uuid        not null,
    report_id   uuid        not null,
    patient_id  uuid        not null,
    read_at     timestamptz not null,
    read_by     text        not null, -- the sub of the clinician
    primary key (practice_id, report_id),
    foreign key (practice_id, patient_id) references patient on delete cascade
);
create index note_read_patient on note_read (practice_id, patient_id);
-- Notes in the order in which they came.
create index report_note on report (practice_id, received_at, report_id)
    where free_text ->> 'freeTextNote' is not null;
