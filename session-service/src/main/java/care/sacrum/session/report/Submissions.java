package care.sacrum.session.report;

import care.sacrum.platform.event.Topics;
import care.sacrum.platform.outbox.Outbox;
import care.sacrum.session.hold.ProgrammeState;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Accepts reports. In plain SQL, since a practice's evening goes through here: one statement locks the patient, keeps
/// the report and puts its event in the outbox, in one round trip and one transaction.
@Singleton
class Submissions {

    /// Whether the writer's programme is on hold, in the same round trip.
    private static final String ON_HOLD = """
            (select max(language) from writer) as language,
            (select max(held_at) from programme_hold join writer using (practice_id, patient_id)
             where released_at is null) as held_at""";

    /// The patient's row is locked before the event takes its place in the outbox, which keeps a patient's events
    /// in the order of their commits.
    private static final String KEEP = """
            with writer as (
                select practice_id, patient_id, language, ?::boolean as on_behalf from patient
                where practice_id = ? and patient_id = ? and (? or subject = ?)
                for no key update
            ), kept as (
                insert into report (practice_id, report_id, patient_id, kind, observed_at, local_day, received_at,
                                    content, free_text, fingerprint, on_behalf)
                select practice_id, ?, patient_id, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, on_behalf from writer
                on conflict (practice_id, report_id) do nothing
                returning report_id
            ), told as (
                %s
                select ?, ?, ?, ?, ?, ?, ?, ? from kept
            )
            select (select count(*) from writer) as writers, (select count(*) from kept) as kept, %s
            """.formatted(Outbox.INSERT, ON_HOLD);

    /// As [#KEEP], for many reports. Rows go in by id, so that two batches that share ids never wait for each
    /// other in a circle; events go in by their place in the batch.
    private static final String KEEP_ALL = """
            with writer as (
                select practice_id, patient_id, language, ?::boolean as on_behalf from patient
                where practice_id = ? and patient_id = ? and (? or subject = ?)
                for no key update
            ), given as (
                select * from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::date[], ?::timestamptz[], ?::jsonb[],
                                     ?::jsonb[], ?::bytea[], ?::uuid[], ?::text[], ?::text[], ?::bytea[])
                    with ordinality as one (report_id, kind, observed_at, local_day, received_at, content, free_text,
                                            fingerprint, event_id, type, subject, data, place)
            ), kept as (
                insert into report (practice_id, report_id, patient_id, kind, observed_at, local_day, received_at,
                                    content, free_text, fingerprint, on_behalf)
                select practice_id, report_id, patient_id, kind, observed_at, local_day, received_at, content,
                       free_text, fingerprint, on_behalf
                from writer, given order by report_id
                on conflict (practice_id, report_id) do nothing
                returning report_id
            ), told as (
                %s
                select event_id, ?, ?, type, subject, observed_at, data, ?
                from kept join given using (report_id) order by place
            )
            select (select count(*) from writer) as writers, array(select report_id from kept) as kept, %s
            """.formatted(Outbox.INSERT, ON_HOLD);

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final ObjectMapper json;

    Submissions(AgroalDataSource database, Outbox outbox, ObjectMapper json) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
    }

    Submission submit(Report read, Writer writer) {
        var report = asHandedIn(read, writer);
        try (var connection = database.getConnection()) {
            var event = new ReportEvent(writer.practice(), writer.patient(), report);
            try (var statement = connection.prepareStatement(KEEP)) {
                int at = setWriter(statement, writer);
                at = setReport(statement, at, report);
                setEvent(statement, at, event);
                try (var counted = statement.executeQuery()) {
                    counted.next();
                    if (counted.getInt("writers") == 0) {
                        return new Submission.NoSuchPatient();
                    }
                    var programme = programme(counted);
                    if (counted.getInt("kept") == 1) {
                        outbox.wakeTheRelay();
                        return new Submission.Accepted(report.content(), programme);
                    }
                    return compare(connection, report, writer, programme);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The report could not be kept", e);
        }
    }

    private static Report asHandedIn(Report report, Writer writer) {
        return writer.onBehalf() ? report.handedInOnBehalf() : report;
    }

    private static int setWriter(PreparedStatement statement, Writer writer) throws SQLException {
        statement.setBoolean(1, writer.onBehalf());
        statement.setObject(2, writer.practice());
        statement.setObject(3, writer.patient());
        statement.setBoolean(4, writer.byStaff());
        statement.setString(5, writer.subject());
        return 6;
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
        statement.setBytes(at++, event.data());
        statement.setString(at, Outbox.traceparent(event.key()));
    }

    /// Many reports of one patient, in their order, by one statement. Each id stands once among them.
    ///
    /// @return what came of each, by its id
    Map<UUID, Submission> submitAll(List<Report> read, Writer writer) {
        var reports = read.stream().map(report -> asHandedIn(report, writer)).toList();
        try (var connection = database.getConnection()) {
            var outcomes = new HashMap<UUID, Submission>();
            var kept = keepAll(connection, reports, writer);
            if (kept.isEmpty()) {
                reports.forEach(report -> outcomes.put(report.id(), new Submission.NoSuchPatient()));
                return outcomes;
            }
            var others = new ArrayList<Report>();
            for (var report : reports) {
                if (kept.get().ids().contains(report.id())) {
                    outcomes.put(
                            report.id(),
                            new Submission.Accepted(report.content(), kept.get().programme()));
                } else {
                    others.add(report);
                }
            }
            if (others.size() < reports.size()) {
                outbox.wakeTheRelay();
            }
            if (!others.isEmpty()) {
                outcomes.putAll(
                        compareAll(connection, others, writer, kept.get().programme()));
            }
            return outcomes;
        } catch (SQLException e) {
            throw new IllegalStateException("The reports could not be kept", e);
        }
    }

    /// @param ids       those that were new
    /// @param programme absent while the programme is not on hold
    private record AllKept(Set<UUID> ids, Optional<ProgrammeState> programme) {}

    /// @return empty where there is no such patient whom the caller may write for
    private static Optional<AllKept> keepAll(Connection connection, List<Report> reports, Writer writer)
            throws SQLException {
        var events = reports.stream()
                .map(report -> new ReportEvent(writer.practice(), writer.patient(), report))
                .toList();
        try (var statement = connection.prepareStatement(KEEP_ALL)) {
            int at = setWriter(statement, writer);
            statement.setArray(at++, array(connection, "uuid", reports, Report::id));
            statement.setArray(
                    at++,
                    array(connection, "text", reports, report -> report.kind().word()));
            statement.setArray(
                    at++,
                    array(
                            connection,
                            "text",
                            reports,
                            report -> report.observed().toString()));
            statement.setArray(
                    at++,
                    array(
                            connection,
                            "text",
                            reports,
                            report -> report.localDay().toString()));
            statement.setArray(
                    at++,
                    array(
                            connection,
                            "text",
                            reports,
                            report -> report.receivedAt().toString()));
            statement.setArray(
                    at++,
                    array(
                            connection,
                            "text",
                            reports,
                            report -> report.content().toString()));
            statement.setArray(
                    at++,
                    array(
                            connection,
                            "text",
                            reports,
                            report ->
                                    report.freeText().map(ObjectNode::toString).orElse(null)));
            statement.setArray(
                    at++,
                    connection.createArrayOf(
                            "bytea", reports.stream().map(Report::fingerprint).toArray(byte[][]::new)));
            statement.setArray(at++, array(connection, "uuid", events, ReportEvent::id));
            statement.setArray(at++, array(connection, "text", events, ReportEvent::type));
            statement.setArray(at++, array(connection, "text", events, ReportEvent::subject));
            statement.setArray(
                    at++,
                    connection.createArrayOf(
                            "bytea", events.stream().map(ReportEvent::data).toArray(byte[][]::new)));
            statement.setString(at++, Topics.SESSION);
            var key = writer.practice() + "/" + writer.patient();
            statement.setString(at++, key);
            statement.setString(at, Outbox.traceparent(key));
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getInt("writers") == 0
                        ? Optional.empty()
                        : Optional.of(new AllKept(
                                Set.of((UUID[]) found.getArray("kept").getArray()), programme(found)));
            }
        }
    }

    private static <T> Array array(
            Connection connection, String type, List<T> from, Function<T, @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, from.stream().map(column).toArray());
    }

    private static Optional<ProgrammeState> programme(ResultSet found) throws SQLException {
        var heldAt = found.getObject("held_at", OffsetDateTime.class);
        return heldAt == null ? Optional.empty() : ProgrammeState.of(heldAt.toInstant(), found.getString("language"));
    }

    private Map<UUID, Submission> compareAll(
            Connection connection, List<Report> reports, Writer writer, Optional<ProgrammeState> programme)
            throws SQLException {
        var outcomes = new HashMap<UUID, Submission>();
        var byId = new HashMap<UUID, Report>();
        for (var report : reports) {
            byId.put(report.id(), report);
            outcomes.put(report.id(), new Submission.IdTaken());
        }
        try (var select = connection.prepareStatement("""
                select report_id, fingerprint, content from report
                where practice_id = ? and patient_id = ? and report_id = any (?)""")) {
            select.setObject(1, writer.practice());
            select.setObject(2, writer.patient());
            select.setArray(3, array(connection, "uuid", reports, Report::id));
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    var id = found.getObject("report_id", UUID.class);
                    var sent = byId.get(id);
                    if (sent != null && Arrays.equals(sent.fingerprint(), found.getBytes("fingerprint"))) {
                        outcomes.put(id, new Submission.Repeated(object(found.getString("content")), programme));
                    }
                }
            }
        }
        return outcomes;
    }

    /// The id was taken before: by the same report, or by another.
    private Submission compare(Connection connection, Report report, Writer writer, Optional<ProgrammeState> programme)
            throws SQLException {
        try (var select = connection.prepareStatement("""
                select patient_id, fingerprint, content from report where practice_id = ? and report_id = ?""")) {
            select.setObject(1, writer.practice());
            select.setObject(2, report.id());
            try (var found = select.executeQuery()) {
                boolean same = found.next()
                        && writer.patient().equals(found.getObject("patient_id", UUID.class))
                        && Arrays.equals(report.fingerprint(), found.getBytes("fingerprint"));
                return same
                        ? new Submission.Repeated(object(found.getString("content")), programme)
                        : new Submission.IdTaken();
            }
        }
    }

    private ObjectNode object(String content) {
        try {
            return json.readValue(content, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept is always JSON", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
