package care.sacrum.content.edition;

import care.sacrum.content.document.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/// What a slug stands for through all its editions. Whoever publishes locks it, so numbers have no gap and no double.
@Entity
@Table(name = "piece")
@IdClass(Piece.Key.class)
class Piece {

    record Key(Kind kind, String slug) {}

    @Id
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Id
    private String slug;

    @Column(name = "latest_version")
    private int latestVersion;

    /// For Hibernate, which fills the fields.
    protected Piece() {}

    /// The number of the edition about to be published.
    int nextVersion() {
        return ++latestVersion;
    }
}
