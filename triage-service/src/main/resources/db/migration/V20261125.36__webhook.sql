-- Where a practice's events are pushed.
create table webhook (
    webhook_id      uuid        primary key,
    practice_id     uuid        not null,
    url             text        not null,
    event_types     text[]      not null,
    secret          bytea       not null,   -- shown once; kept, since every request is signed with it
    earlier_secret  bytea,                  -- signs too until then, so that a reader can change over
    earlier_until   timestamptz,
    state           text        not null check (state in ('active', 'disabled')),
    disabled_at     timestamptz,
    disabled_because text,                  -- a code
    failing_since   timestamptz,            -- nothing has arrived since
    created_at      timestamptz not null,
    created_by      text        not null
);
create index webhook_practice on webhook (practice_id, created_at, webhook_id);

-- An event for a webhook, once. The payload goes with the patient, and when it is too old to be replayed.
create table webhook_delivery (
    webhook_id      uuid        not null references webhook on delete cascade,
    event_id        uuid        not null,
    number          bigint generated always as identity,  -- in the order in which events were read
    practice_id     uuid        not null,
    patient_id      uuid,                   -- absent in events about no patient
    type            text        not null,
    payload         bytea       not null,
    made_at         timestamptz not null,
    state           text        not null check (state in ('waiting', 'delivered', 'given_up')),
    attempts        integer     not null default 0,
    waiting_since   timestamptz not null,   -- made, or replayed
    next_attempt_at timestamptz not null,
    claimed_until   timestamptz,
    last_attempt_at timestamptz,
    last_status     integer,
    problem         text,                   -- a code, of the last attempt
    delivered_at    timestamptz,
    primary key (webhook_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at) where state = 'waiting';
create index webhook_delivery_list on webhook_delivery (webhook_id, number desc);
create index webhook_delivery_patient on webhook_delivery (practice_id, patient_id);
create index webhook_delivery_age on webhook_delivery (made_at);

-- Whose events are pushed no more, but for the one that says so: an event of another topic may come after it.
create table webhook_erased (
    practice_id uuid not null,
    patient_id  uuid not null,
    primary key (practice_id, patient_id)
);
