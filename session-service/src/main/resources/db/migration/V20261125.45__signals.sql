-- What a practice wants to be told of; one without a row has the usual thresholds.
create table signal_setting (
    practice_id             uuid        primary key references practice,
    version                 bigint      not null,
    silent_after_days       integer     not null,
    lapse_below_percent     integer     not null,
    lapse_window_days       integer     not null,
    lapse_expected_at_least integer     not null,
    recorded_at             timestamptz not null
);

-- What was said of a patient so far, and when to look again. The row is the lock of looking.
create table patient_signal (
    practice_id   uuid        not null,
    patient_id    uuid        not null,
    due_at        timestamptz not null,
    status        text        not null,           -- of the patient's record, when it was last told
    enrolled_at   timestamptz not null,           -- nobody can have told anything before
    counted_from  timestamptz,                    -- days before are of no account
    silence       bigint      not null default 0, -- how many silences were told
    silent_at     timestamptz,                    -- when the one that lasts was told
    known_reports integer     not null default 0, -- how many reports there were then
    known_until   timestamptz,                    -- and when the newest of them was received
    lapse         bigint      not null default 0, -- how many lapses were told
    lapsed_at     timestamptz,                    -- when the one that lasts was told
    primary key (practice_id, patient_id),
    foreign key (practice_id, patient_id) references patient on delete cascade
);
create index patient_signal_due on patient_signal (due_at);
create index patient_signal_silent on patient_signal (practice_id, silent_at, patient_id) where silent_at is not null;

-- Every signal as it was told: its event can be told again, and none can be told twice.
create table raised_signal (
    practice_id uuid        not null,
    patient_id  uuid        not null,
    type        text        not null, -- of the event
    number      bigint      not null, -- which silence, or lapse, of the patient
    raised_at   timestamptz not null,
    data        jsonb       not null, -- of the event
    primary key (practice_id, patient_id, type, number),
    foreign key (practice_id, patient_id) references patient on delete cascade
);

-- When a patient's phone was last in touch.
create index report_received on report (practice_id, patient_id, received_at);

insert into patient_signal (practice_id, patient_id, due_at, status, enrolled_at)
select practice_id, patient_id, now(), status, recorded_at from patient;
