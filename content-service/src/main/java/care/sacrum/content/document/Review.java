package care.sacrum.content.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who wrote it and who has looked at it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Review(
        @NotBlank @Size(max = 120) String author,
        @NotNull Status status,

        @Schema(description = "Absent where the text was first written in this language.") @Nullable
        Translation translation,

        @Schema(description = "The day by which somebody looks at it again.", examples = "2027-05-24") @Nullable
        LocalDate dueOn) {

    /// The only word there is so far: whoever shows a document must be able to say it.
    public enum Status {
        @JsonProperty("not_yet_reviewed_by_a_clinician")
        NOT_YET_REVIEWED_BY_A_CLINICIAN
    }

    /// A translation has mistakes of its own, so it is looked at apart.
    public enum Translation {
        @JsonProperty("not_yet_reviewed_by_a_speaker")
        NOT_YET_REVIEWED_BY_A_SPEAKER
    }
}
