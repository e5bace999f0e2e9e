package care.sacrum.session.adherence;

import care.sacrum.session.adherence.Summary.Heard;
import care.sacrum.session.adherence.Summary.Latest;
import care.sacrum.session.adherence.Summary.Outlook;
import care.sacrum.session.adherence.calculation.Figure;
import care.sacrum.session.silence.QuietDays;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One row for each patient, which a practice's overview reads and nothing else.
@Singleton
class Summaries {

    private final AgroalDataSource database;

    Summaries(AgroalDataSource database) {
        this.database = database;
    }

    /// Locks the rows of those who are patients, in the order of their keys, and makes those that are missing. From
    /// here on every fact that was committed before is seen, and nobody else reckons with these patients.
    Map<PatientKey, Summary> lock(SortedSet<PatientKey> keys, Instant now) {
        return Sql.with(database, connection -> {
            insertMissing(connection, keys, now);
            try (var select = connection.prepareStatement("""
                select s.*, p.home_time_zone
                from adherence_summary s
                join unnest(?, ?) as wanted (practice_id, patient_id) using (practice_id, patient_id)
                join patient p using (practice_id, patient_id)
                order by practice_id, patient_id for update of s\
                """)) {
                KnownFacts.setKeys(select, connection, keys);
                try (var found = select.executeQuery()) {
                    var rows = new TreeMap<PatientKey, Summary>();
                    while (found.next()) {
                        var key = Sql.key(found);
                        rows.put(key, summary(found, key));
                    }
                    return rows;
                }
            }
        });
    }

    private static void insertMissing(Connection connection, Collection<PatientKey> keys, Instant now)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
            insert into adherence_summary (practice_id, patient_id, next_look_at)
            select practice_id, patient_id, ? from patient
            join unnest(?, ?) as wanted (practice_id, patient_id) using (practice_id, patient_id)
            order by practice_id, patient_id
            on conflict do nothing\
            """)) {
            insert.setObject(1, Sql.utc(now));
            insert.setArray(2, Sql.array(connection, "uuid", keys, PatientKey::practice));
            insert.setArray(3, Sql.array(connection, "uuid", keys, PatientKey::patient));
            insert.executeUpdate();
        }
    }

    private static Summary summary(ResultSet found, PatientKey key) throws SQLException {
        var observedAt = Sql.instant(found, "last_observed_at");
        return new Summary(
                key,
                ZoneId.of(found.getString("home_time_zone")),
                found.getInt("calculation_version"),
                Optional.ofNullable(Sql.day(found, "kept_from")),
                Optional.ofNullable(Sql.day(found, "kept_through")),
                observedAt == null
                        ? Optional.empty()
                        : Optional.of(new Latest(
                                found.getObject("last_report_id", UUID.class),
                                observedAt,
                                found.getObject("last_report_on", LocalDate.class),
                                ZoneId.of(found.getString("last_zone")))),
                Sql.instant(found, "last_received_at"),
                Optional.empty());
    }

    /// Patients for whom a new day has begun.
    SortedSet<PatientKey> due(Instant now, int atMost) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement("""
                select practice_id, patient_id from adherence_summary where next_look_at <= ?
                order by next_look_at limit ? for update skip locked\
                """)) {
                select.setObject(1, Sql.utc(now));
                select.setInt(2, atMost);
                try (var found = select.executeQuery()) {
                    var keys = new TreeSet<PatientKey>();
                    while (found.next()) {
                        keys.add(Sql.key(found));
                    }
                    return keys;
                }
            }
        });
    }

    void save(Collection<Outlook> outlooks) {
        if (outlooks.isEmpty()) {
            return;
        }
        Sql.with(database, connection -> {
            try (var update = connection.prepareStatement("""
                update adherence_summary kept set
                    calculation_version = now.calculation_version, kept_from = now.kept_from,
                    kept_through = now.kept_through, last_observed_at = now.last_observed_at,
                    last_report_id = now.last_report_id, last_report_on = now.last_report_on,
                    last_zone = now.last_zone, last_received_at = now.last_received_at, as_of = now.as_of,
                    heard_on = now.heard_on, trend = now.trend, silent_days = now.silent_days,
                    missed_a_day = now.missed_a_day, next_look_at = now.next_look_at,
                    percent_7 = now.percent_7, expected_7 = now.expected_7, done_7 = now.done_7,
                    partial_7 = now.partial_7, missed_7 = now.missed_7, not_yet_known_7 = now.not_yet_known_7,
                    extra_7 = now.extra_7, excused_days_7 = now.excused_days_7, paused_days_7 = now.paused_days_7,
                    percent_30 = now.percent_30, expected_30 = now.expected_30, done_30 = now.done_30,
                    partial_30 = now.partial_30, missed_30 = now.missed_30, not_yet_known_30 = now.not_yet_known_30,
                    extra_30 = now.extra_30, excused_days_30 = now.excused_days_30, paused_days_30 = now.paused_days_30
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as now (
                    practice_id, patient_id, calculation_version, kept_from, kept_through, last_observed_at,
                    last_report_id, last_report_on, last_zone, last_received_at, as_of, heard_on, trend, silent_days,
                    missed_a_day, next_look_at, percent_7, expected_7, done_7, partial_7, missed_7, not_yet_known_7, extra_7,
                    excused_days_7, paused_days_7, percent_30, expected_30, done_30, partial_30, missed_30,
                    not_yet_known_30, extra_30, excused_days_30, paused_days_30)
                where kept.practice_id = now.practice_id and kept.patient_id = now.patient_id\
                """)) {
                setKeptAndHeard(update, connection, outlooks);
                setFigures(update, connection, outlooks);
                return update.executeUpdate();
            }
        });
    }

    private static void setKeptAndHeard(PreparedStatement update, Connection connection, Collection<Outlook> all)
            throws SQLException {
        update.setArray(
                1, Sql.array(connection, "uuid", all, one -> one.summary().key().practice()));
        update.setArray(
                2, Sql.array(connection, "uuid", all, one -> one.summary().key().patient()));
        update.setArray(
                3, Sql.array(connection, "integer", all, one -> one.summary().calculationVersion()));
        update.setArray(
                4,
                Sql.array(
                        connection, "date", all, one -> one.summary().keptFrom().orElse(null)));
        update.setArray(
                5,
                Sql.array(
                        connection,
                        "date",
                        all,
                        one -> one.summary().keptThrough().orElse(null)));
        update.setArray(
                6,
                Sql.array(
                        connection,
                        "timestamptz",
                        all,
                        one -> one.summary()
                                .latest()
                                .map(latest -> Sql.utc(latest.observedAt()))
                                .orElse(null)));
        update.setArray(
                7,
                Sql.array(
                        connection,
                        "uuid",
                        all,
                        one -> one.summary().latest().map(Latest::report).orElse(null)));
        update.setArray(
                8,
                Sql.array(
                        connection,
                        "date",
                        all,
                        one -> one.summary().latest().map(Latest::localDay).orElse(null)));
        update.setArray(
                9,
                Sql.array(
                        connection,
                        "text",
                        all,
                        one -> one.summary()
                                .latest()
                                .map(latest -> latest.zone().getId())
                                .orElse(null)));
        update.setArray(
                10,
                Sql.array(
                        connection,
                        "timestamptz",
                        all,
                        one -> Sql.utc(one.summary().lastReceived())));
        update.setArray(
                11, Sql.array(connection, "date", all, one -> one.standing().today()));
        update.setArray(
                12,
                Sql.array(
                        connection, "date", all, one -> one.standing().synced().orElse(null)));
        update.setArray(
                13, Sql.array(connection, "text", all, one -> one.trend().name().toLowerCase(Locale.ROOT)));
        update.setArray(
                14,
                Sql.array(
                        connection,
                        "integer",
                        all,
                        one -> one.quiet().map(QuietDays.Quiet::days).orElse(null)));
        update.setArray(
                15,
                Sql.array(
                        connection,
                        "boolean",
                        all,
                        one -> one.quiet().map(QuietDays.Quiet::missedADay).orElse(false)));
        update.setArray(16, Sql.array(connection, "timestamptz", all, one -> Sql.utc(one.nextLookAt())));
    }

    /// As the columns of a stretch follow one another.
    private static final List<Function<Figure, @Nullable Integer>> COLUMNS_OF_A_STRETCH = List.of(
            figure -> figure.percent().orElse(null),
            Figure::expected,
            Figure::done,
            Figure::partial,
            Figure::missed,
            Figure::notYetKnown,
            Figure::extra,
            Figure::excusedDays,
            Figure::pausedDays);

    private static void setFigures(PreparedStatement update, Connection connection, Collection<Outlook> all)
            throws SQLException {
        int at = 17;
        for (var stretch : List.<Function<Outlook, Figure>>of(Outlook::sevenDays, Outlook::thirtyDays)) {
            for (var column : COLUMNS_OF_A_STRETCH) {
                update.setArray(at++, Sql.array(connection, "integer", all, one -> column.apply(stretch.apply(one))));
            }
        }
    }

    private static final String HEARD = """
        select practice_id, patient_id, report_id, kind, local_day, observed_at, received_at, on_behalf,
            content ->> 'observedTimeZone' as zone, content ->> 'corrects' as corrects from report
        """;

    /// Those reports of these practices; one that is not there any more is left out.
    Map<PatientKey, List<Heard>> heard(Collection<PatientKey> keys, Collection<UUID> reports) {
        return Sql.with(database, connection -> {
            try (var select =
                    connection.prepareStatement(HEARD + "where practice_id = any (?) and report_id = any (?)")) {
                select.setArray(
                        1,
                        Sql.array(
                                connection,
                                "uuid",
                                keys.stream()
                                        .map(PatientKey::practice)
                                        .distinct()
                                        .toList(),
                                practice -> practice));
                select.setArray(2, Sql.array(connection, "uuid", reports, report -> report));
                return heard(select.executeQuery());
            }
        });
    }

    /// Every report of those patients.
    Map<PatientKey, List<Heard>> allHeard(Collection<PatientKey> keys) {
        return Sql.with(database, connection -> {
            try (var select = connection.prepareStatement(
                    HEARD + "join unnest(?, ?) as wanted (practice_id, patient_id) using (practice_id, patient_id)")) {
                KnownFacts.setKeys(select, connection, keys);
                return heard(select.executeQuery());
            }
        });
    }

    private static Map<PatientKey, List<Heard>> heard(ResultSet found) throws SQLException {
        try (found) {
            var all = new TreeMap<PatientKey, List<Heard>>();
            while (found.next()) {
                all.computeIfAbsent(Sql.key(found), _ -> new ArrayList<>())
                        .add(new Heard(
                                found.getObject("report_id", UUID.class),
                                KnownFacts.kind(found.getString("kind")),
                                found.getObject("local_day", LocalDate.class),
                                found.getObject("observed_at", OffsetDateTime.class)
                                        .toInstant(),
                                found.getObject("received_at", OffsetDateTime.class)
                                        .toInstant(),
                                found.getBoolean("on_behalf"),
                                ZoneId.of(found.getString("zone")),
                                Optional.ofNullable(found.getString("corrects")).map(UUID::fromString)));
            }
            return all;
        }
    }
}
