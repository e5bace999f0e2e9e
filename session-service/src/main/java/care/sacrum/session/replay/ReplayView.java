package care.sacrum.session.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A replay as it is read.
///
/// @param patientId    absent: everybody of the practice
/// @param patients     how many there are to tell of, those who were erased included
/// @param patientsDone how many of them are done
/// @param events       how many were put in the outbox; they reach Kafka soon after
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ReplayView(
        UUID replayId,
        UUID practiceId,
        Optional<UUID> patientId,
        Optional<Instant> from,
        Optional<Instant> until,

        @Schema(
                type = SchemaType.STRING,
                enumeration = {"running", "done", "cancelled"})
        String status,

        Instant askedAt,
        Optional<Instant> endedAt,
        long patients,
        long patientsDone,
        long events) {}
