package care.sacrum.session.report;

import care.sacrum.platform.event.Topics;
import care.sacrum.platform.outbox.Outbox;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every report, as it was accepted. In plain SQL, since a practice's evening goes through here: one statement
/// locks the patient, keeps the report and puts its event in the outbox, in one round trip and one transaction.
@Singleton
class Reports {

    /// The patient's row is locked before the event takes its place in the outbox, which keeps a patient's events
    /// in the order of their commits.
    private static final String KEEP = """
            with writer as (
                select practice_id, patient_id from patient
                where practice_id = ? and patient_id = ? and (? or subject = ?)
                for no key update
            ), kept as (
                insert into report (practice_id, report_id, patient_id, kind, observed_at, local_day, received_at,
                                    content, free_text, fingerprint)
                select practice_id, ?, patient_id, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ? from writer
                on conflict (practice_id, report_id) do nothing
                returning report_id
            ), told as (
                %s
                select ?, ?, ?, ?, ?, ?, ? from kept
            )
            select (select count(*) from writer) as writers, (select count(*) from kept) as kept
            """.formatted(Outbox.INSERT);

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final ObjectMapper json;

    Reports(AgroalDataSource database, Outbox outbox, ObjectMapper json) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
    }

    /// Whose report it is, and who hands it in.
    ///
    /// @param byStaff whether the caller writes for any patient of the practice, or only as the subject bound to
    /// this one
    record Writer(UUID practice, UUID patient, boolean byStaff, String subject) {}

    /// A report of the past.
    ///
    /// @param freeText what the patient wrote in own words
    record Kept(UUID id, LocalDate localDay, Instant observed, ObjectNode content, Optional<ObjectNode> freeText) {}

    /// Where a page of history begins: behind this report.
    record Place(LocalDate localDay, Instant observed, UUID report) {}

    Submission submit(Report report, Writer writer) {
        try (var connection = database.getConnection()) {
            var event = new ReportEvent(writer.practice, writer.patient, report);
            try (var statement = connection.prepareStatement(KEEP)) {
                int at = setWriter(statement, writer);
                at = setReport(statement, at, report);
                setEvent(statement, at, event);
                try (var counted = statement.executeQuery()) {
                    counted.next();
                    if (counted.getInt("writers") == 0) {
                        return new Submission.NoSuchPatient();
                    }
                    if (counted.getInt("kept") == 1) {
                        outbox.wakeTheRelay();
                        return new Submission.Accepted(report.content());
                    }
                }
            }
            return compare(connection, report, writer);
        } catch (SQLException e) {
            throw new IllegalStateException("The report could not be kept", e);
        }
    }

    private static int setWriter(PreparedStatement statement, Writer writer) throws SQLException {
        statement.setObject(1, writer.practice);
        statement.setObject(2, writer.patient);
        statement.setBoolean(3, writer.byStaff);
        statement.setString(4, writer.subject);
        return 5;
    }

    private int setReport(PreparedStatement statement, int first, Report report) throws SQLException {
        int at = first;
        statement.setObject(at++, report.id());
        statement.setString(at++, report.kind().word());
        statement.setObject(at++, utc(report.observed()));
        statement.setObject(at++, report.localDay());
        statement.setObject(at++, utc(report.receivedAt()));
        statement.setString(at++, report.content().toString());
        statement.setString(at++, report.freeText().map(ObjectNode::toString).orElse(null));
        statement.setBytes(at++, report.fingerprint());
        return at;
    }

    private static void setEvent(PreparedStatement statement, int first, ReportEvent event) throws SQLException {
        int at = first;
        statement.setObject(at++, event.id());
        statement.setString(at++, Topics.SESSION);
        statement.setString(at++, event.key());
        statement.setString(at++, event.type());
        statement.setString(at++, event.subject());
        statement.setObject(at++, utc(event.time()));
        statement.setBytes(at, event.data());
    }

    /// The id was taken before: by the same report, or by another.
    private Submission compare(Connection connection, Report report, Writer writer) throws SQLException {
        try (var select = connection.prepareStatement("""
                select patient_id, fingerprint, content from report where practice_id = ? and report_id = ?""")) {
            select.setObject(1, writer.practice);
            select.setObject(2, report.id());
            try (var found = select.executeQuery()) {
                boolean same = found.next()
                        && writer.patient.equals(found.getObject("patient_id", UUID.class))
                        && Arrays.equals(report.fingerprint(), found.getBytes("fingerprint"));
                return same ? new Submission.Repeated(object(found.getString("content"))) : new Submission.IdTaken();
            }
        }
    }

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

    private List<Kept> kept(ResultSet found) throws SQLException {
        var kept = new ArrayList<Kept>();
        while (found.next()) {
            @Nullable String freeText = found.getString("free_text");
            kept.add(new Kept(
                    found.getObject("report_id", UUID.class),
                    found.getObject("local_day", LocalDate.class),
                    found.getObject("observed_at", OffsetDateTime.class).toInstant(),
                    object(found.getString("content")),
                    freeText == null ? Optional.empty() : Optional.of(object(freeText))));
        }
        return kept;
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
