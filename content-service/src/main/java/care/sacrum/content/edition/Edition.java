package care.sacrum.content.edition;

import care.sacrum.content.document.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document under its number, in one language. Nothing of it changes but that it has been announced.
@Entity
@Table(name = "edition")
@IdClass(Edition.Key.class)
class Edition {

    record Key(UUID practiceId, Kind kind, String slug, int version, String language) {}

    @Id
    @Column(name = "practice_id")
    private UUID practiceId;

    @Id
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Id
    private String slug;

    @Id
    private int version;

    @Id
    private String language;

    @Column(updatable = false)
    private String title;

    /// JSON as it was accepted, letter for letter.
    @Column(updatable = false)
    private String document;

    @Column(name = "published_at", updatable = false)
    private Instant publishedAt;

    @Column(name = "published_by", updatable = false)
    private String publishedBy;

    @Column(name = "announced_at")
    private @Nullable Instant announcedAt;

    /// For Hibernate, which fills the fields.
    protected Edition() {}

    /// @param publishedBy the editor's `sub`
    Edition(Key key, String title, String document, Instant publishedAt, String publishedBy) {
        practiceId = key.practiceId;
        kind = key.kind;
        slug = key.slug;
        version = key.version;
        language = key.language;
        this.title = title;
        this.document = document;
        this.publishedAt = publishedAt;
        this.publishedBy = publishedBy;
    }

    void announced(Instant at) {
        announcedAt = at;
    }

    Published published() {
        return new Published(
                new Owner(practiceId).practiceId(), kind, slug, version, language, title, publishedAt, document);
    }
}
