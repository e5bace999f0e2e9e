package care.sacrum.triage.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A practice as session-service told it.
///
/// @param week absent while nobody said when somebody is there
public record Practice(
        UUID id,
        long version,
        String country,
        String timeZone,
        String emergencyNumber,
        Optional<List<Opening>> week,
        Set<LocalDate> holidays) {}
