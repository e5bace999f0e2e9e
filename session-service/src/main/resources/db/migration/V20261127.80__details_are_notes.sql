-- What was written of a sign is a note to read as well; a report says itself whether it has one.
create index report_to_read on report (practice_id, received_at, report_id)
    where content ->> 'hasNote' = 'true';
drop index report_note;
