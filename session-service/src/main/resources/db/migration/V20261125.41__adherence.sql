-- Days on which nothing is expected of a patient, by somebody's word. Never changed: a wrong one is withdrawn.
create table excuse (
    practice_id  uuid        not null,
    excuse_id    uuid        not null,
    patient_id   uuid        not null,
    from_day     date        not null, -- of the patient's calendar
    to_day       date        not null, -- the last one
    reason       text        not null,
    by_staff     boolean     not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null, -- the sub
    withdrawn_at timestamptz,
    primary key (practice_id, excuse_id),
    foreign key (practice_id, patient_id) references patient on delete cascade
);
create index excuse_patient on excuse (practice_id, patient_id, from_day desc, excuse_id desc);

-- What the calculation says of a day, for days of which there is something to say. Whether what is not there was
-- missed or is not known yet depends on when it is asked, and is no part of it.
create table adherence_day (
    practice_id       uuid             not null,
    patient_id        uuid             not null,
    local_day         date             not null,
    expected          integer          not null, -- sessions, as the next two
    done              integer          not null,
    partial           integer          not null,
    earned            integer          not null, -- thousandths of sessions
    extra             integer          not null,
    excused           boolean          not null,
    paused            boolean          not null,
    rest              boolean          not null,
    pain_before       double precision,
    pain_after        double precision,
    pain_next_morning double precision,
    primary key (practice_id, patient_id, local_day),
    foreign key (practice_id, patient_id) references patient on delete cascade
);

-- What a practice sees of a patient, as of that patient's day. The row is the lock of keeping the days.
create table adherence_summary (
    practice_id         uuid        not null,
    patient_id          uuid        not null,
    calculation_version integer     not null default 0, -- of the kept days
    kept_from           date,                           -- absent: no prescription yet
    kept_through        date,
    last_observed_at    timestamptz,                    -- of the reports whose date is certain
    last_report_id      uuid,
    last_report_on      date,
    last_zone           text,
    last_received_at    timestamptz,                    -- of all
    as_of               date,
    heard_on            date,
    trend               text        not null default 'unknown',
    percent_7           integer,
    expected_7          integer     not null default 0,
    done_7              integer     not null default 0,
    partial_7           integer     not null default 0,
    missed_7            integer     not null default 0,
    not_yet_known_7     integer     not null default 0,
    extra_7             integer     not null default 0,
    percent_30          integer,
    expected_30         integer     not null default 0,
    done_30             integer     not null default 0,
    partial_30          integer     not null default 0,
    missed_30           integer     not null default 0,
    not_yet_known_30    integer     not null default 0,
    extra_30            integer     not null default 0,
    next_look_at        timestamptz not null,           -- a new day begins for the patient
    primary key (practice_id, patient_id),
    foreign key (practice_id, patient_id) references patient on delete cascade
) with (fillfactor = 80);
create index adherence_summary_due on adherence_summary (next_look_at);

-- What came in and was not reckoned with yet: a report, or days. Rows live for moments.
create table adherence_touched (
    id          bigint generated always as identity primary key,
    practice_id uuid not null,
    patient_id  uuid not null,
    report_id   uuid,
    from_day    date,
    to_day      date
) with (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 5000
);

create index prescription_version_patient on prescription_version (practice_id, patient_id);
create index report_correction on report (practice_id, patient_id) where kind = 'correction';

-- Whoever is here already is reckoned with from the beginning.
insert into adherence_touched (practice_id, patient_id, from_day, to_day)
select practice_id, patient_id, date '0001-01-01', date '9999-12-31' from patient;
