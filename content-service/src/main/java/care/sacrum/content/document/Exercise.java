package care.sacrum.content.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One movement: how to do it, how much of it, who asks first and when to stop.
public record Exercise(
        @NotBlank @Size(max = 500) String summary,

        @NotBlank @Size(max = 500) @Schema(description = "How the patient lies, sits or stands at the start.")
        String position,

        @NotNull @Size(max = 10) List<@NotBlank @Size(max = 120) String> equipment,

        @NotNull @Size(min = 1, max = 20) @Schema(description = "In order; the first is step 1.")
        List<@NotBlank @Size(max = 500) String> steps,

        @NotBlank @Size(max = 500) String breathing,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 300) String> commonErrors,
        @NotNull @Valid Dosage dosage,

        @NotNull
        @Size(max = 60)
        @Known({Vocabulary.SYMPTOM, Vocabulary.RISK_FACTOR, Vocabulary.CONDITION})
        @Schema(description = "Codes with which a patient asks a clinician before doing this.")
        List<String> contraindications,

        @NotNull @Size(min = 1, max = 20) @Schema(description = "The same in words.")
        List<@NotBlank @Size(max = 500) String> whoAsksFirst,

        @NotNull
        @Size(min = 1, max = 60)
        @Known(Vocabulary.SYMPTOM)
        @Schema(description = "Symptom codes with which a patient stops at once.")
        List<String> stopRules,

        @NotNull @Size(min = 1, max = 20) @Schema(description = "The same in words.")
        List<@NotBlank @Size(max = 500) String> whenToStop,

        @NotNull @Valid Image image,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Evidence> evidence,
        @NotNull @Valid Review review)
        implements Document {

    /// How it looks, drawn, and in words for those who do not see it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Image(
            @NotBlank @Size(max = 500) String alt,

            @Drawing @Schema(description = "An SVG of the start, to be set into a page as it is.") @Nullable
            String start,

            @Drawing @Schema(description = "An SVG of the end.") @Nullable
            String end) {}

    @Override
    public Kind kind() {
        return Kind.EXERCISE;
    }
}
