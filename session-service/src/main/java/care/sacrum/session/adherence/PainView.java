package care.sacrum.session.adherence;

import care.sacrum.session.adherence.calculation.Pain;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Pain around sessions, 0 to 10.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "AdherencePain", description = "Pain around the sessions, 0 to 10; what was not told is absent.")
record PainView(
        Optional<Double> before,
        Optional<Double> after,

        @Schema(description = "On the morning after.") Optional<Double> nextMorning) {

    static PainView of(Pain pain) {
        return new PainView(
                Optional.ofNullable(pain.before()),
                Optional.ofNullable(pain.after()),
                Optional.ofNullable(pain.nextMorning()));
    }
}
