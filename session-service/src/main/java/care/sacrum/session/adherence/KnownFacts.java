package care.sacrum.session.adherence;

import care.sacrum.session.adherence.calculation.Dose;
import care.sacrum.session.adherence.calculation.Facts;
import care.sacrum.session.adherence.calculation.Facts.Excuse;
import care.sacrum.session.adherence.calculation.Facts.Hold;
import care.sacrum.session.adherence.calculation.Facts.Kind;
import care.sacrum.session.adherence.calculation.Facts.Pause;
import care.sacrum.session.adherence.calculation.Facts.Plan;
import care.sacrum.session.adherence.calculation.Facts.Side;
import care.sacrum.session.adherence.calculation.Facts.Told;
import care.sacrum.session.adherence.calculation.Facts.Version;
import care.sacrum.session.adherence.calculation.Facts.Work;
import care.sacrum.session.adherence.calculation.Pain;
import care.sacrum.session.content.ContentCopy;
import care.sacrum.session.content.ContentCopy.Bounds;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds what the calculation rests on, for many patients by a few statements.
@Singleton
class KnownFacts {

    static final LocalDate EVER = LocalDate.of(1, 1, 1);
    static final LocalDate FOR_GOOD = LocalDate.of(9999, 12, 31);

    private static final int MILLIS = 1000;

    private final AgroalDataSource database;
    private final ContentCopy content;
    private final ObjectMapper json;

    KnownFacts(AgroalDataSource database, ContentCopy content, ObjectMapper json) {
        this.database = database;
        this.content = content;
        this.json = json;
    }

    /// A patient, and the local days whose reports are wanted.
    record Window(PatientKey key, LocalDate from, LocalDate to) {}

    /// Everything of one patient; absent where there is no such patient.
    Optional<Facts> of(PatientKey key) {
        return Optional.ofNullable(of(List.of(new Window(key, EVER, FOR_GOOD))).get(key));
    }

    /// Plans, excuses and holds wholly, reports of those days, and every correction: it may be about one of them.
    ///
    /// @param windows several of one patient do not overlap
    Map<PatientKey, Facts> of(List<Window> windows) {
        return Sql.with(database, connection -> {
            var keys = new ArrayList<>(
                    new HashSet<>(windows.stream().map(Window::key).toList()));
            var plans = plans(connection, keys);
            var excuses = excuses(connection, keys);
            var holds = holds(connection, keys);
            var reports = reports(connection, windows);
            var facts = new HashMap<PatientKey, Facts>();
            homeZones(connection, keys)
                    .forEach((key, zone) -> facts.put(
                            key,
                            new Facts(
                                    zone,
                                    plans.getOrDefault(key, List.of()),
                                    excuses.getOrDefault(key, List.of()),
                                    holds.getOrDefault(key, List.of()),
                                    reports.getOrDefault(key, List.of()))));
            return facts;
        });
    }

    /// The plans alone, of those who have any.
    Map<PatientKey, List<Plan>> plansOf(Collection<PatientKey> keys) {
        return Sql.with(database, connection -> plans(connection, keys));
    }

    private static Map<PatientKey, ZoneId> homeZones(Connection connection, Collection<PatientKey> keys)
            throws SQLException {
        try (var select = connection.prepareStatement("""
            select practice_id, patient_id, home_time_zone from patient
            join unnest(?, ?) as wanted (practice_id, patient_id) using (practice_id, patient_id)\
            """)) {
            setKeys(select, connection, keys);
            try (var found = select.executeQuery()) {
                var zones = new HashMap<PatientKey, ZoneId>();
                while (found.next()) {
                    zones.put(Sql.key(found), ZoneId.of(found.getString("home_time_zone")));
                }
                return zones;
            }
        }
    }

    private Map<PatientKey, List<Plan>> plans(Connection connection, Collection<PatientKey> keys) throws SQLException {
        try (var select = connection.prepareStatement("""
            select practice_id, patient_id, prescription_id, version, recorded_at, content
            from prescription_version
            join unnest(?, ?) as wanted (practice_id, patient_id) using (practice_id, patient_id)
            order by practice_id, prescription_id, version\
            """)) {
            setKeys(select, connection, keys);
            try (var found = select.executeQuery()) {
                var versions = new HashMap<PatientKey, Map<UUID, List<Version>>>();
                while (found.next()) {
                    versions.computeIfAbsent(Sql.key(found), _ -> new HashMap<>())
                            .computeIfAbsent(found.getObject("prescription_id", UUID.class), _ -> new ArrayList<>())
                            .add(version(found));
                }
                var plans = new HashMap<PatientKey, List<Plan>>();
                versions.forEach((key, ofPatient) -> plans.put(
                        key,
                        ofPatient.entrySet().stream()
                                .map(plan -> new Plan(plan.getKey(), plan.getValue()))
                                .toList()));
                return plans;
            }
        }
    }

    private Version version(ResultSet found) throws SQLException {
        var said = read(found.getString("content"));
        var programme = said.path("programme").asText();
        var recordedAt = Sql.instant(found, "recorded_at");
        if (recordedAt == null) {
            throw new IllegalStateException("A version always has its time");
        }
        return new Version(
                found.getLong("version"),
                recordedAt,
                programme,
                LocalDate.parse(said.path("startDate").asText()),
                day(said.path("endDate")),
                said.path("timesADay").asInt(),
                said.path("daysAWeek").asInt(),
                weekdays(said.path("weekdays")),
                pauses(said.path("pauses")),
                doses(
                        found.getObject("practice_id", UUID.class),
                        programme,
                        said.path("programmeVersion"),
                        said.path("exercises")));
    }

    private static Set<DayOfWeek> weekdays(JsonNode said) {
        var weekdays = EnumSet.noneOf(DayOfWeek.class);
        for (var weekday : said) {
            weekdays.add(DayOfWeek.valueOf(weekday.asText().toUpperCase(Locale.ROOT)));
        }
        return weekdays;
    }

    private static List<Pause> pauses(JsonNode said) {
        var pauses = new ArrayList<Pause>();
        for (var pause : said) {
            pauses.add(new Pause(LocalDate.parse(pause.path("from").asText()), day(pause.path("resumedOn"))));
        }
        return pauses;
    }

    /// The least that was published, or what the clinician asked for instead. A prescription that names no version of
    /// its programme is of unknown exercises: the latest version would change under it.
    private List<Dose> doses(UUID practice, String programme, JsonNode version, JsonNode adjusted) {
        if (!version.isInt()) {
            return List.of();
        }
        var published = content.programme(practice, programme, Optional.of(version.intValue()));
        if (published.isEmpty()) {
            return List.of();
        }
        var doses = new ArrayList<Dose>();
        published.get().exercises().forEach((exercise, bounds) -> {
            JsonNode own = json.missingNode();
            for (var each : adjusted) {
                own = each.path("exercise").asText().equals(exercise) ? each : own;
            }
            doses.add(new Dose(
                    exercise,
                    least(own, bounds, "sets"),
                    least(own, bounds, "repetitions"),
                    least(own, bounds, "holdSeconds"),
                    published.get().eachSide().contains(exercise)));
        });
        return doses;
    }

    private static @Nullable Integer least(JsonNode own, Map<String, Bounds> bounds, String part) {
        if (own.path(part).isInt()) {
            return own.path(part).intValue();
        }
        var published = bounds.get(part);
        // Nothing of something is not asked for.
        return published == null || published.least() < 1 ? null : Integer.valueOf(published.least());
    }

    private static Map<PatientKey, List<Excuse>> excuses(Connection connection, Collection<PatientKey> keys)
            throws SQLException {
        try (var select = connection.prepareStatement("""
            select practice_id, patient_id, excuse_id, from_day, to_day, reason, by_staff, recorded_at,
                withdrawn_at
            from excuse join unnest(?, ?) as wanted (practice_id, patient_id) using (practice_id, patient_id)
            order by recorded_at, excuse_id\
            """)) {
            setKeys(select, connection, keys);
            try (var found = select.executeQuery()) {
                var excuses = new HashMap<PatientKey, List<Excuse>>();
                while (found.next()) {
                    excuses.computeIfAbsent(Sql.key(found), _ -> new ArrayList<>())
                            .add(new Excuse(
                                    found.getObject("excuse_id", UUID.class),
                                    found.getObject("from_day", LocalDate.class),
                                    found.getObject("to_day", LocalDate.class),
                                    found.getString("reason"),
                                    found.getBoolean("by_staff"),
                                    found.getObject("recorded_at", java.time.OffsetDateTime.class)
                                            .toInstant(),
                                    Optional.ofNullable(Sql.instant(found, "withdrawn_at"))));
                }
                return excuses;
            }
        }
    }

    private static Map<PatientKey, List<Hold>> holds(Connection connection, Collection<PatientKey> keys)
            throws SQLException {
        try (var select = connection.prepareStatement("""
            select practice_id, patient_id, hold_id, held_at, released_at
            from programme_hold join unnest(?, ?) as wanted (practice_id, patient_id) using (practice_id, patient_id)
            order by held_at, hold_id\
            """)) {
            setKeys(select, connection, keys);
            try (var found = select.executeQuery()) {
                var holds = new HashMap<PatientKey, List<Hold>>();
                while (found.next()) {
                    holds.computeIfAbsent(Sql.key(found), _ -> new ArrayList<>())
                            .add(new Hold(
                                    found.getObject("hold_id", UUID.class),
                                    found.getObject("held_at", java.time.OffsetDateTime.class)
                                            .toInstant(),
                                    Optional.ofNullable(Sql.instant(found, "released_at"))));
                }
                return holds;
            }
        }
    }

    private static final String REPORT_COLUMNS = """
        report.practice_id, report.patient_id, report_id, kind, local_day, observed_at, received_at, on_behalf,
        content ->> 'observedTimeZone' as zone, content ->> 'corrects' as corrects,
        content -> 'exercisesDone' as exercises, (content ->> 'restDay')::boolean as rest,
        (content ->> 'painBefore')::float8 as pain_before, (content ->> 'painAfter')::float8 as pain_after,
        (content ->> 'painNextMorning')::float8 as pain_next_morning
        """;

    private Map<PatientKey, List<Told>> reports(Connection connection, List<Window> windows) throws SQLException {
        try (var select = connection.prepareStatement("select " + REPORT_COLUMNS + """
                from unnest(?, ?, ?, ?) as wanted (practice_id, patient_id, from_day, to_day)
                join report on report.practice_id = wanted.practice_id and report.patient_id = wanted.patient_id
                    and report.local_day between wanted.from_day and wanted.to_day
                where report.kind <> 'correction'
                union all
                select\s\
                """ + REPORT_COLUMNS + """
                from (select distinct * from unnest(?, ?) as every (practice_id, patient_id)) as wanted
                join report on report.practice_id = wanted.practice_id and report.patient_id = wanted.patient_id
                where report.kind = 'correction'\
                """)) {
            select.setArray(
                    1,
                    Sql.array(
                            connection, "uuid", windows, window -> window.key().practice()));
            select.setArray(
                    2,
                    Sql.array(
                            connection, "uuid", windows, window -> window.key().patient()));
            select.setArray(3, Sql.array(connection, "date", windows, Window::from));
            select.setArray(4, Sql.array(connection, "date", windows, Window::to));
            select.setArray(
                    5,
                    Sql.array(
                            connection, "uuid", windows, window -> window.key().practice()));
            select.setArray(
                    6,
                    Sql.array(
                            connection, "uuid", windows, window -> window.key().patient()));
            try (var found = select.executeQuery()) {
                var reports = new HashMap<PatientKey, List<Told>>();
                while (found.next()) {
                    reports.computeIfAbsent(Sql.key(found), _ -> new ArrayList<>())
                            .add(told(found));
                }
                return reports;
            }
        }
    }

    private Told told(ResultSet found) throws SQLException {
        boolean rest = found.getBoolean("rest");
        var restDay = found.wasNull() ? null : Boolean.valueOf(rest);
        var corrects = found.getString("corrects");
        var exercises = found.getString("exercises");
        return new Told(
                found.getObject("report_id", UUID.class),
                kind(found.getString("kind")),
                found.getObject("local_day", LocalDate.class),
                found.getObject("observed_at", java.time.OffsetDateTime.class).toInstant(),
                ZoneId.of(found.getString("zone")),
                found.getObject("received_at", java.time.OffsetDateTime.class).toInstant(),
                found.getBoolean("on_behalf"),
                Optional.ofNullable(corrects).map(UUID::fromString),
                Optional.ofNullable(exercises).map(this::works),
                restDay,
                new Pain(
                        Sql.number(found, "pain_before"),
                        Sql.number(found, "pain_after"),
                        Sql.number(found, "pain_next_morning")));
    }

    static Kind kind(String word) {
        return switch (word) {
            case "session" -> Kind.SESSION;
            case "correction" -> Kind.CORRECTION;
            case "morning_check_in" -> Kind.MORNING_CHECK_IN;
            default -> Kind.CHECK_IN;
        };
    }

    private List<Work> works(String exercisesDone) {
        var works = new ArrayList<Work>();
        for (var done : read(exercisesDone)) {
            works.add(new Work(
                    slug(done),
                    done.path("sets").isInt() ? done.path("sets").intValue() : null,
                    done.path("reps").isInt() ? done.path("reps").intValue() : null,
                    done.path("holdSeconds").isNumber()
                            ? Math.toIntExact(
                                    Math.round(MILLIS * done.path("holdSeconds").doubleValue()))
                            : null,
                    switch (done.path("side").asText()) {
                        case "left" -> Side.LEFT;
                        case "right" -> Side.RIGHT;
                        default -> Side.BOTH;
                    }));
        }
        return works;
    }

    /// A phone that knows only names says "Pelvic tilt".
    private static String slug(JsonNode done) {
        return done.hasNonNull("exercise")
                ? done.path("exercise").asText()
                : done.path("name").asText().strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is in the database is always JSON", e);
        }
    }

    private static Optional<LocalDate> day(JsonNode said) {
        return said.isTextual() ? Optional.of(LocalDate.parse(said.textValue())) : Optional.empty();
    }

    static void setKeys(PreparedStatement statement, Connection connection, Collection<PatientKey> keys)
            throws SQLException {
        statement.setArray(1, Sql.array(connection, "uuid", keys, PatientKey::practice));
        statement.setArray(2, Sql.array(connection, "uuid", keys, PatientKey::patient));
    }
}
