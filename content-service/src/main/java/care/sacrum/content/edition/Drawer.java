package care.sacrum.content.edition;

import care.sacrum.content.document.Kind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/// Where the drafts lie.
@ApplicationScoped
class Drawer implements PanacheRepositoryBase<Draft, Draft.Key> {

    Optional<Draft> find(Kind kind, String slug, String language) {
        return find("kind = ?1 and slug = ?2 and language = ?3", kind, slug, language)
                .firstResultOptional();
    }

    /// The draft as nobody else changes it until the transaction ends.
    Optional<Draft> locked(Kind kind, String slug, String language) {
        return find("kind = ?1 and slug = ?2 and language = ?3", kind, slug, language)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
