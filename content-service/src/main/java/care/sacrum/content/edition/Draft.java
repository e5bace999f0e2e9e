package care.sacrum.content.edition;

import care.sacrum.content.document.Article;
import care.sacrum.content.document.Exercise;
import care.sacrum.content.document.Kind;
import care.sacrum.content.document.Programme;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What an editor is still writing. It may change at any time, and only editors see it.
@Entity
@Table(name = "draft")
@IdClass(Draft.Key.class)
class Draft {

    record Key(UUID practiceId, Kind kind, String slug, String language) {}

    @Schema(name = "Draft", description = "What is being written and is not published yet.")
    record View(
            Kind kind,
            @Schema(examples = "pelvic-tilt") String slug,
            @Schema(examples = "en") String language,

            @Schema(description = "Counted from 1; the ETag, to be sent as If-Match with a change.")
            int revision,

            String title,
            Instant changedAt,

            @JsonRawValue
            @Schema(
                    type = SchemaType.OBJECT,
                    oneOf = {Exercise.class, Article.class, Programme.class})
            String document) {}

    @Id
    @Column(name = "practice_id")
    private UUID practiceId;

    @Id
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Id
    private String slug;

    @Id
    private String language;

    private int revision;
    private String title;
    private String document;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    /// For Hibernate, which fills the fields.
    protected Draft() {}

    /// Not written yet: revision 0.
    Draft(Key key) {
        practiceId = key.practiceId;
        kind = key.kind;
        slug = key.slug;
        language = key.language;
    }

    void write(String title, String document, Instant at, String editor) {
        revision++;
        this.title = title;
        this.document = document;
        changedAt = at;
        changedBy = editor;
    }

    int revision() {
        return revision;
    }

    View view() {
        return new View(kind, slug, language, revision, title, changedAt, document);
    }
}
