-- For how many days the patient was not heard from, as the silent patients are counted; absent where nothing is expected
-- at present. It is another thing than heard_on, the day on which the phone was last in touch.
alter table adherence_summary add column silent_days integer;

-- Whoever is here already is summed up anew.
update adherence_summary set next_look_at = now();
