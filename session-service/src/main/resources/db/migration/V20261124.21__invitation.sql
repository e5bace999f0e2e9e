-- A code that lets one person act as one patient, once. The code itself is nowhere: only its hash.
create table invitation (
    practice_id   uuid        not null,
    invitation_id uuid        not null,
    patient_id    uuid        not null,
    code_hash     bytea       not null unique,
    invited_at    timestamptz not null,
    invited_by    text        not null, -- the sub of the member of staff
    expires_at    timestamptz not null,
    redeemed_at   timestamptz,
    revoked_at    timestamptz,
    primary key (practice_id, invitation_id),
    foreign key (practice_id, patient_id) references patient on delete cascade
);
create index invitation_patient on invitation (practice_id, patient_id, invited_at desc, invitation_id desc);

-- Codes that were refused, so that nobody tries them one after the other. Rows live as long as they count.
create table refused_code (
    subject_hash bytea       not null,
    refused_at   timestamptz not null
);
create index refused_code_subject on refused_code (subject_hash, refused_at);
create index refused_code_age on refused_code (refused_at);
