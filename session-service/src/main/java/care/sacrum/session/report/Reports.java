package care.sacrum.session.report;

import care.sacrum.session.replay.Span;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds reports, as they were accepted by [Submissions].
@Singleton
class Reports {

    private static final Duration ON_ITS_WAY = Duration.ofMinutes(10);
    private static final int MOST_ON_THEIR_WAY = 50;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    Reports(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// A report of the past.
    ///
    /// @param freeText what the patient wrote in own words
    record Kept(UUID id, LocalDate localDay, Instant observed, ObjectNode content, Optional<ObjectNode> freeText) {}

    /// Where a page of history begins: behind this report.
    record Place(LocalDate localDay, Instant observed, UUID report) {}

    Optional<Kept> find(UUID practice, UUID patient, UUID report) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select report_id, local_day, observed_at, content, free_text from report
                        where practice_id = ? and report_id = ? and patient_id = ?""")) {
            select.setObject(1, practice);
            select.setObject(2, report);
            select.setObject(3, patient);
            return kept(select.executeQuery()).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("A report could not be read", e);
        }
    }

    /// The latest local day first; within a day the latest observed first.
    List<Kept> history(
            UUID practice,
            UUID patient,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Place> after,
            int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select report_id, local_day, observed_at, content, free_text from report
                        where practice_id = ? and patient_id = ? and local_day between ? and ?
                        """
                        + (after.isPresent() ? "and (local_day, observed_at, report_id) < (?, ?, ?)\n" : "") + """
                        order by local_day desc, observed_at desc, report_id desc limit ?""")) {
            int at = 1;
            select.setObject(at++, practice);
            select.setObject(at++, patient);
            select.setObject(at++, from.orElse(LocalDate.of(1, 1, 1)));
            select.setObject(at++, to.orElse(LocalDate.of(9999, 12, 31)));
            if (after.isPresent()) {
                select.setObject(at++, after.get().localDay);
                select.setObject(at++, utc(after.get().observed));
                select.setObject(at++, after.get().report);
            }
            select.setInt(at, limit);
            return kept(select.executeQuery());
        } catch (SQLException e) {
            throw new IllegalStateException("The history could not be read", e);
        }
    }

    /// What was taken of a patient so short ago that its event may be on its way still, without the patient's own
    /// words: what tells of a sign first, then the newest.
    List<ObjectNode> takenLately(UUID practice, UUID patient, Instant now) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select content from report
                        where practice_id = ? and patient_id = ? and received_at >= ?
                        order by content -> 'symptoms' = '[]' nulls last, received_at desc, observed_at desc, report_id
                        limit ?""")) {
            select.setObject(1, practice);
            select.setObject(2, patient);
            select.setObject(3, utc(now.minus(ON_ITS_WAY)));
            select.setInt(4, MOST_ON_THEIR_WAY);
            try (var found = select.executeQuery()) {
                var taken = new ArrayList<ObjectNode>();
                while (found.next()) {
                    taken.add(object(found.getString("content")));
                }
                return taken;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The latest reports could not be read", e);
        }
    }

    /// Where a replay goes on: behind the report that was taken then.
    record Taken(Instant receivedAt, Instant observed, UUID report) {}

    /// In the order in which they were taken.
    List<Report> taken(UUID practice, UUID patient, Span span, Optional<Taken> after, int limit) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select report_id, kind, observed_at, local_day, received_at, content, fingerprint from report
                        where practice_id = ? and patient_id = ? and received_at >= ? and received_at < ?
                        """
                        + (after.isPresent() ? "and (received_at, observed_at, report_id) > (?, ?, ?)\n" : "") + """
                        order by received_at, observed_at, report_id limit ?""")) {
            int at = 1;
            select.setObject(at++, practice);
            select.setObject(at++, patient);
            select.setObject(at++, utc(span.start()));
            select.setObject(at++, utc(span.end()));
            if (after.isPresent()) {
                select.setObject(at++, utc(after.get().receivedAt));
                select.setObject(at++, utc(after.get().observed));
                select.setObject(at++, after.get().report);
            }
            select.setInt(at, limit);
            try (var found = select.executeQuery()) {
                var taken = new ArrayList<Report>();
                while (found.next()) {
                    taken.add(asTaken(found));
                }
                return taken;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The reports could not be read", e);
        }
    }

    /// Without the patient's own words: they are in no event.
    private Report asTaken(ResultSet found) throws SQLException {
        return new Report(
                found.getObject("report_id", UUID.class),
                Kind.find(found.getString("kind")).orElseThrow(),
                found.getObject("observed_at", OffsetDateTime.class).toInstant(),
                found.getObject("local_day", LocalDate.class),
                found.getObject("received_at", OffsetDateTime.class).toInstant(),
                object(found.getString("content")),
                Optional.empty(),
                found.getBytes("fingerprint"));
    }

    private List<Kept> kept(ResultSet found) throws SQLException {
        var kept = new ArrayList<Kept>();
        while (found.next()) {
            kept.add(one(found));
        }
        return kept;
    }

    /// A report as its row says it.
    Kept one(ResultSet found) throws SQLException {
        @Nullable String freeText = found.getString("free_text");
        return new Kept(
                found.getObject("report_id", UUID.class),
                found.getObject("local_day", LocalDate.class),
                found.getObject("observed_at", OffsetDateTime.class).toInstant(),
                object(found.getString("content")),
                freeText == null ? Optional.empty() : Optional.of(object(freeText)));
    }

    private ObjectNode object(String content) {
        try {
            return json.readValue(content, ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException("What was kept is always JSON", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
