-- Pain now of a morning check-in is the next morning of the day before. Whoever is here already is reckoned with anew.
update adherence_summary set next_look_at = now();

-- What ends a silence is what was observed, and that was known when it was told raised_signal says. Still here, and only
-- read by instances of before.
comment on column patient_signal.known_reports is 'not used any more';
