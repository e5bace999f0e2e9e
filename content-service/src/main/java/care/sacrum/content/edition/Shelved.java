package care.sacrum.content.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What an editor reads on publishing: the edition, and how hard it is to read.
///
/// @param readability empty in a language without a formula here, and where no text is long enough
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Shelved(
        @JsonUnwrapped Published edition,
        @Schema(implementation = Readability.Verdict.class) Optional<Readability.Verdict> readability) {}
