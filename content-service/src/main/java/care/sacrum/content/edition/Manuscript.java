package care.sacrum.content.edition;

import care.sacrum.content.document.Document;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What an editor sends to be published.
record Manuscript<D extends Document>(
        @NotNull
        @Pattern(regexp = "[a-z]{2}", message = "must be a language of two letters, such as en")
        @Schema(examples = "en")
        String language,

        @NotBlank @Size(max = 120) String title,
        @NotNull @Valid D document) {}
