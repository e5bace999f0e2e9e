-- What a practice set, every version of it. A practice without a row has the defaults, which are version 0.
create table practice_parameters (
    practice_id uuid        not null,
    version     bigint      not null check (version > 0),
    parameters  text        not null,            -- all of them, as a document writes them
    set_at      timestamptz not null,
    set_by      text        not null,
    primary key (practice_id, version)
);

-- Practices that set other parameters and whose patients are not all due for a look yet, with the last one that is.
create table practice_to_look_at (
    practice_id   uuid primary key,
    after_patient uuid
);
