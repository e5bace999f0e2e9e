package care.sacrum.content.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// Who wrote it and who has looked at it.
public record Review(
        @NotBlank @Size(max = 120) String author, @NotNull Status status) {

    /// The only word there is so far: whoever shows a document must be able to say it.
    public enum Status {
        @JsonProperty("not_yet_reviewed_by_a_clinician")
        NOT_YET_REVIEWED_BY_A_CLINICIAN
    }
}
