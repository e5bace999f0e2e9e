-- A plan that is no longer followed, as session-service tells it: a routine matter beside findings and silences.
alter table watched_patient
    add column lapse     bigint not null default 0, -- the newest that was told of
    add column lapsed_at timestamptz,               -- while it lasts
    add column lapsed    jsonb;                     -- what was told of it

-- Who comes first: findings by their level (0, 2, 4, 6); 3 for who went quiet after a red flag; 9 for who just went quiet;
-- 10 for whose plan lapsed; 12 for what is open of a patient who is deceased, whatever its level.
alter table watched_patient alter column worklist_rank set expression as (
    case when status = 'deceased' then case when open_urgency is not null then 12 end
    else least(open_urgency * 2, silent_rank, case when lapsed_at is not null then 10 end) end);
alter table watched_patient alter column worklist_since set expression as (
    case when status = 'deceased' then open_since
    when silent_rank < open_urgency * 2 or (open_urgency is null and silent_rank is not null) then silent_at
    when open_urgency is not null then open_since
    else lapsed_at end);
alter table watched_patient alter column worklist_due set expression as (
    case when status = 'deceased' then open_since
    when silent_rank < open_urgency * 2 or (open_urgency is null and silent_rank is not null) then silent_at
    when open_urgency is not null then open_due
    else lapsed_at end);

-- Whoever is treated no more and stands on the worklist is looked at again: less is due than was.
update watched_patient set next_evaluation_at = now()
where status in ('discharged', 'transferred', 'deceased') and next_escalation_at is not null;
