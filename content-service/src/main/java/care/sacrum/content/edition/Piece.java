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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a slug stands for through all its editions. Whoever publishes locks it, so numbers have no gap and no double.
@Entity
@Table(name = "piece")
@IdClass(Piece.Key.class)
class Piece {

    record Key(UUID practiceId, Kind kind, String slug) {}

    @Id
    @Column(name = "practice_id")
    private UUID practiceId;

    @Id
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Id
    private String slug;

    @Column(name = "latest_version")
    private int latestVersion;

    @Column(name = "retired_through")
    private int retiredThrough;

    @Column(name = "retired_at")
    private @Nullable Instant retiredAt;

    @Column(name = "retired_by")
    private @Nullable String retiredBy;

    /// For Hibernate, which fills the fields.
    protected Piece() {}

    /// Whether nothing of it is in use any more.
    boolean isRetired() {
        return latestVersion > 0 && retiredThrough == latestVersion;
    }

    /// What was published so far is not to be used for anything new.
    ///
    /// @param editor the `sub` of who retires it
    void retire(Instant now, String editor) {
        retiredThrough = latestVersion;
        retiredAt = now;
        retiredBy = editor;
    }

    /// The latest retirement, once there was one.
    Optional<Retirement> retirement() {
        return Optional.ofNullable(retiredAt)
                .map(at -> new Retirement(new Owner(practiceId).practiceId(), kind, slug, retiredThrough, at));
    }

    /// The number of the edition about to be published.
    int nextVersion() {
        return ++latestVersion;
    }
}
