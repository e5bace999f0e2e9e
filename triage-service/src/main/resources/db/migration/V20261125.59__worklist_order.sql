-- Within a level the worklist shows what is due first, so that what is overdue leads; who is there for having gone quiet
-- stands by the time since when.
alter table watched_patient add column worklist_due timestamptz
    generated always as (case when silent_rank < open_urgency * 2 or open_urgency is null then silent_at else open_due end)
    stored;
create index watched_patient_order on watched_patient (practice_id, worklist_rank, worklist_due, patient_id)
    where worklist_rank is not null;
drop index watched_patient_rank;
