-- Retired: every number up to this one stays readable and is not to be used for anything new. A later number is published
-- as usual, and is in use again.
alter table piece add column retired_through integer not null default 0
    check (retired_through between 0 and latest_version);
alter table piece add column retired_at timestamptz;
alter table piece add column retired_by text;
