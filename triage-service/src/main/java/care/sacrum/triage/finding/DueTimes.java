package care.sacrum.triage.finding;

import care.sacrum.triage.practice.OpeningHours;
import care.sacrum.triage.practice.Practices;
import care.sacrum.triage.rules.Urgency;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// When findings are due, by what each practice has set and when it is open.
@Singleton
class DueTimes {

    private final PracticeDeadlines deadlines;
    private final Practices practices;

    DueTimes(PracticeDeadlines deadlines, Practices practices) {
        this.deadlines = deadlines;
        this.practices = practices;
    }

    /// Each practice is read once for all findings of a look, and not at all where nothing is raised.
    Reading reading() {
        return new Reading();
    }

    private record Terms(Deadlines deadlines, OpeningHours hours) {}

    final class Reading {

        private final Map<UUID, Terms> read = new HashMap<>();

        Optional<Deadline> due(UUID practice, Urgency urgency, Instant raisedAt) {
            var terms = read.computeIfAbsent(practice, id -> new Terms(deadlines.of(id), practices.openingHours(id)));
            return terms.deadlines().of(urgency, raisedAt, terms.hours());
        }
    }
}
