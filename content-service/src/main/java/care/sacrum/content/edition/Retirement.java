package care.sacrum.content.edition;

import care.sacrum.content.document.Kind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// That a piece is retired, over HTTP and in its event alike.
///
/// @param practiceId absent for what is everybody's
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(description = "What was published stays readable, and is not to be used for anything new.")
record Retirement(
        Optional<UUID> practiceId,
        Kind kind,
        @Schema(examples = "pelvic-tilt") String slug,

        @Schema(examples = "2", description = "Every number up to this one.")
        int throughVersion,

        Instant retiredAt) {}
