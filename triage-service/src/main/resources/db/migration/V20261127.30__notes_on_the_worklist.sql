-- Since when a note of the patient waits to be read: who told of nothing else stands on the worklist too, behind all others.
alter table note_to_read add column came_at timestamptz;
update note_to_read set came_at = now() where read_at is null;
alter table watched_patient add column note_since timestamptz;
update watched_patient patient set note_since = (
    select min(came_at) from note_to_read note
    where note.practice_id = patient.practice_id and note.patient_id = patient.patient_id and note.read_at is null);

-- As before, and 11 for who stands here for an unread note alone.
alter table watched_patient alter column worklist_rank set expression as (
    case when status = 'deceased' then case when open_urgency is not null then 12 end
    else least(
        open_urgency * 2, silent_rank,
        case when lapsed_at is not null then 10 end,
        case when note_since is not null then 11 end) end);
alter table watched_patient alter column worklist_since set expression as (
    case when status = 'deceased' then open_since
    when silent_rank < open_urgency * 2 or (open_urgency is null and silent_rank is not null) then silent_at
    when open_urgency is not null then open_since
    else coalesce(lapsed_at, note_since) end);
alter table watched_patient alter column worklist_due set expression as (
    case when status = 'deceased' then open_since
    when silent_rank < open_urgency * 2 or (open_urgency is null and silent_rank is not null) then silent_at
    when open_urgency is not null then open_due
    else coalesce(lapsed_at, note_since) end);
