package care.sacrum.content.edition;

import care.sacrum.content.document.Kind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

@ApplicationScoped
class Pieces implements PanacheRepositoryBase<Piece, Piece.Key> {

    /// The piece, made if it is new, and nobody else's until the transaction ends.
    Piece locked(Kind kind, String slug) {
        getEntityManager()
                .createNativeQuery("""
                        insert into piece (kind, slug, latest_version) values (?, ?, 0)
                        on conflict (kind, slug) do nothing""")
                .setParameter(1, kind.word())
                .setParameter(2, slug)
                .executeUpdate();
        return find("kind = ?1 and slug = ?2", kind, slug)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }
}
