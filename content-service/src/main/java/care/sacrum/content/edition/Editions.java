package care.sacrum.content.edition;

import care.sacrum.content.document.Kind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class Editions implements PanacheRepositoryBase<Edition, Edition.Key> {

    private static final String OF_A_SLUG = "from Edition e where e.practiceId = ?1 and e.kind = ?2 and e.slug = ?3";

    /// What is retired speaks for its slug no more.
    private static final String IN_USE = """
             and e.version > (select p.retiredThrough from Piece p
                              where p.practiceId = e.practiceId and p.kind = e.kind and p.slug = e.slug)""";

    /// The latest in use in the first of these languages that there is; failing that in English, failing that in any.
    Optional<Published> latest(Owner owner, Kind kind, String slug, Languages languages) {
        return languages.inOrder().stream()
                .map(language -> latest(owner, kind, slug, language))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> find(
                                OF_A_SLUG + IN_USE + " order by e.version desc, e.language",
                                owner.practice(),
                                kind,
                                slug)
                        .firstResultOptional()
                        .map(Edition::published));
    }

    Optional<Published> latest(Owner owner, Kind kind, String slug, String language) {
        return find(
                        OF_A_SLUG + IN_USE + " and e.language = ?4 order by e.version desc",
                        owner.practice(),
                        kind,
                        slug,
                        language)
                .firstResultOptional()
                .map(Edition::published);
    }

    /// The highest number of a slug, in each of its languages, in use or not.
    List<Published> newest(Owner owner, Kind kind, String slug) {
        return find(OF_A_SLUG + """
                                 and e.version = (select max(o.version) from Edition o
                                                  where o.practiceId = ?1 and o.kind = ?2 and o.slug = ?3
                                                    and o.language = e.language)
                                order by e.version desc, e.language""", owner.practice(), kind, slug).stream()
                .map(Edition::published)
                .toList();
    }

    Optional<Published> numbered(Owner owner, Kind kind, String slug, int version, Languages languages) {
        return languages.inOrder().stream()
                .map(language -> find(
                                OF_A_SLUG + " and e.version = ?4 and e.language = ?5",
                                owner.practice(),
                                kind,
                                slug,
                                version,
                                language)
                        .firstResultOptional())
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> find(
                                OF_A_SLUG + " and e.version = ?4 order by e.language",
                                owner.practice(),
                                kind,
                                slug,
                                version)
                        .firstResultOptional())
                .map(Edition::published);
    }

    boolean isInUse(Owner owner, Kind kind, String slug, int version) {
        return find(OF_A_SLUG + IN_USE + " and e.version = ?4", owner.practice(), kind, slug, version)
                .firstResultOptional()
                .isPresent();
    }

    /// The first of these languages in which there is anything of that kind.
    String dearestOf(Owner owner, Kind kind, Languages languages) {
        return languages.inOrder().stream()
                .filter(language ->
                        count("practiceId = ?1 and kind = ?2 and language = ?3", owner.practice(), kind, language) > 0)
                .findFirst()
                .orElse(languages.inOrder().getLast());
    }

    /// The latest in use of each slug behind `after`, by slug: in that language where there is one, else in English.
    List<Listing.Entry> latestOfEach(Owner owner, Kind kind, String after, int limit, String language) {
        return find("""
                        from Edition e where e.practiceId = ?4 and e.kind = ?1 and e.slug > ?2
                          and e.version > (select p.retiredThrough from Piece p
                                           where p.practiceId = ?4 and p.kind = ?1 and p.slug = e.slug)
                          and not exists (
                            select 1 from Edition o
                            where o.practiceId = ?4 and o.kind = ?1 and o.slug = e.slug
                              and o.version > (select q.retiredThrough from Piece q
                                               where q.practiceId = ?4 and q.kind = ?1 and q.slug = e.slug)
                              and (
                                case when o.language = ?3 then 0 when o.language = 'en' then 1 else 2 end
                                < case when e.language = ?3 then 0 when e.language = 'en' then 1 else 2 end
                                or case when o.language = ?3 then 0 when o.language = 'en' then 1 else 2 end
                                = case when e.language = ?3 then 0 when e.language = 'en' then 1 else 2 end
                                and (o.version > e.version or o.version = e.version and o.language < e.language)))
                        order by e.slug""", kind, after, language, owner.practice())
                .project(Listing.Entry.class)
                .range(0, limit - 1)
                .list();
    }

    /// Editions that no event has told of yet, nobody else's until the transaction ends. A second instance waits here,
    /// and then finds none.
    List<Edition> unannounced() {
        return find("announcedAt is null order by practiceId, kind, slug, version, language")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
