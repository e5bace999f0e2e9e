-- Intervals in which a patient's programme is on hold: from the evaluation that said so until a clinician releases it.
create table programme_hold (
    practice_id uuid        not null,
    patient_id  uuid        not null,
    hold_id     uuid        not null,
    version     integer     not null,          -- counts up when more comes to light
    held_at     timestamptz not null,
    because     jsonb       not null,          -- rules, and the findings they raised
    evidence    text[]      not null,          -- what it rests on: released with it, it holds nothing again
    released_at timestamptz,
    released_by text,                          -- the sub of the clinician
    reason      text,                          -- in the clinician's own words: in no event
    primary key (practice_id, patient_id, hold_id)
);
create unique index programme_hold_open on programme_hold (practice_id, patient_id) where released_at is null;
create index programme_hold_waiting on programme_hold (practice_id, held_at, hold_id) where released_at is null;

-- What a patient is to do with the programme: a hold that nobody released holds, whatever the rules say now; one that
-- a clinician released holds no more, although they may still say so.
create view patient_programme as
select patient.practice_id, patient.patient_id, patient.programme as advised,
    case
        when held.hold_id is not null then 'hold'
        when patient.programme = 'hold' and exists (
            select 1 from programme_hold past
            where past.practice_id = patient.practice_id and past.patient_id = patient.patient_id) then 'continue'
        else patient.programme
    end as state
from watched_patient patient
left join programme_hold held
    on held.practice_id = patient.practice_id and held.patient_id = patient.patient_id and held.released_at is null;

-- Whoever would be on hold already is looked at again, and then is.
update watched_patient set next_evaluation_at = now() where programme = 'hold';
