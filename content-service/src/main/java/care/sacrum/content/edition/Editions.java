package care.sacrum.content.edition;

import care.sacrum.content.document.Kind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class Editions implements PanacheRepositoryBase<Edition, Edition.Key> {

    Optional<Published> latest(Kind kind, String slug) {
        return find("kind = ?1 and slug = ?2 order by version desc, language", kind, slug)
                .project(Published.class)
                .firstResultOptional();
    }

    Optional<Published> numbered(Kind kind, String slug, int version) {
        return find("kind = ?1 and slug = ?2 and version = ?3 order by language", kind, slug, version)
                .project(Published.class)
                .firstResultOptional();
    }

    boolean exists(Kind kind, String slug, int version) {
        return count("kind = ?1 and slug = ?2 and version = ?3", kind, slug, version) > 0;
    }

    /// The latest of each slug behind `after`, by slug.
    List<Listing.Entry> latestOfEach(Kind kind, String after, int limit) {
        return find("""
                        from Edition e where e.kind = ?1 and e.slug > ?2
                        and e.version = (select p.latestVersion from Piece p where p.kind = e.kind and p.slug = e.slug)
                        order by e.slug, e.language""", kind, after)
                .project(Listing.Entry.class)
                .range(0, limit - 1)
                .list();
    }

    /// Editions that no event has told of yet, nobody else's until the transaction ends. A second instance waits here,
    /// and then finds none.
    List<Edition> unannounced() {
        return find("announcedAt is null order by kind, slug, version, language")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
