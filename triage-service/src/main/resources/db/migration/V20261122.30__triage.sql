-- A practice as session-service tells it: its country and emergency number are in the texts, its zone stands in for a
-- patient's that is not known.
create table practice (
    practice_id      uuid primary key,
    version          bigint not null,
    country          text   not null,
    time_zone        text   not null,
    emergency_number text   not null
);

-- A patient whose reports are watched. The row is the lock of everything that is decided about this patient.
create table watched_patient (
    practice_id        uuid    not null,
    patient_id         uuid    not null,
    version            bigint  not null default 0,   -- of session-service's record; 0 until it was told
    status             text    not null default 'active',
    subject            text,
    facts              text    not null default '{}', -- the patient object as it was told
    reports            integer not null default 0,
    standing           integer not null default 0,   -- findings raised and not withdrawn
    last_observed_at   timestamptz,
    evaluated_at       timestamptz,
    next_evaluation_at timestamptz,
    advised            text    not null default '',  -- what the last advice event said
    programme          text    not null default 'continue',
    missing            text[]  not null default '{}',
    open_urgency       smallint,                      -- of the most urgent open finding, 0 is an emergency
    open_since         timestamptz,
    primary key (practice_id, patient_id)
);
create index watched_patient_worklist on watched_patient (practice_id, open_urgency, open_since, patient_id)
    where open_urgency is not null;
create index watched_patient_due on watched_patient (next_evaluation_at) where next_evaluation_at is not null;

-- Every report as it came, the first content under an id. The history is evaluated whole.
create table report (
    practice_id uuid not null,
    patient_id  uuid not null,
    report_id   text not null,
    content     text not null,
    primary key (practice_id, patient_id, report_id)
);

-- The life of a finding, apart from its evaluation.
create table raised_finding (
    finding_id       uuid        primary key,
    practice_id      uuid        not null,
    patient_id       uuid        not null,
    rule             text        not null,
    rule_version     integer     not null,
    family           text        not null,
    urgency          smallint    not null,
    headline         text        not null,
    programme        text        not null,
    detail           text        not null,            -- the finding as an answer writes it
    evidence_keys    text[]      not null,
    episode          text        not null,
    state            text        not null check (state in ('raised', 'acknowledged', 'withdrawn')),
    supported        boolean     not null default true,
    raised_at        timestamptz not null,
    acknowledged_at  timestamptz,
    acknowledged_by  text,
    note             text,
    withdrawn_at     timestamptz
);
create index raised_finding_patient on raised_finding (patient_id, practice_id);

-- What the worklist's stream says, numbered without gaps for each practice.
create table worklist_stream (
    practice_id uuid   primary key,
    last_number bigint not null
);
create table worklist_event (
    practice_id uuid        not null,
    number      bigint      not null,
    at          timestamptz not null,
    patient_id  uuid        not null,
    name        text        not null,
    body        text        not null,
    primary key (practice_id, number)
);
create index worklist_event_at on worklist_event (at);
