-- A patient who has gone quiet, as session-service tells it: a signal beside findings, never a finding.
alter table watched_patient add column silence bigint not null default 0; -- the newest that was told of
alter table watched_patient add column silent_at timestamptz;             -- while it lasts
alter table watched_patient add column silent jsonb;                      -- what was told of it
alter table watched_patient add column silent_rank smallint;              -- as worklist_rank counts

-- Who comes first: findings by their level (0, 2, 4, 6); 3 for who went quiet after a red flag, right below emergency and
-- urgent; 9 for who just went quiet. Whichever is the more urgent says since when.
alter table watched_patient add column worklist_rank smallint
    generated always as (least(open_urgency * 2, silent_rank)) stored;
alter table watched_patient add column worklist_since timestamptz
    generated always as (case when silent_rank < open_urgency * 2 or open_urgency is null then silent_at else open_since end)
    stored;
create index watched_patient_rank on watched_patient (practice_id, worklist_rank, worklist_since, patient_id)
    where worklist_rank is not null;
drop index watched_patient_worklist;
