package care.sacrum.triage.cases;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.cases.Reading.Refusal;
import care.sacrum.triage.rules.Kind;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.SetAside;
import care.sacrum.triage.rules.Side;
import care.sacrum.triage.rules.Status;
import care.sacrum.triage.rules.Symptom;
import care.sacrum.triage.rules.SymptomCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read, what is set aside and named, and the little that is refused.
class CaseReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The example of the specification, word for word.
    private static final String EXAMPLE = """
            { "id": "example-bladder", "title": "New difficulty passing urine during an otherwise mild week",
              "patient": { "ageYears": 41, "sex": "female", "homeTimeZone": "Europe/London", "riskFactors": [],
                           "baselineConditions": [], "alreadyUnderCareOf": [] },
              "parameters": { "persistenceMinSpanDays": 5 },
              "evaluateAt": "2026-02-05T18:06:00Z",
              "reports": [ { "reportId": "r1", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                             "observedTimeZone": "Europe/London", "receivedAt": "2026-02-05T18:01:00Z",
                             "painRegion": "low_back", "painBefore": 4, "painAfter": 4,
                             "exercisesDone": [ { "name": "pelvic tilt", "sets": 1, "reps": 10, "holdSeconds": 5 } ],
                             "symptoms": [ { "code": "urine_cannot_start", "status": "present", "onset": "new",
                                             "onsetDate": "2026-02-05" } ] } ] }
            """;

    @Test
    void theExampleIsAnsweredAsSpecified() throws Exception {
        JsonNode answer = JSON.valueToTree(answer(EXAMPLE));
        assertThat(answer.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly(
                        "urgency",
                        "programme",
                        "referTo",
                        "message",
                        "findings",
                        "insufficientData",
                        "setAside",
                        "unknownCodes",
                        "dateUncertain");
        assertThat(answer.at("/urgency").asText()).isEqualTo("emergency_now");
        assertThat(answer.at("/programme").asText()).isEqualTo("hold");
        assertThat(answer.at("/referTo")).isEqualTo(JSON.readTree("[\"emergency_department\"]"));
        assertThat(answer.at("/message").asText()).startsWith("Go to the emergency department now. ");
        JsonNode finding = answer.at("/findings/0");
        assertThat(finding.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly(
                        "rule",
                        "version",
                        "family",
                        "urgency",
                        "referTo",
                        "because",
                        "advice",
                        "evidence",
                        "certainty");
        assertThat(finding.at("/because")).isEqualTo(JSON.readTree("""
                [ { "reportId": "r1", "localDay": "2026-02-05",
                    "says": "cannot start passing urine, new since 2026-02-05" } ]"""));
        assertThat(answer.at("/insufficientData")).isEqualTo(JSON.readTree("{ \"missing\": [] }"));
        assertThat(answer.toString()).doesNotContain("null");
    }

    // Set aside

    @Test
    void aScoreThatCannotBeIsSetAsideAndTheRestCounts() {
        Answer answer = answer(EXAMPLE.replace("\"painAfter\": 4", "\"painAfter\": 11"));
        assertThat(answer.setAside()).containsExactly(new SetAside("r1", "painAfter", "not within 0 to 10"));
        assertThat(answer.urgency()).isEqualTo("emergency_now");
    }

    @Test
    void oddFieldsAreReadForWhatTheyMean() {
        Reading.OfReport read = report("""
                { "reportId": 7, "kind": "Symptom Check-In", "observedAt": "2026-02-05t18:00:00+01:00",
                  "observedTimeZone": "europe/london", "painBefore": "4", "painAfter": "3,5", "painDuringMax": null,
                  "selfManipulation": { "done": "yes", "forceful": "true" },
                  "symptoms": [ "Urine Leak", { "code": "LEG-TINGLING", "status": "Denied", "side": "LEFT" } ] }""");
        Report report = read.report();
        assertThat(report.reportId()).isEqualTo("7");
        assertThat(report.kind()).isEqualTo(Kind.SYMPTOM_CHECK_IN);
        assertThat(report.observedAt()).isEqualTo("2026-02-05T17:00:00Z");
        assertThat(report.pain().before()).isEqualTo(4);
        assertThat(report.pain().after()).isEqualTo(3.5);
        assertThat(report.selfManipulation().forceful()).isTrue();
        assertThat(report.symptoms())
                .extracting(symptom -> symptom.code())
                .containsExactly(SymptomCode.URINE_LEAK, SymptomCode.LEG_TINGLING);
        assertThat(report.symptoms())
                .extracting(symptom -> symptom.status())
                .containsExactly(Status.PRESENT, Status.DENIED);
        assertThat(read.setAside()).extracting(SetAside::field).containsExactly("symptoms[0].status");
    }

    @Test
    void bothSidesAreReadHoweverTheyAreWritten() {
        for (String side : List.of("\"both\"", "\"Bilateral\"", "\"left and right\"", "[\"right\", \"left\"]")) {
            Reading.OfReport read = report("""
                    { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                      "observedTimeZone": "Europe/London",
                      "symptoms": [ { "code": "leg_weakness", "status": "present", "side": %s } ] }""".formatted(side));
            assertThat(read.report().symptoms())
                    .extracting(symptom -> symptom.side())
                    .as(side)
                    .containsExactly(Side.BOTH);
            assertThat(read.setAside()).as(side).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"urine_leak\"",
                "[\"Urine-Leak\"]",
                "{\"code\": \"urine_leak\", \"status\": \"yes\"}",
                "{\"urine_leak\": true}",
                "[{\"urine_leak\": {\"status\": \"present\"}}]"
            })
    void aRedFlagCountsHoweverItIsWritten(String symptoms) throws Exception {
        var read = CaseReader.report(
                new com.fasterxml.jackson.databind.ObjectMapper().readTree("""
                        {"reportId": "r", "kind": "symptom_check_in", "observedAt": "2026-02-05T18:00:00Z",
                         "observedTimeZone": "Europe/London", "receivedAt": "2026-02-05T18:01:00Z", "symptoms": %s}""".formatted(symptoms)),
                java.time.ZoneOffset.UTC,
                java.time.Instant.EPOCH);

        assertThat(read.report().symptoms())
                .extracting(Symptom::code, Symptom::status)
                .containsExactly(org.assertj.core.api.Assertions.tuple(SymptomCode.URINE_LEAK, Status.PRESENT));
    }

    @Test
    void everyBadFieldIsNamed() {
        Reading.OfReport read = report("""
                { "reportId": "r", "kind": "visit", "observedAt": "2026-02-05T18:00:00Z",
                  "observedTimeZone": "Mars/Base", "sentAt": "soon", "receivedAt": 5, "painRegion": "knee",
                  "painBefore": "a lot", "painAfter": -1, "painDuringMax": [], "painNextMorning": true,
                  "selfManipulation": "perhaps",
                  "symptoms": [ { "code": "urine_leak", "status": "maybe", "onset": "recent", "onsetDate": "yesterday",
                                  "changeSinceLast": 3, "side": "middle", "extent": "toe", "severity": 12,
                                  "assessedByClinician": "hardly" },
                                { "status": "present" }, 5, { "code": "fever", "status": "present", "temperatureC": 101 },
                                { "code": "purple_toe", "status": "present" } ] }""");
        assertThat(read.setAside())
                .extracting(SetAside::field)
                .containsExactlyInAnyOrder(
                        "kind",
                        "observedTimeZone",
                        "sentAt",
                        "receivedAt",
                        "painRegion",
                        "painBefore",
                        "painAfter",
                        "painDuringMax",
                        "painNextMorning",
                        "selfManipulation",
                        "symptoms[0].status",
                        "symptoms[0].onset",
                        "symptoms[0].onsetDate",
                        "symptoms[0].changeSinceLast",
                        "symptoms[0].side",
                        "symptoms[0].extent",
                        "symptoms[0].severity",
                        "symptoms[0].assessedByClinician",
                        "symptoms[1].code",
                        "symptoms[2]",
                        "symptoms[3].temperatureC");
        assertThat(read.setAside()).allMatch(one -> one.reportId().equals("r"));
        assertThat(read.report().unknownCodes()).containsExactly("purple_toe");
        assertThat(read.report().symptoms())
                .extracting(symptom -> symptom.code())
                .containsExactly(SymptomCode.URINE_LEAK, SymptomCode.FEVER);
    }

    @Test
    void aSymptomSaidToBeNotAskedIsNotPresent() {
        assertThat(report("""
                { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                  "symptoms": [ { "code": "urine_leak", "status": "not_asked" } ] }""").report().symptoms()).isEmpty();
    }

    @Test
    void aReportThatIsNoObjectIsNamedAndTheOthersCount() {
        Answer answer = answer(EXAMPLE.replace("\"reports\": [", "\"reports\": [ 5, null, \"x\", [], "));
        assertThat(answer.urgency()).isEqualTo("emergency_now");
        assertThat(answer.setAside())
                .extracting(SetAside::reportId)
                .contains("reports[0]", "reports[1]", "reports[2]", "reports[3]");
    }

    @Test
    void aReportWithoutAReadableTimeKeepsItsRedFlags() {
        for (String time :
                List.of("\"yesterday\"", "null", "\"\"", "20260205", "\"+999999999-12-31T23:59:59Z\"", "{}")) {
            Answer answer =
                    answer(EXAMPLE.replace("\"observedAt\": \"2026-02-05T18:00:00Z\"", "\"observedAt\": " + time));
            assertThat(answer.urgency()).as(time).isEqualTo("emergency_now");
            assertThat(answer.dateUncertain()).as(time).containsExactly("r1");
            assertThat(answer.setAside()).extracting(SetAside::field).as(time).containsExactly("observedAt");
        }
    }

    @Test
    void aReportWithoutAReadableZoneIsToldByTheHomeZone() {
        assertThat(report("""
                { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z" }""").report().zone()).isEqualTo(ZoneId.of("America/Bogota"));
    }

    @Test
    void withNoZoneAtAllItsDayCannotBeToldButItsRedFlagsCount() {
        Answer answer = answer(EXAMPLE.replace("Europe/London", "Nowhere"));
        assertThat(answer.urgency()).isEqualTo("emergency_now");
        assertThat(answer.dateUncertain()).containsExactly("r1");
        assertThat(answer.setAside())
                .extracting(SetAside::field)
                .containsExactly("patient.homeTimeZone", "observedTimeZone");
    }

    @Test
    void aReportMadeAfterTheInstantDoesNotCountYet() {
        Answer answer = answer(
                EXAMPLE.replace("\"receivedAt\": \"2026-02-05T18:01:00Z\",", "").replace("18:06:00Z", "17:06:00Z"));
        assertThat(answer.findings()).isEmpty();
        assertThat(answer.setAside()).extracting(SetAside::field).containsExactly("receivedAt");
    }

    @Test
    void anOddPatientIsNamedAndTheReportsCount() {
        Answer answer = answer(EXAMPLE.replace("\"riskFactors\": []", """
                "riskFactors": ["CANCER HISTORY", "tall", 5]""")
                .replace("\"baselineConditions\": []", """
                        "baselineConditions": ["chronic_constipation", {"code": "gout"}, {}, 7]""")
                .replace("\"ageYears\": 41", "\"ageYears\": 441"));
        assertThat(answer.setAside())
                .extracting(SetAside::field)
                .containsExactlyInAnyOrder(
                        "patient.ageYears",
                        "patient.riskFactors",
                        "patient.riskFactors",
                        "patient.baselineConditions[1].code",
                        "patient.baselineConditions[2].code",
                        "patient.baselineConditions[3].code");
        assertThat(answer.findings()).extracting(Answer.Found::rule).contains("ces-bladder", "cancer-neuro");
    }

    @Test
    void withoutAPatientTheReportsStillCount() {
        for (String patient : List.of("null", "5", "[]", "{}")) {
            Answer answer = answer("""
                    { "patient": %s, "evaluateAt": "2026-02-05T18:06:00Z", "reports": [ { "reportId": "r1",
                      "kind": "session", "observedAt": "2026-02-05T18:00:00Z", "symptoms": ["bowel_leak"] } ] }""".formatted(patient));
            assertThat(answer.urgency()).as(patient).isEqualTo("emergency_now");
        }
    }

    // Refused

    @Test
    void whatIsNoDocumentIsRefused() {
        for (String document : List.of("", "{", "[]", "5", "null", "not json", "{\"a\":1}}")) {
            assertThat(CaseReader.read(document)).as(document).isInstanceOf(Reading.Refused.class);
        }
    }

    @Test
    void aDocumentIsRefusedWithEveryFieldThatSpoilsIt() {
        assertThat(refusals("""
                { "evaluateAt": "tomorrow", "parameters": { "persistenceMinSpanDays": 2, "colour": "red" },
                  "reports": {} }"""))
                .containsExactly("evaluateAt", "parameters.persistenceMinSpanDays", "parameters.colour", "reports");
        assertThat(refusals("{}")).containsExactly("evaluateAt", "reports");
        assertThat(refusals(EXAMPLE.replace("\"parameters\": { \"persistenceMinSpanDays\": 5 }", "\"parameters\": 5")))
                .containsExactly("parameters");
    }

    @Test
    void anAbsurdInstantIsRefused() {
        for (String instant :
                List.of("1999-12-31T23:59:59Z", "2200-01-01T00:00:01Z", "2026-02-05", "2026-02-05T18:06:00")) {
            assertThat(refusals(EXAMPLE.replace("2026-02-05T18:06:00Z", instant)))
                    .as(instant)
                    .containsExactly("evaluateAt");
        }
    }

    @Test
    void fiveThousandReportsAreTakenAndOneMoreIsRefused() {
        String report = "{ \"reportId\": \"r%d\", \"kind\": \"session\", \"observedAt\": \"2026-02-05T18:00:00Z\" }";
        StringBuilder many = new StringBuilder("{ \"evaluateAt\": \"2026-02-05T18:06:00Z\", \"reports\": [");
        for (int i = 0; i < CaseReader.MOST_REPORTS; i++) {
            many.append(i == 0 ? "" : ",").append(report.formatted(i));
        }
        assertThat(CaseReader.read(many + "] }")).isInstanceOf(Reading.Read.class);
        assertThat(refusals(many + "," + report.formatted(-1) + "] }")).containsExactly("reports");
    }

    private static Answer answer(String document) {
        return switch (CaseReader.read(document)) {
            case Reading.Read read -> read.course().answer();
            case Reading.Refused refused ->
                throw new AssertionError(refused.refusals().toString());
        };
    }

    private static List<String> refusals(String document) {
        return switch (CaseReader.read(document)) {
            case Reading.Read _ -> List.of();
            case Reading.Refused refused ->
                refused.refusals().stream().map(Refusal::field).toList();
        };
    }

    private static Reading.OfReport report(String json) {
        try {
            return CaseReader.report(
                    JSON.readTree(json), ZoneId.of("America/Bogota"), Instant.parse("2026-02-05T18:05:00Z"));
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
