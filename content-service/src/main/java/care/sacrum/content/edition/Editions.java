package care.sacrum.content.edition;

import care.sacrum.content.document.Kind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class Editions implements PanacheRepositoryBase<Edition, Edition.Key> {

    /// The latest in the first of these languages that there is; failing that in English, failing that in any.
    Optional<Published> latest(Kind kind, String slug, Languages languages) {
        return languages.inOrder().stream()
                .map(language -> latest(kind, slug, language))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> find("kind = ?1 and slug = ?2 order by version desc, language", kind, slug)
                        .project(Published.class)
                        .firstResultOptional());
    }

    Optional<Published> latest(Kind kind, String slug, String language) {
        return find("kind = ?1 and slug = ?2 and language = ?3 order by version desc", kind, slug, language)
                .project(Published.class)
                .firstResultOptional();
    }

    Optional<Published> numbered(Kind kind, String slug, int version, Languages languages) {
        return languages.inOrder().stream()
                .map(language -> find(
                                "kind = ?1 and slug = ?2 and version = ?3 and language = ?4",
                                kind,
                                slug,
                                version,
                                language)
                        .project(Published.class)
                        .firstResultOptional())
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> find("kind = ?1 and slug = ?2 and version = ?3 order by language", kind, slug, version)
                        .project(Published.class)
                        .firstResultOptional());
    }

    boolean exists(Kind kind, String slug, int version) {
        return count("kind = ?1 and slug = ?2 and version = ?3", kind, slug, version) > 0;
    }

    /// The first of these languages in which there is anything of that kind.
    String dearestOf(Kind kind, Languages languages) {
        return languages.inOrder().stream()
                .filter(language -> count("kind = ?1 and language = ?2", kind, language) > 0)
                .findFirst()
                .orElse(languages.inOrder().getLast());
    }

    /// The latest of each slug behind `after`, by slug: in that language where there is one, else in English.
    List<Listing.Entry> latestOfEach(Kind kind, String after, int limit, String language) {
        return find("""
                        from Edition e where e.kind = ?1 and e.slug > ?2 and not exists (
                            select 1 from Edition o where o.kind = e.kind and o.slug = e.slug and (
                                case when o.language = ?3 then 0 when o.language = 'en' then 1 else 2 end
                                < case when e.language = ?3 then 0 when e.language = 'en' then 1 else 2 end
                                or case when o.language = ?3 then 0 when o.language = 'en' then 1 else 2 end
                                = case when e.language = ?3 then 0 when e.language = 'en' then 1 else 2 end
                                and (o.version > e.version or o.version = e.version and o.language < e.language)))
                        order by e.slug""", kind, after, language)
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
