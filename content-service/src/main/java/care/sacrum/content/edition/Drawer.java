package care.sacrum.content.edition;

import care.sacrum.content.document.Kind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/// Where the drafts lie.
@ApplicationScoped
class Drawer implements PanacheRepositoryBase<Draft, Draft.Key> {

    Optional<Draft> find(Owner owner, Kind kind, String slug, String language) {
        return find(
                        "practiceId = ?1 and kind = ?2 and slug = ?3 and language = ?4",
                        owner.practice(),
                        kind,
                        slug,
                        language)
                .firstResultOptional();
    }

    /// The draft as nobody else changes it until the transaction ends.
    Optional<Draft> locked(Owner owner, Kind kind, String slug, String language) {
        return find(
                        "practiceId = ?1 and kind = ?2 and slug = ?3 and language = ?4",
                        owner.practice(),
                        kind,
                        slug,
                        language)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
