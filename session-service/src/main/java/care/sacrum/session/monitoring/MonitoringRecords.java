package care.sacrum.session.monitoring;

import care.sacrum.session.monitoring.Candidates.DataDay;
import care.sacrum.session.monitoring.Candidates.Episode;
import care.sacrum.session.monitoring.Candidates.Work;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Episodes, a clinician's work, and the days of which patients told something.
@Singleton
class MonitoringRecords {

    /// Ids that stand as evidence of one day.
    private static final int MOST_IDS_A_DAY = 50;

    /// As a report is read: further from its receipt, nobody can say on which day it was. What the practice
    /// handed in on behalf of the patient is no data of the patient's; nor is what tells nothing: no pain
    /// score, no sign present or denied, nothing done, no rest and no words. A session that names no exercises
    /// says that all was done.
    private static final String IS_DATA = """
            kind in ('session', 'symptom_check_in', 'morning_check_in') and not on_behalf
            and (free_text is not null
                or jsonb_exists_any(content, array['painBefore', 'painAfter', 'painDuringMax', 'painNextMorning'])
                or jsonb_path_exists(content, '$.symptoms[*]')
                or content -> 'restDay' = 'true'
                or kind = 'session' and not jsonb_exists(content, 'exercisesDone')
                or jsonb_path_exists(content, '$.exercisesDone[*] ? (!(@.sets == 0) && !(@.reps == 0))'))
            and observed_at between received_at - interval '%d hours' and received_at + interval '%d minutes'""".formatted(
                    care.sacrum.session.dating.UncertainDate.BEHIND_TOLERATED.toHours(),
                    care.sacrum.session.dating.UncertainDate.AHEAD_TOLERATED.toMinutes());

    private static final String WORK = """
            select patient_id, work_id, day, minutes, live_contact, recorded_at, recorded_by, struck_at, struck_by
            from monitoring_work
            """;

    private final AgroalDataSource database;

    MonitoringRecords(AgroalDataSource database) {
        this.database = database;
    }

    record KeptEpisode(UUID patient, long version, Episode episode) {}

    /// @param struckAt absent while it counts
    record KeptWork(
            UUID patient,
            Work work,
            Instant recordedAt,
            String recordedBy,
            @Nullable Instant struckAt,
            @Nullable String struckBy) {}

    record WorkPlace(LocalDate day, UUID work) {}

    Optional<KeptEpisode> episode(UUID practice, UUID episode) {
        return with(connection -> {
            try (var select = connection.prepareStatement("""
                    select patient_id, version, episode_id, set_up_on, ended_on from monitoring_episode
                    where practice_id = ? and episode_id = ?""")) {
                select.setObject(1, practice);
                select.setObject(2, episode);
                return episodes(select).stream().findFirst();
            }
        });
    }

    /// All of each patient, the oldest first.
    Map<UUID, List<Episode>> episodesOf(UUID practice, List<UUID> patients) {
        return with(connection -> {
            try (var select = connection.prepareStatement("""
                    select patient_id, version, episode_id, set_up_on, ended_on from monitoring_episode
                    where practice_id = ? and patient_id = any (?) order by set_up_on""")) {
                select.setObject(1, practice);
                select.setArray(2, connection.createArrayOf("uuid", patients.toArray()));
                return episodes(select).stream()
                        .collect(Collectors.groupingBy(
                                KeptEpisode::patient, Collectors.mapping(KeptEpisode::episode, Collectors.toList())));
            }
        });
    }

    /// Patients of a practice of whom a day from the one to the other lies in an episode, by id.
    List<UUID> monitored(UUID practice, LocalDate from, LocalDate to, UUID after, int limit) {
        return with(connection -> {
            try (var select = connection.prepareStatement("""
                    select distinct patient_id from monitoring_episode
                    where practice_id = ? and patient_id > ? and set_up_on <= ? and (ended_on is null or ended_on >= ?)
                    order by patient_id limit ?""")) {
                select.setObject(1, practice);
                select.setObject(2, after);
                select.setObject(3, to);
                select.setObject(4, from);
                select.setInt(5, limit);
                var patients = new ArrayList<UUID>();
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        patients.add(found.getObject("patient_id", UUID.class));
                    }
                }
                return patients;
            }
        });
    }

    /// @return false where the id was taken for another patient in the meantime
    boolean keep(UUID practice, KeptEpisode kept, Instant now, String by) {
        return with(connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into monitoring_episode (practice_id, episode_id, patient_id, version, set_up_on, ended_on,
                        recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (practice_id, episode_id) do update set version = excluded.version,
                        set_up_on = excluded.set_up_on, ended_on = excluded.ended_on,
                        recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
                    where monitoring_episode.patient_id = excluded.patient_id""")) {
                upsert.setObject(1, practice);
                upsert.setObject(2, kept.episode().id());
                upsert.setObject(3, kept.patient());
                upsert.setLong(4, kept.version());
                upsert.setObject(5, kept.episode().setUpOn());
                upsert.setObject(6, kept.episode().endedOn());
                upsert.setObject(7, utc(now));
                upsert.setString(8, by);
                return upsert.executeUpdate() > 0;
            }
        });
    }

    Optional<KeptWork> work(UUID practice, UUID work) {
        return with(connection -> {
            try (var select = connection.prepareStatement(WORK + "where practice_id = ? and work_id = ?")) {
                select.setObject(1, practice);
                select.setObject(2, work);
                return works(select).stream().findFirst();
            }
        });
    }

    /// @return false where the id was taken in the meantime
    boolean keep(UUID practice, KeptWork kept) {
        return with(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into monitoring_work (practice_id, work_id, patient_id, day, minutes, live_contact,
                        recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
                insert.setObject(1, practice);
                insert.setObject(2, kept.work().workId());
                insert.setObject(3, kept.patient());
                insert.setObject(4, kept.work().day());
                insert.setInt(5, kept.work().minutes());
                insert.setBoolean(6, kept.work().liveContact());
                insert.setObject(7, utc(kept.recordedAt()));
                insert.setString(8, kept.recordedBy());
                return insert.executeUpdate() > 0;
            }
        });
    }

    /// Whoever strikes it out first is named.
    void strikeOut(UUID practice, UUID work, Instant now, String by) {
        with(connection -> {
            try (var update = connection.prepareStatement("""
                    update monitoring_work set struck_at = ?, struck_by = ?
                    where practice_id = ? and work_id = ? and struck_at is null""")) {
                update.setObject(1, utc(now));
                update.setString(2, by);
                update.setObject(3, practice);
                update.setObject(4, work);
                return update.executeUpdate();
            }
        });
    }

    /// What counts, by patient.
    Map<UUID, List<KeptWork>> workOf(UUID practice, List<UUID> patients, LocalDate from, LocalDate to) {
        return with(connection -> {
            try (var select = connection.prepareStatement(WORK + """
                    where practice_id = ? and patient_id = any (?) and day between ? and ? and struck_at is null""")) {
                select.setObject(1, practice);
                select.setArray(2, connection.createArrayOf("uuid", patients.toArray()));
                select.setObject(3, from);
                select.setObject(4, to);
                return works(select).stream().collect(Collectors.groupingBy(KeptWork::patient));
            }
        });
    }

    /// Of a patient, what was struck out among it: the newest day first.
    ///
    /// @param to    the last day
    /// @param after where a page begins: behind this one
    List<KeptWork> allWorkOf(
            UUID practice, UUID patient, LocalDate from, LocalDate to, Optional<WorkPlace> after, int limit) {
        var place = after.orElse(new WorkPlace(to.plusDays(1), new UUID(0, 0)));
        return with(connection -> {
            try (var select = connection.prepareStatement(WORK + """
                    where practice_id = ? and patient_id = ? and day between ? and ? and (day, work_id) < (?, ?)
                    order by day desc, work_id desc limit ?""")) {
                select.setObject(1, practice);
                select.setObject(2, patient);
                select.setObject(3, from);
                select.setObject(4, to);
                select.setObject(5, place.day());
                select.setObject(6, place.work());
                select.setInt(7, limit);
                return works(select);
            }
        });
    }

    /// Since each patient's first set-up. A correction is no data of its own, and what nobody can date is none.
    ///
    /// @param episodes of each patient, at least one, the oldest first
    Map<UUID, List<DataDay>> dataOf(UUID practice, Map<UUID, List<Episode>> episodes, LocalDate to) {
        var patients = List.copyOf(episodes.keySet());
        var since = patients.stream()
                .map(patient -> episodes.getOrDefault(patient, List.of())
                        .getFirst()
                        .setUpOn()
                        .toString())
                .toArray();
        return with(connection -> {
            try (var select = connection.prepareStatement("""
                    select patient_id, local_day, count(*) as reports, min(received_at) as first_received_at,
                        (array_agg(report_id order by observed_at, report_id))[1:%d] as ids
                    from unnest(?::uuid[], ?::date[]) as given (patient_id, set_up_on)
                    join report using (patient_id)
                    where practice_id = ? and local_day between set_up_on and ? and %s
                    group by patient_id, local_day order by patient_id, local_day""".formatted(MOST_IDS_A_DAY, IS_DATA))) {
                select.setArray(1, connection.createArrayOf("uuid", patients.toArray()));
                select.setArray(2, connection.createArrayOf("text", since));
                select.setObject(3, practice);
                select.setObject(4, to);
                var byPatient = new HashMap<UUID, List<DataDay>>();
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        byPatient
                                .computeIfAbsent(found.getObject("patient_id", UUID.class), each -> new ArrayList<>())
                                .add(new DataDay(
                                        found.getObject("local_day", LocalDate.class),
                                        found.getInt("reports"),
                                        List.of((UUID[]) found.getArray("ids").getArray()),
                                        found.getObject("first_received_at", OffsetDateTime.class)
                                                .toInstant()));
                    }
                }
                return byPatient;
            }
        });
    }

    /// Where the practice is.
    ZoneId zone(UUID practice) {
        return with(connection -> {
            try (var select = connection.prepareStatement("select time_zone from practice where practice_id = ?")) {
                select.setObject(1, practice);
                try (var found = select.executeQuery()) {
                    return found.next() ? ZoneId.of(found.getString(1)) : ZoneOffset.UTC;
                }
            }
        });
    }

    private static List<KeptEpisode> episodes(PreparedStatement select) throws SQLException {
        var episodes = new ArrayList<KeptEpisode>();
        try (var found = select.executeQuery()) {
            while (found.next()) {
                episodes.add(new KeptEpisode(
                        found.getObject("patient_id", UUID.class),
                        found.getLong("version"),
                        new Episode(
                                found.getObject("episode_id", UUID.class),
                                found.getObject("set_up_on", LocalDate.class),
                                found.getObject("ended_on", LocalDate.class))));
            }
        }
        return episodes;
    }

    private static List<KeptWork> works(PreparedStatement select) throws SQLException {
        var works = new ArrayList<KeptWork>();
        try (var found = select.executeQuery()) {
            while (found.next()) {
                works.add(work(found));
            }
        }
        return works;
    }

    private static KeptWork work(ResultSet found) throws SQLException {
        @Nullable OffsetDateTime struckAt = found.getObject("struck_at", OffsetDateTime.class);
        return new KeptWork(
                found.getObject("patient_id", UUID.class),
                new Work(
                        found.getObject("work_id", UUID.class),
                        found.getObject("day", LocalDate.class),
                        found.getInt("minutes"),
                        found.getBoolean("live_contact")),
                found.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                found.getString("recorded_by"),
                struckAt == null ? null : struckAt.toInstant(),
                found.getString("struck_by"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private interface Asking<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Asking<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused", e);
        }
    }
}
