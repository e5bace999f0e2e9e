package care.sacrum.triage.rules;

/// A condition the patient had before, whether it holds steady, and whether a clinician has looked at it.
public record BaselineCondition(Condition condition, boolean stable, boolean assessedByClinician) {}
