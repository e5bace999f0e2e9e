package care.sacrum.session.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A practice as it is read.
///
/// @param hours absent while nobody said when somebody is there
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PracticeView(
        UUID practiceId,
        long version,
        String name,
        String country,
        String timeZone,
        String emergencyNumber,
        Optional<List<OpeningHours>> hours,
        List<LocalDate> holidays) {}
