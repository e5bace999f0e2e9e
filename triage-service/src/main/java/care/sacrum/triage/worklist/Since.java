package care.sacrum.triage.worklist;

import care.sacrum.platform.dating.OurTime;
import care.sacrum.triage.finding.RaisedFinding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// A place among what awaits an outcome: longest acknowledged first.
record Since(Instant at, UUID finding) {

    static final Since BEFORE_ALL = new Since(Instant.EPOCH, new UUID(0, 0));

    static Since of(RaisedFinding acknowledged) {
        return new Since(
                Objects.requireNonNull(acknowledged.acknowledgedAt(), "Only what is acknowledged awaits an outcome"),
                acknowledged.id());
    }

    /// An opaque cursor; instants here are whole milliseconds.
    String cursor() {
        var text = at.toEpochMilli() + "|" + finding;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Empty when the cursor is none of ours.
    static Optional<Since> of(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
            var at = Instant.ofEpochMilli(Long.parseLong(parts[0]));
            return OurTime.holds(at) ? Optional.of(new Since(at, UUID.fromString(parts[1]))) : Optional.empty();
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }
}
