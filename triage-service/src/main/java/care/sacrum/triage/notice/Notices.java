package care.sacrum.triage.notice;

import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.triage.finding.Announced;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Writes down who has to be told, in the transaction of what is told. It only ever adds rows, so it makes no one
/// wait.
@Singleton
class Notices {

    static final String RAISED = "raised";
    static final String ESCALATED = "escalated";

    private static final Set<String> TOLD_AT_ONCE = Set.of("emergency_now", "urgent_same_day");

    private final AgroalDataSource database;
    private final ObjectMapper json;

    Notices(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    private record Cause(OutgoingEvent event, String occasion, UUID practice, UUID patient, String level) {}

    void write(@Observes Announced announced) {
        var causes = announced.events().stream()
                .flatMap(event -> cause(event).stream())
                .toList();
        if (!causes.isEmpty()) {
            insert(causes);
        }
    }

    /// None or one. Read off the event as any reader would: what is announced is what people are told of.
    private List<Cause> cause(OutgoingEvent event) {
        return switch (event.type()) {
            case Announced.RAISED -> {
                var data = data(event);
                yield TOLD_AT_ONCE.contains(data.path("urgency").asText())
                        ? List.of(cause(event, RAISED, data))
                        : List.of();
            }
            case Announced.ESCALATED -> List.of(cause(event, ESCALATED, data(event)));
            default -> List.of();
        };
    }

    private static Cause cause(OutgoingEvent event, String occasion, JsonNode data) {
        return new Cause(
                event,
                occasion,
                UUID.fromString(data.path("practiceId").asText()),
                UUID.fromString(data.path("patientId").asText()),
                data.path("urgency").asText());
    }

    /// A patient without a responsible clinician is the lead's to give to one. Of one who is deceased nobody is
    /// told: it stands on the worklist.
    private void insert(List<Cause> causes) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into notice (notice_id, practice_id, person, occasion, level, caused_at)
                        select ?, ?, case when ? then 'lead' else coalesce(
                            (select responsible_clinician::text from watched_patient
                             where practice_id = ? and patient_id = ?), 'lead') end, ?, ?, ?
                        where not exists (
                            select 1 from watched_patient
                            where practice_id = ? and patient_id = ? and status = 'deceased')
                        on conflict do nothing""")) {
            for (var cause : causes) {
                insert.setObject(1, cause.event().id());
                insert.setObject(2, cause.practice());
                insert.setBoolean(3, cause.occasion().equals(ESCALATED));
                insert.setObject(4, cause.practice());
                insert.setObject(5, cause.patient());
                insert.setString(6, cause.occasion());
                insert.setString(7, cause.level());
                insert.setObject(8, cause.event().time().atOffset(ZoneOffset.UTC));
                insert.setObject(9, cause.practice());
                insert.setObject(10, cause.patient());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("A notice could not be written", e);
        }
    }

    private JsonNode data(OutgoingEvent event) {
        try {
            return json.readTree(event.data());
        } catch (IOException e) {
            throw new UncheckedIOException("Our own event is JSON", e);
        }
    }
}
