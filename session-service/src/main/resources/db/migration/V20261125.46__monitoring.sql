-- Remote therapeutic monitoring, for practices that have turned it on. Without a row it is off.
create table monitoring_setting (
    practice_id uuid        primary key references practice,
    version     bigint      not null,
    on_since    timestamptz,          -- absent: off
    recorded_at timestamptz not null
);

-- From when until when a patient is monitored. Those of a patient never overlap.
create table monitoring_episode (
    practice_id uuid        not null,
    episode_id  uuid        not null,
    patient_id  uuid        not null,
    version     bigint      not null,
    set_up_on   date        not null, -- of the patient's calendar, as what follows
    ended_on    date,                 -- the last day; absent while it lasts
    recorded_at timestamptz not null,
    recorded_by text        not null, -- the sub of the member of staff
    primary key (practice_id, episode_id),
    foreign key (practice_id, patient_id) references patient on delete cascade
);
create index monitoring_episode_patient on monitoring_episode (practice_id, patient_id, set_up_on);

-- What a clinician spent on it. Never changed: a wrong entry is struck out and written anew.
create table monitoring_work (
    practice_id  uuid        not null,
    work_id      uuid        not null,
    patient_id   uuid        not null,
    day          date        not null, -- of the practice's calendar
    minutes      integer     not null,
    live_contact boolean     not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null, -- the sub of the clinician
    struck_at    timestamptz,
    struck_by    text,
    primary key (practice_id, work_id),
    foreign key (practice_id, patient_id) references patient on delete cascade
);
create index monitoring_work_patient on monitoring_work (practice_id, patient_id, day);
