package care.sacrum.triage.practice;

import java.util.UUID;

/// A practice as session-service told it.
public record Practice(UUID id, long version, String country, String timeZone, String emergencyNumber) {}
