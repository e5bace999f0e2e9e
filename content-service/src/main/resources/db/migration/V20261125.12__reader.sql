-- Who of the signed-in patients is treated where, as session-service tells it: they read the practice's own content.
create table reader (
    practice_id uuid   not null,
    patient_id  uuid   not null,
    version     bigint not null,
    subject     text,            -- the issuer's id of the person, absent while nobody is bound
    primary key (practice_id, patient_id)
);
create index reader_subject on reader (practice_id, subject) where subject is not null;
