package care.sacrum.triage.rules;

import java.time.LocalDate;

/// One report that a finding rests on, and what it says, with its values: points of 0 to 10, degrees Celsius.
public record Because(String reportId, LocalDate localDay, String says) {}
