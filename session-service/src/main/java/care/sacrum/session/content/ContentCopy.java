package care.sacrum.session.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// What is known of content, kept in the database and, since every report asks, in memory.
@Singleton
public class ContentCopy {

    /// Another instance may have taken the event, so what is in memory is read again after this.
    private static final Duration FRESH = Duration.ofSeconds(20);

    private static final String USUAL_LANGUAGE = "en";

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile Known known = new Known(Set.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0, false);

    ContentCopy(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    private record Known(
            Set<Named> exercises,
            Map<Named, NavigableMap<Integer, JsonNode>> programmes,
            Map<Named, Integer> retiredProgrammes,
            Map<Edition, JsonNode> dosages,
            Map<String, Map<String, String>> emergencyTexts,
            long loadedAtNanos,
            boolean loaded) {}

    private record Edition(Named named, int version) {}

    /// @param practice whose own it is, [Published#EVERYBODY] for what is common
    private record Named(UUID practice, String slug) {

        /// What a practice's own slugs begin with, and no common ones: see `content.published.v1`.
        private static final String OWN = "own-";

        /// The slug alone says whose it is, so nothing of a practice's own ever stands before what is common: dosage
        /// that was prescribed would change under it.
        static Named by(String slug, UUID practice) {
            return new Named(slug.startsWith(OWN) ? practice : Published.EVERYBODY, slug);
        }
    }

    /// A number as it was published: no less than the one and no more than the other.
    public record Bounds(int least, int most) {}

    /// A programme as far as a prescription of it is held against it. What was not published is absent.
    ///
    /// @param exercises by slug, what their dosage is made of, such as `repetitions`
    /// @param eachSide  those of which left and right are done in turn
    public record Programme(
            int version,
            Optional<Bounds> timesADay,
            Optional<Bounds> daysAWeek,
            Map<String, Map<String, Bounds>> exercises,
            Set<String> eachSide) {}

    /// Whether there is an exercise by that slug, common or the practice's own. Of no exercise at all: any slug will
    /// do, the copy has yet to come.
    public Predicate<String> exercises(UUID practice) {
        var exercises = known().exercises;
        return exercises.isEmpty() ? slug -> true : slug -> exercises.contains(Named.by(slug, practice));
    }

    /// Whether there is such a programme; of no programme at all: any will do, the copy has yet to come.
    public boolean isPublished(UUID practice, String programme, Optional<Integer> version) {
        var programmes = known().programmes;
        if (programmes.isEmpty()) {
            return true;
        }
        var versions = programmes.getOrDefault(Named.by(programme, practice), Collections.emptyNavigableMap());
        return version.map(versions::containsKey).orElse(!versions.isEmpty());
    }

    /// Whether that version of the programme, or else its latest, is retired: not to be prescribed anew.
    public boolean isRetired(UUID practice, String programme, Optional<Integer> version) {
        var present = known();
        var named = Named.by(programme, practice);
        var versions = present.programmes.getOrDefault(named, Collections.emptyNavigableMap());
        return version.or(() -> Optional.ofNullable(versions.lastEntry()).map(Map.Entry::getKey))
                .filter(which -> which <= present.retiredProgrammes.getOrDefault(named, 0))
                .isPresent();
    }

    /// That version of the programme, or else the latest; absent while it did not come.
    public Optional<Programme> programme(UUID practice, String slug, Optional<Integer> version) {
        var present = known();
        var versions = present.programmes.getOrDefault(Named.by(slug, practice), Collections.emptyNavigableMap());
        return version.or(() -> Optional.ofNullable(versions.lastEntry()).map(Map.Entry::getKey))
                .filter(versions::containsKey)
                .map(which -> programme(practice, which, versions.get(which), present));
    }

    private static Programme programme(UUID practice, int version, JsonNode prescribing, Known present) {
        var schedule = prescribing.path("schedule");
        var exercises = new LinkedHashMap<String, Map<String, Bounds>>();
        var eachSide = new HashSet<String>();
        for (var each : prescribing.path("exercises")) {
            var edition = new Edition(
                    Named.by(each.path("slug").asText(), practice),
                    each.path("version").asInt());
            var bounds = new HashMap<String, Bounds>();
            var dosage = present.dosages.getOrDefault(edition, MissingNode.getInstance());
            dosage.properties()
                    .forEach(part ->
                            bounds(part.getValue()).ifPresent(published -> bounds.put(part.getKey(), published)));
            exercises.put(edition.named.slug, bounds);
            if (dosage.path("sides").size() > 1) {
                eachSide.add(edition.named.slug);
            }
        }
        return new Programme(
                version, bounds(schedule.path("timesADay")), bounds(schedule.path("daysAWeek")), exercises, eachSide);
    }

    private static Optional<Bounds> bounds(JsonNode range) {
        return range.path("min").isInt() && range.path("max").isInt()
                ? Optional.of(new Bounds(
                        range.path("min").intValue(), range.path("max").intValue()))
                : Optional.empty();
    }

    /// The codes for which there is an emergency text in any language.
    public Set<String> emergencyCodes() {
        var codes = new HashSet<String>();
        known().emergencyTexts.values().forEach(texts -> codes.addAll(texts.keySet()));
        return codes;
    }

    /// What to tell at once, in that language or else in English.
    public Optional<String> emergencyText(String code, String language) {
        var texts = known().emergencyTexts;
        var own = texts.getOrDefault(language, Map.of()).get(code);
        return own != null
                ? Optional.of(own)
                : Optional.ofNullable(
                        texts.getOrDefault(USUAL_LANGUAGE, Map.of()).get(code));
    }

    /// Inside the caller's transaction. An edition never changes, so one that is there already stays; only what was
    /// not kept of it in earlier days is added.
    void keep(List<Published> published) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into content_copy as kept (practice_id, kind, slug, version, language, title, emergency_texts,
                                                          prescribing)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                        on conflict (practice_id, kind, slug, version, language) do update set prescribing = excluded.prescribing
                        where kept.prescribing = '{}'""")) {
            for (var edition : published) {
                insert.setObject(1, edition.practice());
                insert.setString(2, edition.kind());
                insert.setString(3, edition.slug());
                insert.setInt(4, edition.version());
                insert.setString(5, edition.language());
                insert.setString(6, edition.title());
                insert.setString(
                        7,
                        edition.emergencyTexts().isObject()
                                ? edition.emergencyTexts().toString()
                                : "{}");
                insert.setString(8, edition.prescribing().toString());
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The copy of content could not be written", e);
        }
    }

    /// Inside the caller's transaction. The highest number stays, whichever comes first.
    void retire(List<Retired> retired) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        insert into content_retired as kept (practice_id, kind, slug, through_version)
                        values (?, ?, ?, ?)
                        on conflict (practice_id, kind, slug) do update set through_version = excluded.through_version
                        where kept.through_version < excluded.through_version""")) {
            for (var each : retired) {
                upsert.setObject(1, each.practice());
                upsert.setString(2, each.kind());
                upsert.setString(3, each.slug());
                upsert.setInt(4, each.throughVersion());
                upsert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What is retired could not be written", e);
        }
    }

    /// After a commit: what is in memory is old.
    void reload() {
        loading.lock();
        try {
            known = load();
        } finally {
            loading.unlock();
        }
    }

    private Known known() {
        var present = known;
        if (!present.loaded) {
            reload();
            return known;
        }
        boolean old = System.nanoTime() - present.loadedAtNanos > FRESH.toNanos();
        // One request reads it again; the others go on with what there is.
        if (old && loading.tryLock()) {
            try {
                known = load();
            } finally {
                loading.unlock();
            }
        }
        return known;
    }

    private Known load() {
        var exercises = new HashSet<Named>();
        var programmes = new HashMap<Named, NavigableMap<Integer, JsonNode>>();
        var dosages = new HashMap<Edition, JsonNode>();
        // The latest version of a slug in a language speaks for it.
        var texts = new TreeMap<String, Map<String, String>>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select practice_id, kind, slug, version, language, emergency_texts, prescribing from content_copy"
                                + " order by version");
                var found = select.executeQuery()) {
            while (found.next()) {
                var slug = found.getString("slug");
                var named = new Named(found.getObject("practice_id", UUID.class), slug);
                switch (found.getString("kind")) {
                    case "exercise" -> {
                        exercises.add(named);
                        dosages.put(
                                new Edition(named, found.getInt("version")),
                                read(found.getString("prescribing")).path("dosage"));
                    }
                    case "programme" ->
                        programmes
                                .computeIfAbsent(named, _ -> new TreeMap<>())
                                .put(found.getInt("version"), read(found.getString("prescribing")));
                    default -> {
                        // Of an article only its emergency texts are of concern.
                    }
                }
                // What to tell in an emergency is the same for everybody, whatever a practice writes of its own.
                if (named.practice.equals(Published.EVERYBODY)) {
                    texts.put(found.getString("language") + " " + slug, texts(found.getString("emergency_texts")));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The copy of content could not be read", e);
        }
        return new Known(
                exercises, programmes, retiredProgrammes(), dosages, byLanguage(texts), System.nanoTime(), true);
    }

    private Map<Named, Integer> retiredProgrammes() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select practice_id, slug, through_version from content_retired where kind = 'programme'");
                var found = select.executeQuery()) {
            var retired = new HashMap<Named, Integer>();
            while (found.next()) {
                retired.put(
                        new Named(found.getObject("practice_id", UUID.class), found.getString("slug")),
                        found.getInt("through_version"));
            }
            return retired;
        } catch (SQLException e) {
            throw new IllegalStateException("What is retired could not be read", e);
        }
    }

    private static Map<String, Map<String, String>> byLanguage(Map<String, Map<String, String>> bySlug) {
        var byLanguage = new HashMap<String, Map<String, String>>();
        bySlug.forEach((key, texts) -> byLanguage
                .computeIfAbsent(key.substring(0, key.indexOf(' ')), _ -> new HashMap<>())
                .putAll(texts));
        return byLanguage;
    }

    private Map<String, String> texts(String object) {
        var texts = new HashMap<String, String>();
        read(object).properties().forEach(text -> {
            if (text.getValue().isTextual()) {
                texts.put(text.getKey(), text.getValue().textValue());
            }
        });
        return texts;
    }

    private JsonNode read(String object) {
        try {
            return json.readTree(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is in the database is always JSON", e);
        }
    }
}
