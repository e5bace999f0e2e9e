package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Word;
import java.time.Instant;

/// By when a clinician must have acknowledged a finding.
///
/// @param counted how the time until then was counted
record Deadline(Instant at, Counted counted) {

    enum Counted implements Word {
        BY_THE_CLOCK,
        IN_OPENING_HOURS,
        IN_OPEN_DAYS,
        /// The practice's hours are not known.
        MONDAY_TO_FRIDAY
    }
}
