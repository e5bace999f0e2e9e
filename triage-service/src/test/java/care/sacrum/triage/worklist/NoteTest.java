package care.sacrum.triage.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.SessionTopic;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who sent a note that nobody has read.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class NoteTest extends WorklistOfAPractice {

    @Test
    void whoSentNothingButANoteStandsAtTheEndUntilItIsRead() {
        var lapsed = another();
        var note = wrote(patient);
        sessions.lapsed(lapsed, 1, 30);

        awaitPatients(lapsed, patient);
        assertThat(worklist("").getString("items[1].reason")).isEqualTo("A note that nobody has read");
        assertThat(worklist("").getString("items[1].urgency")).isNull();
        assertThat(worklist("").getList("items[1].findings")).isEmpty();
        assertThat(worklist("").getString("items[1].dueAt")).isNull();
        assertThat(worklist("?limit=1&after=" + worklist("?limit=1").getString("next"))
                        .getList("items.patientId"))
                .containsExactly(patient.patient().toString());

        var second = wrote(patient);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(worklist("").getString("items[1].reason"))
                        .isEqualTo("2 notes that nobody has read"));
        sessions.noteRead(patient, note);
        sessions.noteRead(patient, second);

        awaitPatients(lapsed);
        assertThat(lines().<String>getList("events.name")).containsOnlyOnce("note", "note-read");
    }

    @Test
    void whoseNoteWasReadBeforeItsReportCameStandsNowhere() {
        var early = UUID.randomUUID();
        sessions.noteRead(patient, early);
        sessions.report(patient, withNote(early));
        var other = another();
        wrote(other);

        awaitPatients(other);
    }

    @Test
    void whoIsDeceasedStandsNowhereForANote() {
        var deceased = another();
        sessions.send(deceased.toString(), "care.sacrum.session.patient-recorded.v1", """
                {"practiceId": "%s", "patientId": "%s", "version": 2, "status": "deceased",
                 "patient": {"homeTimeZone": "Europe/London"}}""".formatted(
                        practice, deceased.patient()));
        wrote(deceased);
        wrote(patient);

        awaitPatients(patient);
    }

    private UUID wrote(PatientKey of) {
        var report = UUID.randomUUID();
        sessions.report(of, withNote(report));
        return report;
    }

    private String withNote(UUID report) {
        return SessionTopic.session(report, now, 1).replaceFirst("\\{", "{\"hasNote\": true, ");
    }
}
