package care.sacrum.content.edition;

import care.sacrum.content.document.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/// What a slug stands for through all its editions. Whoever publishes locks it, so numbers have no gap and no double.
@Entity
@Table(name = "piece")
@IdClass(Piece.Id.class)
class Piece {

    record Id(Kind kind, String slug) {}

    @jakarta.persistence.Id
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @jakarta.persistence.Id
    private String slug;

    @Column(name = "latest_version")
    private int latestVersion;

    /// For Hibernate, which fills the fields.
    @SuppressWarnings("NullAway.Init")
    protected Piece() {}

    int latestVersion() {
        return latestVersion;
    }

    /// The number of the edition about to be published.
    int nextVersion() {
        return ++latestVersion;
    }
}
