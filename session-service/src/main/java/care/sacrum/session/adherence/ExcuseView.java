package care.sacrum.session.adherence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Excused days as they are read.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Excuse", description = "Days on which nothing is expected of the patient.")
record ExcuseView(
        UUID excuseId,
        UUID patientId,
        LocalDate from,
        LocalDate to,
        String reason,

        @Schema(enumeration = {"patient", "staff"}) String saidBy,

        Instant recordedAt,

        @Schema(description = "From then on it counts no more.")
        Optional<Instant> withdrawnAt) {

    ExcuseView withdrawn(Instant at) {
        return new ExcuseView(excuseId, patientId, from, to, reason, saidBy, recordedAt, Optional.of(at));
    }

    boolean says(ExcuseDetails details) {
        return from.equals(details.from()) && to.equals(details.last()) && reason.equals(details.reason());
    }

    boolean byStaff() {
        return saidBy.equals("staff");
    }
}
