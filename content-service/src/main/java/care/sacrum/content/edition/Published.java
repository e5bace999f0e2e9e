package care.sacrum.content.edition;

import care.sacrum.content.document.Article;
import care.sacrum.content.document.Exercise;
import care.sacrum.content.document.Kind;
import care.sacrum.content.document.Programme;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An edition as it is read, over HTTP and in its event alike.
///
/// @param document JSON of an exercise, an article or a programme
@Schema(description = "A document as it was published under this number. It never changes.")
record Published(
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        @Schema(implementation = UUID.class, description = "Whose own it is; absent for what is everybody's.")
        Optional<UUID> practiceId,

        Kind kind,
        @Schema(examples = "pelvic-tilt") String slug,
        @Schema(examples = "1") int version,
        @Schema(examples = "en") String language,
        @Schema(examples = "Pelvic tilt") String title,
        Instant publishedAt,

        @JsonRawValue
        @Schema(
                type = SchemaType.OBJECT,
                oneOf = {Exercise.class, Article.class, Programme.class})
        String document) {

    /// Names this edition and no other, so it also tells whether a copy is still the latest.
    String tag() {
        return slug + "-" + version + "-" + language;
    }
}
