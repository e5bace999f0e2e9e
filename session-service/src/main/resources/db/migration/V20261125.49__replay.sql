-- A wish to have older history published again, and how far it came. The next step is due by the clock of the database,
-- which all instances share.
create table replay (
    practice_id    uuid        not null references practice,
    replay_id      uuid        not null,
    patient_id     uuid,                 -- absent: everybody of the practice
    taken_from     timestamptz,
    taken_until    timestamptz,
    status         text        not null check (status in ('running', 'done', 'cancelled')),
    asked_by       text        not null, -- the sub of whoever asked
    asked_at       timestamptz not null,
    ended_at       timestamptz,
    patients       bigint      not null,
    patients_done  bigint      not null,
    events         bigint      not null,
    at_patient     uuid,                 -- the patient whose turn it is; absent at the beginning
    at_chapter     text,                 -- of that patient; absent: from the first
    at_place       text,                 -- within the chapter; absent: from its beginning
    due_at         timestamptz not null default clock_timestamp(),
    primary key (practice_id, replay_id),
    foreign key (practice_id, patient_id) references patient on delete cascade
);
create unique index replay_one_at_a_time on replay (practice_id) where status = 'running';
create index replay_listed on replay (practice_id, asked_at desc, replay_id desc);
-- An erasure finds the replays of the patient.
create index replay_patient on replay (practice_id, patient_id) where patient_id is not null;
