create table practice (
    practice_id      uuid        primary key,
    version          bigint      not null,
    name             text        not null,
    country          text        not null,
    time_zone        text        not null,
    emergency_number text        not null,
    recorded_at      timestamptz not null
);

-- The row is the lock of everything that is published about this patient: whoever adds an event locks it first.
create table patient (
    practice_id           uuid        not null references practice,
    patient_id            uuid        not null,
    version               bigint      not null,
    status                text        not null,
    display_name          text,       -- the only name in the suite; it is in no event
    subject               text,       -- the issuer's id of the person, absent until one is bound
    home_time_zone        text        not null,
    language              text        not null,
    birth_year            integer,
    sex                   text        not null,
    risk_factors          text[]      not null,
    baseline_conditions   jsonb       not null,
    already_under_care_of text[]      not null,
    recorded_at           timestamptz not null,
    primary key (practice_id, patient_id)
);
create unique index patient_subject on patient (practice_id, subject) where subject is not null;

create table prescription (
    practice_id       uuid        not null,
    prescription_id   uuid        not null,
    patient_id        uuid        not null,
    version           bigint      not null,
    programme         text        not null,
    programme_version integer,
    start_date        date        not null,
    end_date          date,
    times_a_day       integer     not null,
    days_a_week       integer     not null,
    recorded_at       timestamptz not null,
    primary key (practice_id, prescription_id),
    foreign key (practice_id, patient_id) references patient
);
create index prescription_patient on prescription (practice_id, patient_id, start_date desc, prescription_id desc);

-- Every report as it was accepted, never changed: a correction is a report of its own.
create table report (
    practice_id uuid        not null,
    report_id   uuid        not null,
    patient_id  uuid        not null,
    kind        text        not null,
    observed_at timestamptz not null, -- the device's clock put right
    local_day   date        not null, -- the civil date of that, where the patient was
    received_at timestamptz not null,
    content     jsonb       not null, -- as the event says it
    free_text   jsonb,                -- what the patient wrote in own words; it is in no event
    fingerprint bytea       not null, -- of the body as it was sent
    primary key (practice_id, report_id),
    foreign key (practice_id, patient_id) references patient
);
create index report_history on report (practice_id, patient_id, local_day desc, observed_at desc, report_id desc);

-- What content-service published, as far as logging against it needs it.
create table content_copy (
    kind            text    not null,
    slug            text    not null,
    version         integer not null,
    language        text    not null,
    title           text    not null,
    emergency_texts jsonb   not null,
    primary key (kind, slug, version, language)
);
