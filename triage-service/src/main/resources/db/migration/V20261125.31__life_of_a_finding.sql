-- The whole life of a finding: delivered to a screen, acknowledged, closed with an outcome; due by an instant, and
-- escalated when that passed.
alter table raised_finding
    drop constraint raised_finding_state_check,
    add constraint raised_finding_state_check check (state in ('raised', 'acknowledged', 'closed', 'withdrawn')),
    add column due_at       timestamptz,              -- null for self-care, which needs no clinician
    add column due_counted  text,                     -- how the time until then was counted
    add column delivered_at timestamptz,              -- the first screen that showed it as it stands
    add column delivered_by text,
    add column escalations  integer not null default 0,
    add column escalated_at timestamptz,
    add column outcome      text,
    add column outcome_note text,
    add column closed_at    timestamptz,
    add column closed_by    text;

-- What was raised before there were deadlines is due by the clock.
update raised_finding set due_counted = 'by_the_clock', due_at = raised_at + case urgency
    when 0 then interval '15 minutes' when 1 then interval '4 hours'
    when 2 then interval '2 days' else interval '14 days' end
where urgency < 4;

create index raised_finding_open on raised_finding (patient_id, practice_id) where state = 'raised';
create index raised_finding_awaiting_outcome on raised_finding (practice_id, acknowledged_at, finding_id)
    where state = 'acknowledged';

-- When the most urgent open finding is due, and when the practice lead is to be told of one.
alter table watched_patient
    add column open_due           timestamptz,
    add column next_escalation_at timestamptz;

with open as (
    select distinct on (practice_id, patient_id) practice_id, patient_id, due_at, raised_at
    from raised_finding where state = 'raised' and urgency < 4
    order by practice_id, patient_id, urgency, due_at)
update watched_patient patient set open_due = open.due_at, open_since = open.raised_at
from open where open.practice_id = patient.practice_id and open.patient_id = patient.patient_id;

with due as (
    select practice_id, patient_id, min(due_at) as first from raised_finding
    where state = 'raised' and urgency < 4 group by practice_id, patient_id)
update watched_patient patient set next_escalation_at = due.first
from due where due.practice_id = patient.practice_id and due.patient_id = patient.patient_id;

-- A look must know of withdrawn findings too: they may stand again.
update watched_patient patient set standing = (
    select count(*) from raised_finding finding
    where finding.practice_id = patient.practice_id and finding.patient_id = patient.patient_id);

create index watched_patient_escalation on watched_patient (next_escalation_at) where next_escalation_at is not null;
