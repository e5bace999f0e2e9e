package care.sacrum.triage.whatif;

import java.time.Instant;
import java.time.LocalDate;

/// The local days that are asked about, both included, by what was received until an instant.
record Range(LocalDate from, LocalDate to, Instant until) {

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
