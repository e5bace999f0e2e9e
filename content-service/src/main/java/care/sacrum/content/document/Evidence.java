package care.sacrum.content.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a part of a document rests on, and how sure that is.
public record Evidence(
        @NotNull @Size(min = 1, max = 20) @Schema(description = "The fields or topics it speaks for.")
        List<@NotBlank @Size(max = 80) String> about,

        @NotBlank @Size(max = 300) String source,
        @NotNull Certainty certainty) {

    public enum Certainty {
        @JsonProperty("high")
        HIGH,
        @JsonProperty("moderate")
        MODERATE,
        @JsonProperty("low")
        LOW
    }
}
