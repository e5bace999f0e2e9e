package care.sacrum.content.edition;

import care.sacrum.content.document.Kind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class Pieces implements PanacheRepositoryBase<Piece, Piece.Key> {

    private static final String WHICH = "practiceId = ?1 and kind = ?2 and slug = ?3";

    /// The piece, made if it is new, and nobody else's until the transaction ends.
    Piece locked(Owner owner, Kind kind, String slug) {
        getEntityManager()
                .createNativeQuery("""
                        insert into piece (practice_id, kind, slug, latest_version) values (?, ?, ?, 0)
                        on conflict (practice_id, kind, slug) do nothing""")
                .setParameter(1, owner.practice())
                .setParameter(2, kind.word())
                .setParameter(3, slug)
                .executeUpdate();
        return find(WHICH, owner.practice(), kind, slug)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    /// The piece, where anything of it was published.
    Optional<Piece> find(Owner owner, Kind kind, String slug) {
        return find(WHICH + " and latestVersion > 0", owner.practice(), kind, slug)
                .firstResultOptional();
    }
}
