-- Where a person of a practice is told that something waits: a clinician's id, or `lead`.
create table notification_address (
    practice_id uuid        not null,
    person      text        not null,
    email       text        not null,
    recorded_at timestamptz not null,
    primary key (practice_id, person)
);

-- Who is responsible for a patient, as session-service tells it.
alter table watched_patient add column responsible_clinician uuid;

-- That somebody has to be told, written with its cause and taken away when a letter says it. No patient stands here.
create table notice (
    notice_id   uuid        primary key,  -- the id of the event that tells its cause
    practice_id uuid        not null,
    person      text        not null,
    occasion    text        not null,     -- raised, escalated
    level       text        not null,
    caused_at   timestamptz not null
);

-- An e-mail: one for all notices of a burst to the same person.
create table letter (
    letter_id       uuid        primary key,
    practice_id     uuid        not null,
    person          text        not null,
    occasion        text        not null,
    level           text        not null,
    notices         integer     not null,
    made_at         timestamptz not null,
    state           text        not null check (state in ('waiting', 'sent', 'given_up')),
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null,
    claimed_until   timestamptz,          -- an instance is sending it; if it dies, another takes it then
    sent_at         timestamptz,
    problem         text                  -- a code, of the last attempt
);
create index letter_due on letter (next_attempt_at) where state = 'waiting';
create index letter_of_person on letter (practice_id, person, occasion, level, made_at desc);
create index letter_of_practice on letter (practice_id, made_at desc, letter_id desc);
create index letter_age on letter (made_at);
