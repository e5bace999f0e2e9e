-- Counts up with what a clinician must know of before saying what came of a finding; and since when it rests on evidence
-- that nobody has acknowledged beside what it was raised on.
alter table raised_finding
    add column version         integer not null default 1,
    add column new_evidence_at timestamptz;
