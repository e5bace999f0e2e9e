-- What other parameters would have done to a practice's findings: a run over stored histories, asked for by its lead.
create table what_if (
    what_if_id       uuid        primary key,
    practice_id      uuid        not null,
    from_day         date        not null,
    to_day           date        not null,
    parameters       text        not null,       -- those asked about
    in_force         text        not null,       -- those they are compared with
    in_force_version bigint      not null,
    patients         integer     not null,       -- of the practice, when it was asked for
    asked_at         timestamptz not null,       -- nothing that was received later counts
    asked_by         text        not null,
    state            text        not null check (state in ('waiting', 'running', 'finished', 'cancelled', 'stopped')),
    held_by          uuid,                       -- the worker at it
    heartbeat_at     timestamptz,                -- when that worker last got on
    ended_at         timestamptz
);
create unique index what_if_under_way on what_if (practice_id) where state in ('waiting', 'running');
create index what_if_practice on what_if (practice_id, asked_at);
create index what_if_asked on what_if (asked_at);

-- One patient replayed: the progress of a run, and its totals.
create table what_if_patient (
    what_if_id  uuid    not null references what_if on delete cascade,
    practice_id uuid    not null,
    patient_id  uuid    not null,
    replayed    boolean not null,                -- false where the history could not be replayed
    in_force    integer not null,                -- findings raised in the range, by the parameters in force
    what_if     integer not null,                -- and by those asked about
    gained      integer not null,
    lost        integer not null,
    moved       integer not null,
    primary key (what_if_id, patient_id)
);
create index what_if_patient_patient on what_if_patient (practice_id, patient_id);

create table what_if_difference (
    what_if_id        uuid    not null,
    patient_id        uuid    not null,
    number            integer not null,
    rule              text    not null,
    kind              text    not null check (kind in ('gained', 'lost', 'moved')),
    in_force_day      date,
    in_force_urgency  smallint,
    in_force_headline text,
    what_if_day       date,
    what_if_urgency   smallint,
    what_if_headline  text,
    primary key (what_if_id, patient_id, number),
    foreign key (what_if_id, patient_id) references what_if_patient on delete cascade
);
