-- Whether a clinician of the practice handed it in on behalf of the patient. Of those that were here before nobody knows; they
-- count as the patient's own, as they did.
alter table report add column on_behalf boolean not null default false;

-- How many there are of a patient, and which came since: where none is, it costs nothing.
create index report_on_behalf on report (practice_id, patient_id, received_at) where on_behalf;

-- From here on of the patient's own reports alone: adherence_summary.last_received_at, and patient_signal.known_reports.
-- And patient_signal.known_until is up to when everything was looked at that was handed in, by whomever.
