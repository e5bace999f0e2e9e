package care.sacrum.session.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a patient had before: asked at enrolment, so that an old complaint is not taken for a new one.
///
/// @param stable whether it has stayed the same
@JsonInclude(JsonInclude.Include.NON_NULL)
record BaselineCondition(
        @NotNull @Schema(examples = "stress_urinary_incontinence")
        String code,

        @Nullable LocalDate since,
        boolean stable,
        boolean assessedByClinician) {}
