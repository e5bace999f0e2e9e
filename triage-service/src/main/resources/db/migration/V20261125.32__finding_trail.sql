-- What happened to each finding, step by step. Nothing here is ever changed; only an erased patient's rows go.
create table finding_trail (
    number      bigint generated always as identity primary key,
    practice_id uuid        not null,
    patient_id  uuid        not null,
    finding_id  uuid        not null,
    at          timestamptz not null,
    step        text        not null,
    by          text,                  -- the issuer's id of whoever did it; null where the service did
    rule        text        not null,
    urgency     text        not null,  -- as it was then
    due_at      timestamptz,
    times       integer,               -- which escalation it was
    outcome     text,
    until       timestamptz,           -- of a snooze
    note        text
);
create index finding_trail_finding on finding_trail (finding_id, number);
create index finding_trail_patient on finding_trail (practice_id, patient_id, number);

-- An erasure names its patient for the length of its transaction: nothing else may delete, and nothing may update.
create function refuse_to_change_the_trail() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.practice_id || '/' || old.patient_id = current_setting('sacrum.erased_patient', true) then
            return old;
        end if;
    end if;
    raise exception 'The trail of findings is only added to' using errcode = 'restrict_violation';
end $$;
create trigger finding_trail_is_kept before update or delete on finding_trail
    for each row execute function refuse_to_change_the_trail();
create trigger finding_trail_is_not_emptied before truncate on finding_trail
    for each statement execute function refuse_to_change_the_trail();

-- What is known of the steps taken before there was a trail.
insert into finding_trail (practice_id, patient_id, finding_id, at, step, by, rule, urgency, due_at, note)
select practice_id, patient_id, finding_id, at, step, by, rule,
    (array ['emergency_now', 'urgent_same_day', 'soon', 'routine', 'self_care'])[urgency + 1],
    case step when 'raised' then due_at end, told
from raised_finding cross join lateral (values
    ('raised', raised_at, null, null),
    ('acknowledged', acknowledged_at, acknowledged_by, note),
    ('withdrawn', withdrawn_at, null, null)) as steps (step, at, by, told)
where at is not null order by at, finding_id;
