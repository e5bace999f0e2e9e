package care.sacrum.content.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A text in sections. One article also carries what to tell a patient at once, for each symptom that cannot wait.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Article(
        @NotBlank @Size(max = 500) String summary,
        @NotNull @Size(min = 1, max = 30) List<@NotNull @Valid Section> sections,

        @Known(Vocabulary.SYMPTOM)
        @Size(max = 60)
        @Schema(description = "Symptom code to what the patient is told at once, when no other answer is at hand.")
        @Nullable
        Map<String, @NotBlank @Size(max = 500) String> emergencyTexts,

        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Evidence> evidence,
        @NotNull @Valid Review review)
        implements Document {

    /// A heading and what stands under it.
    public record Section(
            @NotBlank @Size(max = 120) String heading,
            @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 1500) String> paragraphs) {}

    @Override
    public Kind kind() {
        return Kind.ARTICLE;
    }
}
