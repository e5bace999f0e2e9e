package care.sacrum.triage.rules;

import java.time.LocalDate;

/// One report that a finding rests on, and what it says.
public record Because(String reportId, LocalDate localDay, String says) {}
