-- What the findings say of the programme that put it on no hold: once a clinician has released it, that counts.
alter table watched_patient add column programme_beside_holds text not null default 'continue';

create or replace view patient_programme as
select patient.practice_id, patient.patient_id, patient.programme as advised,
    case
        when held.hold_id is not null then 'hold'
        when patient.programme = 'hold' and exists (
            select 1 from programme_hold past
            where past.practice_id = patient.practice_id and past.patient_id = patient.patient_id)
            then patient.programme_beside_holds
        else patient.programme
    end as state
from watched_patient patient
left join programme_hold held
    on held.practice_id = patient.practice_id and held.patient_id = patient.patient_id and held.released_at is null;

update watched_patient set next_evaluation_at = now() where programme = 'hold';
