-- Events that were committed and are not yet acknowledged by Kafka. Sent rows are deleted, so the table stays small.
create table outbox (
    id          bigint generated always as identity primary key,
    event_id    uuid        not null,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    subject     text        not null,
    happened_at timestamptz not null,
    data        bytea       not null,
    created_at  timestamptz not null default clock_timestamp()
) with (
    -- Every row lives for milliseconds: vacuum by count, not by share, or the head of the index fills with dead entries.
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 50000
);

-- Records this service could not use, as they came. A reason is a code, never an exception's text: that may be clinical.
create table dead_letter (
    topic       text        not null,
    partition   integer     not null,
    record_offset bigint    not null,
    key         text        not null,
    type        text        not null,
    reason      text        not null,
    headers     jsonb       not null,
    data        bytea       not null,
    received_at timestamptz not null default clock_timestamp(),
    primary key (topic, partition, record_offset)
);

-- How far each partition was taken, in the transaction that took it.
create table read_progress (
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    appended_at   timestamptz not null,
    primary key (topic, partition)
);
