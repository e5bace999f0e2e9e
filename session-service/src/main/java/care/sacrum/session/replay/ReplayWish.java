package care.sacrum.session.replay;

import care.sacrum.platform.problem.Problem;
import care.sacrum.session.asking.Id;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is to be published again, as it is asked for.
///
/// @param patientId absent: everybody of the practice
/// @param from      what was taken by this service at that instant or later; absent: from the beginning
/// @param until     and before that one; absent: until now
record ReplayWish(
        @Schema(examples = "5ac20000-0000-4000-9000-000000000001", format = "uuid") @Nullable
        String patientId,

        @Schema(examples = "2026-01-01T00:00:00Z", format = "date-time") @Nullable
        String from,

        @Schema(examples = "2026-02-01T00:00:00Z", format = "date-time") @Nullable
        String until) {

    /// As it was read.
    record Read(Optional<UUID> patient, Span span) {}

    /// Refuses with 422, naming each field at fault.
    Read read() {
        var faults = new ArrayList<Problem.FieldError>();
        var patient = Optional.ofNullable(patientId).flatMap(Id::read);
        if (patientId != null && patient.isEmpty()) {
            faults.add(new Problem.FieldError("patientId", "is a UUID, or left out for everybody of the practice"));
        }
        var start = instant(from);
        if (from != null && start.isEmpty()) {
            faults.add(new Problem.FieldError("from", "is an instant such as 2026-01-01T00:00:00Z"));
        }
        var end = instant(until);
        if (until != null && end.isEmpty()) {
            faults.add(new Problem.FieldError("until", "is an instant such as 2026-02-01T00:00:00Z"));
        }
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            faults.add(new Problem.FieldError("until", "is later than from"));
        }
        if (!faults.isEmpty()) {
            throw Problem.unprocessable(faults).refused();
        }
        return new Read(patient, new Span(start, end));
    }

    private static Optional<Instant> instant(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var read = OffsetDateTime.parse(text);
            return read.getYear() >= 1970 && read.getYear() <= 9998 ? Optional.of(read.toInstant()) : Optional.empty();
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }
}
