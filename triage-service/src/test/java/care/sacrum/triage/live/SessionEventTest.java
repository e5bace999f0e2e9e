package care.sacrum.triage.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.inbox.Unusable;
import care.sacrum.triage.cases.CaseReader;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.practice.Opening;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// "I can still read that": session-service's golden examples, as its contracts hold them.
class SessionEventTest {

    private static final Path CONTRACTS = Path.of("..", "session-service", "contracts");
    private static final String KEY = "5ac20000-0000-4000-8000-000000000001/5ac20000-0000-4000-9000-000000000001";
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"completed", "symptoms-reported", "report-corrected"})
    void aGoldenReportIsReadWithoutSettingAnythingAside(String name) throws IOException {
        var event = SessionEvent.read(golden(name), JSON);

        assertThat(event).isInstanceOfSatisfying(SessionEvent.Reported.class, told -> {
            assertThat(told.key()).hasToString(KEY);
            var reading = CaseReader.report(told.report(), ZoneOffset.UTC, Instant.EPOCH);
            assertThat(reading.report().reportId()).isEqualTo(told.reportId());
            assertThat(reading.setAside()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "symptoms-reported", "report-corrected"})
    void whatAClinicianHandedInOnBehalfIsReadAsIfThePatientHad(String name) throws IOException {
        var type = "care.sacrum.session." + name + ".v1";
        var golden = JSON.readTree(Files.readString(CONTRACTS.resolve(type + ".example.json")));
        var own = CaseReader.report(golden.path("report").deepCopy(), ZoneOffset.UTC, Instant.EPOCH);
        ((ObjectNode) golden.path("report")).put("onBehalf", true);

        var event = SessionEvent.read(event(type, KEY, golden.toString()), JSON);

        assertThat(event).isInstanceOfSatisfying(SessionEvent.Reported.class, told -> {
            var reading = CaseReader.report(told.report(), ZoneOffset.UTC, Instant.EPOCH);
            assertThat(reading.report()).isEqualTo(own.report());
            assertThat(reading.setAside()).isEmpty();
        });
    }

    @Test
    void aGoldenReportWithAFieldThatNobodyKnowsTellsOfASignThatNobodyCanRead() throws IOException {
        var golden = JSON.readTree(
                Files.readString(CONTRACTS.resolve("care.sacrum.session.symptoms-reported.v1.unread.example.json")));

        var report = CaseReader.report(golden.path("report").deepCopy(), ZoneOffset.UTC, Instant.EPOCH)
                .report();

        assertThat(report.signUnread()).isTrue();
        // That it cannot be read is said by itself: the patient may have written no note.
        assertThat(report.hasNote()).isFalse();
        assertThat(report.unknownCodes()).containsExactly("unreadable");
    }

    @Test
    void theGoldenPatientIsReadWithoutSettingAnythingAside() throws IOException {
        var event = SessionEvent.read(golden("patient-recorded"), JSON);

        assertThat(event).isInstanceOfSatisfying(SessionEvent.PatientRecorded.class, told -> {
            var reading = CaseReader.patient(told.facts());
            assertThat(reading.setAside()).isEmpty();
            assertThat(reading.patient().ageYears()).isEqualTo(41);
            assertThat(reading.patient().baselineConditions()).hasSize(1);
        });
    }

    @Test
    void theGoldenPracticeIsRead() throws IOException {
        assertThat(SessionEvent.read(golden("practice-recorded"), JSON))
                .isInstanceOfSatisfying(SessionEvent.PracticeRecorded.class, told -> {
                    assertThat(told.practice().emergencyNumber()).isNotBlank();
                    assertThat(told.practice().week().orElseThrow())
                            .map(Opening::toString)
                            .containsExactly("monday 08:30-17:00", "thursday 10:00-19:00");
                    assertThat(told.practice().holidays()).containsExactly(LocalDate.parse("2026-12-25"));
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                            | malformed-json",
                "''                                           | not-an-object",
                "[]                                           | not-an-object",
                "{}                                           | missing-report",
                "{\"report\": {\"reportId\": \"r\"}}          | missing-receivedAt",
                "{\"report\": {\"receivedAt\": \"now\", \"reportId\": \"r\"}}             | missing-practiceId",
                "{\"practiceId\": \"here\", \"report\": {\"receivedAt\": \"now\", \"reportId\": \"r\"}} | bad-practiceId"
            })
    void whatCanNotBeReadIsRefusedWithACode(String data, String reason) {
        assertThatThrownBy(() -> SessionEvent.read(event("care.sacrum.session.completed.v1", KEY, data), JSON))
                .isInstanceOf(Unusable.class)
                .hasMessage(reason);
    }

    @Test
    void aReportUnderAnotherPatientsKeyIsRefused() throws IOException {
        var golden = Files.readString(CONTRACTS.resolve("care.sacrum.session.completed.v1.example.json"));
        var elsewhere = KEY.replaceAll("1$", "2");

        assertThatThrownBy(() -> SessionEvent.read(event("care.sacrum.session.completed.v1", elsewhere, golden), JSON))
                .hasMessage("key-differs");
    }

    @Test
    void theGoldenErasureNamesItsPatient() throws IOException {
        assertThat(SessionEvent.read(golden("patient-erased"), JSON))
                .isInstanceOfSatisfying(
                        SessionEvent.PatientErased.class,
                        told -> assertThat(told.key()).hasToString(KEY));
    }

    @Test
    void anErasureUnderAnotherPatientsKeyIsUnusable() throws IOException {
        var golden = Files.readString(CONTRACTS.resolve("care.sacrum.session.patient-erased.v1.example.json"));
        var elsewhere = KEY.replaceAll("1$", "2");

        assertThatThrownBy(() ->
                        SessionEvent.read(event("care.sacrum.session.patient-erased.v1", elsewhere, golden), JSON))
                .hasMessage("key-differs");
    }

    @Test
    void aNoteThatWasReadAtNoInstantIsUnusable() {
        var type = "care.sacrum.session.note-read.v1";
        var data = """
                {"practiceId": "5ac20000-0000-4000-8000-000000000001",
                 "patientId": "5ac20000-0000-4000-9000-000000000001", "reportId": "r1", "readAt": "%s"}""";

        assertThat(SessionEvent.read(event(type, KEY, data.formatted("2026-02-05T19:00:00Z")), JSON))
                .isInstanceOfSatisfying(
                        SessionEvent.NoteRead.class,
                        told -> assertThat(told.readAt()).isEqualTo("2026-02-05T19:00:00Z"));
        assertThatThrownBy(() -> SessionEvent.read(event(type, KEY, data.formatted("yesterday")), JSON))
                .hasMessage("bad-readAt");
    }

    @Test
    void theGoldenSilenceAndReturnAreRead() throws IOException {
        assertThat(SessionEvent.read(golden("patient-silent"), JSON))
                .isEqualTo(new SessionEvent.PatientSilent(
                        PatientKey.read(KEY).orElseThrow(),
                        1,
                        Instant.parse("2026-02-11T08:30:04Z"),
                        LocalDate.of(2026, 2, 6),
                        Optional.of(Instant.parse("2026-02-06T18:00:00Z")),
                        false,
                        false));
        assertThat(SessionEvent.read(golden("patient-back"), JSON))
                .isEqualTo(new SessionEvent.PatientBack(
                        PatientKey.read(KEY).orElseThrow(), 1, Instant.parse("2026-02-12T19:20:11Z")));
        assertThat(SessionEvent.read(golden("patient-silence-over"), JSON))
                .isEqualTo(new SessionEvent.SilenceOver(
                        PatientKey.read(KEY).orElseThrow(), 1, Instant.parse("2026-02-11T10:05:11Z"), "paused"));
    }

    @Test
    void theGoldenLapseAndItsEndAreRead() throws IOException {
        assertThat(SessionEvent.read(golden("adherence-lapsed"), JSON))
                .isEqualTo(new SessionEvent.PlanLapsed(
                        PatientKey.read(KEY).orElseThrow(),
                        1,
                        Instant.parse("2026-02-25T08:30:04Z"),
                        LocalDate.of(2026, 2, 19),
                        LocalDate.of(2026, 2, 25),
                        30));
        assertThat(SessionEvent.read(golden("adherence-lapse-over"), JSON))
                .isEqualTo(new SessionEvent.LapseOver(
                        PatientKey.read(KEY).orElseThrow(),
                        1,
                        Instant.parse("2026-03-04T18:20:11Z"),
                        "followed_again"));
    }

    @Test
    void aLapseOfNoFigureIsUnusable() throws IOException {
        var type = "care.sacrum.session.adherence-lapsed.v1";
        var data = Files.readString(CONTRACTS.resolve(type + ".example.json"));

        assertThatThrownBy(() -> SessionEvent.read(
                        event(type, KEY, data.replace("\"percent\": 30", "\"percent\": \"some\"")), JSON))
                .hasMessage("missing-percent");
        assertThatThrownBy(() -> SessionEvent.read(event(type, KEY, data.replace("2026-02-25\"", "lately\"")), JSON))
                .hasMessage("bad-to");
    }

    @Test
    void aSilenceSinceNoDayIsUnusable() {
        var data = """
                {"practiceId": "5ac20000-0000-4000-8000-000000000001", "silence": 1,
                 "patientId": "5ac20000-0000-4000-9000-000000000001", "raisedAt": "2026-02-11T08:30:04Z",
                 "quietSince": "%s"}""";

        assertThatThrownBy(() -> SessionEvent.read(
                        event("care.sacrum.session.patient-silent.v1", KEY, data.formatted("lately")), JSON))
                .hasMessage("bad-quietSince");
        assertThatThrownBy(() -> SessionEvent.read(
                        event(
                                "care.sacrum.session.patient-silent.v1",
                                KEY,
                                data.formatted("2026-02-05").replace("\"silence\": 1,", "")),
                        JSON))
                .hasMessage("missing-silence");
    }

    @Test
    void aTypeThatIsNewerThanThisReaderIsOfNoConcern() {
        assertThat(SessionEvent.read(event("care.sacrum.session.completed.v2", KEY, "{"), JSON))
                .isEqualTo(new SessionEvent.OfNoConcern());
    }

    private static IncomingEvent golden(String name) throws IOException {
        var type = "care.sacrum.session." + name + ".v1";
        return event(type, KEY, Files.readString(CONTRACTS.resolve(type + ".example.json")));
    }

    private static IncomingEvent event(String type, String key, String data) {
        return new IncomingEvent(
                "sacrum.session.v1",
                0,
                0,
                key,
                Instant.EPOCH,
                Map.of("ce_type", type),
                data.getBytes(StandardCharsets.UTF_8));
    }
}
