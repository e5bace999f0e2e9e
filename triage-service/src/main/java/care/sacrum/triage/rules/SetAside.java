package care.sacrum.triage.rules;

/// One field that did not count, and why; the rest of its report did.
///
/// @param reportId empty where the field belongs to no report
public record SetAside(String reportId, String field, String why) {}
