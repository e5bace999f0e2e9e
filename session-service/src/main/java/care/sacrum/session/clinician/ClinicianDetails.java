package care.sacrum.session.clinician;

import care.sacrum.platform.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is said of a clinician when the record is made or changed: the whole of it each time.
@Schema(description = "A clinician as the practice keeps the record; the whole of it each time.")
record ClinicianDetails(
        @NotBlank
        @Size(max = 120)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
        @Schema(description = "For the people of the practice only; it is in no event.")
        String displayName,

        @Nullable
        @Size(min = 1, max = 200)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "must not hold control characters")
        @Schema(description = "The sub of the clinician's own token, so that a screen can ask for the own patients.")
        String subject,

        @NotNull
        @Schema(
                enumeration = {
                    "physical_therapist",
                    "chiropractor",
                    "orthopaedic_specialist",
                    "physician",
                    "nurse",
                    "other"
                })
        String profession,

        @Nullable @Schema(description = "Usually true. A patient is newly given to an active clinician only.")
        Boolean active) {

    static final String EXAMPLE = """
            {"displayName": "Sam Example", "profession": "physical_therapist"}""";

    private static final Set<String> PROFESSIONS =
            Set.of("physical_therapist", "chiropractor", "orthopaedic_specialist", "physician", "nurse", "other");

    void mustBeOfTheVocabulary() {
        if (!PROFESSIONS.contains(profession)) {
            throw Problem.unprocessable(
                            "profession",
                            "must be one of "
                                    + String.join(
                                            ", ", PROFESSIONS.stream().sorted().toList()))
                    .refused();
        }
    }

    /// Where it is not said, a clinician is active.
    ClinicianDetails spelledOut() {
        return active == null ? new ClinicianDetails(displayName, subject, profession, true) : this;
    }
}
