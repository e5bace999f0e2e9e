package care.sacrum.content.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

        @Size(min = 1, max = 60) @Schema(description = "What to ask before an exercise, in order.") @Nullable
        List<@NotNull @Valid RedFlagQuestion> redFlagQuestions,

        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Evidence> evidence,
        @NotNull @Valid Review review)
        implements Document {

    /// A heading and what stands under it.
    public record Section(
            @NotBlank @Size(max = 120) String heading,
            @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 1500) String> paragraphs) {}

    /// A symptom asked for in plain words, and what to tell whoever says yes.
    public record RedFlagQuestion(
            @NotNull @Known(Vocabulary.SYMPTOM) @Schema(description = "The symptom code that a yes is reported as.")
            String code,

            @NotBlank @Size(max = 300) String ask,

            @NotNull
            @Size(min = 1, max = 60)
            @Schema(
                    description = "Country of the practice (two capital letters, or default for all others) to text. "
                            + "Put the practice's emergency number in place of {emergencyNumber}.")
            Map<
                            @Pattern(regexp = "default|[A-Z]{2}", message = "must be a country such as GB, or default")
                            String,
                            @NotBlank @Size(max = 500) String>
                    ifYes) {

        @JsonIgnore
        @AssertTrue(message = "must have a text for default, for practices of any other country")
        public boolean isAnsweredEverywhere() {
            return ifYes == null || ifYes.containsKey("default");
        }
    }

    @Override
    public Kind kind() {
        return Kind.ARTICLE;
    }
}
