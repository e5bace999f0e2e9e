package care.sacrum.session.replay;

import java.time.Instant;
import java.util.Optional;

/// What was taken by this service in a time: at `from` or later, and before `until`.
public record Span(Optional<Instant> from, Optional<Instant> until) {

    public boolean holds(Instant taken) {
        return from.filter(taken::isBefore).isEmpty()
                && until.filter(taken::isBefore).isPresent() == until.isPresent();
    }

    /// For a query: earlier than anything where it is open.
    public Instant start() {
        return from.orElse(Instant.EPOCH);
    }

    /// For a query: later than anything where it is open.
    public Instant end() {
        return until.orElse(FAR);
    }

    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");
}
