package care.sacrum.triage.cases;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.cases.Reading.Refusal;
import care.sacrum.triage.rules.BaselineCondition;
import care.sacrum.triage.rules.Change;
import care.sacrum.triage.rules.Condition;
import care.sacrum.triage.rules.Extent;
import care.sacrum.triage.rules.Kind;
import care.sacrum.triage.rules.Onset;
import care.sacrum.triage.rules.Patient;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.RiskFactor;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                        "dateUncertain",
                        "callToday");
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
        for (String side : List.of(
                "\"both\"",
                "\"Bilateral\"",
                "\"left and right\"",
                "[\"right\", \"left\"]",
                "\"bilat\"",
                "\"b/l\"",
                "\"L+R\"",
                "\"R and L\"",
                "\"ambas piernas\"",
                "\"ambos\"",
                "\"los dos\"",
                "\"izquierda y derecha\"",
                "\"izq/dcha\"")) {
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
                  "symptoms": [ { "code": "urine_leak", "status": "maybe", "onset": "perhaps", "onsetDate": "yesterday",
                                  "changeSinceLast": 3, "side": "middle", "extent": "elbow", "severity": 12,
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
    void withNoZoneAtAllTheDayIsToldByTheTimesOwnOffsetElseInUtc() {
        Answer answer = answer(EXAMPLE.replace("Europe/London", "Nowhere"));
        assertThat(answer.urgency()).isEqualTo("emergency_now");
        assertThat(answer.dateUncertain()).isEmpty();
        assertThat(answer.setAside())
                .extracting(SetAside::field)
                .containsExactly("patient.homeTimeZone", "observedTimeZone");
        assertThat(answer.findings().getFirst().because().getFirst().localDay()).isEqualTo("2026-02-05");
        // Told in Kiritimati at two in the morning: its own day is the sixth.
        Answer farEast = answer(EXAMPLE.replace("\"Europe/London\"", "null")
                .replace("\"2026-02-05T18:00:00Z\"", "\"2026-02-06T02:00:00+14:00\""));
        assertThat(farEast.findings().getFirst().because().getFirst().localDay())
                .isEqualTo("2026-02-06");
    }

    @Test
    void aReportMadeAfterTheInstantDoesNotCountYet() {
        Answer answer = answer(
                EXAMPLE.replace("\"receivedAt\": \"2026-02-05T18:01:00Z\",", "").replace("18:06:00Z", "17:06:00Z"));
        assertThat(answer.findings()).isEmpty();
        assertThat(answer.setAside()).extracting(SetAside::field).containsExactly("receivedAt");
    }

    @Test
    void aReportReceivedAfterTheInstantIsNamedAndDoesNotCountYet() {
        Answer answer = answer(EXAMPLE.replace("18:06:00Z", "18:00:30Z"));
        assertThat(answer.findings()).isEmpty();
        assertThat(answer.setAside())
                .containsExactly(
                        new SetAside("r1", "receivedAt", "is after evaluateAt: the report does not count yet"));
        assertThat(answer(EXAMPLE.replace("18:06:00Z", "18:01:00Z")).setAside()).isEmpty();
    }

    @Test
    void listsWithinListsAreReadAndNoSymptomIsNoSign() {
        assertThat(symptom("[\"urine_leak\"]").code()).isEqualTo(SymptomCode.URINE_LEAK);
        Reading.OfReport none = report("""
                { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                  "observedTimeZone": "Europe/London", "symptoms": "none" }""");
        assertThat(none.report().symptoms()).isEmpty();
        assertThat(none.report().unknownCodes()).isEmpty();
        assertThat(none.setAside()).extracting(SetAside::field).containsExactly("symptoms");
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
                .containsExactlyInAnyOrder(
                        "evaluateAt", "parameters.persistenceMinSpanDays", "parameters.colour", "reports");
        assertThat(refusals("{}")).containsExactlyInAnyOrder("evaluateAt", "reports");
        assertThat(refusals(EXAMPLE.replace("\"parameters\": { \"persistenceMinSpanDays\": 5 }", "\"parameters\": 5")))
                .containsExactly("parameters");
    }

    @Test
    void aRedFlagIsAnsweredEvenWhereTheInstantAskedForCannotBeRead() {
        for (String instant :
                List.of("\"1999-12-31T23:59:59Z\"", "\"2200-01-01T00:00:01Z\"", "\"tomorrow\"", "null", "7", "{}")) {
            Answer answer = answer(EXAMPLE.replace("\"2026-02-05T18:06:00Z\"", instant));
            assertThat(answer.urgency()).as(instant).isEqualTo("emergency_now");
            assertThat(answer.setAside())
                    .extracting(SetAside::field)
                    .as(instant)
                    .contains("evaluateAt");
        }
        assertThat(refusals("{\"evaluateAt\": \"tomorrow\", \"reports\": [{\"symptoms\": [\"urine_leak\"]}]}"))
                .containsExactly("evaluateAt");
    }

    @Test
    void anInstantWithoutItsOffsetIsLocalAndADateIsItsWholeDay() {
        assertThat(evaluatedAt("2026-02-05T18:06:00")).isEqualTo("2026-02-05T18:06:00Z");
        assertThat(evaluatedAt("2026-07-05 18:06")).isEqualTo("2026-07-05T17:06:00Z");
        assertThat(evaluatedAt("2026-02-05")).isEqualTo("2026-02-05T23:59:59Z");
        assertThat(evaluatedAt("2026/07/05")).isEqualTo("2026-07-05T22:59:59Z");
    }

    private static Instant evaluatedAt(String written) {
        Reading reading = CaseReader.read(EXAMPLE.replace("2026-02-05T18:06:00Z", written));
        return ((Reading.Read) reading).course().evaluateAt();
    }

    @Test
    void timesAreReadInTheShapesThatMeanOneTimeOnly() {
        for (String time : List.of(
                "2026-02-05T18:00Z",
                "2026-02-05 18:00:00Z",
                "2026-02-05 18:00 UTC",
                "2026/02/05 18:00:00 +00:00",
                "2026-02-05T20:00:00+0200",
                "2026-02-05T18:00:00Z[Europe/London]")) {
            Reading.OfReport read = report("""
                    { "reportId": "r", "kind": "session", "observedTimeZone": "Europe/London", "observedAt": "%s" }""".formatted(time));
            assertThat(read.setAside()).as(time).isEmpty();
            assertThat(read.report().observedAt()).as(time).isEqualTo("2026-02-05T18:00:00Z");
        }
        // The fifth of February or the second of May: nobody knows.
        assertThat(report("""
                { "reportId": "r", "kind": "session", "observedAt": "05/02/2026 18:00" }""").report().timeUnreadable()).isTrue();
    }

    @Test
    void anOnsetOfAMonthOrAYearIsItsLastDay() {
        assertThat(onset("\"2025-11\"")).isEqualTo("2025-11-30");
        assertThat(onset("\"2019\"")).isEqualTo("2019-12-31");
        assertThat(onset("2019")).isEqualTo("2019-12-31");
        assertThat(onset("\"2026/01/30\"")).isEqualTo("2026-01-30");
        assertThat(onset("\"2026-01-30T10:00:00Z\"")).isEqualTo("2026-01-30");
        assertThat(onset("\"last month\"")).isNull();
    }

    private static java.time.LocalDate onset(String written) {
        return symptom("{\"code\": \"urine_leak\", \"status\": \"present\", \"onsetDate\": %s}".formatted(written))
                .onsetDate();
    }

    static Symptom symptom(String json) {
        return report("""
                { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                  "observedTimeZone": "Europe/London", "symptoms": [ %s ] }""".formatted(json)).report().symptoms().getFirst();
    }

    @Test
    void aScoreIsReadOffItsScaleAndAWordIsNoScore() {
        assertThat(painBefore("\"7/10\"")).isEqualTo(7);
        assertThat(painBefore("\"7 out of 10\"")).isEqualTo(7);
        assertThat(painBefore("\"6-7\"")).isEqualTo(7);
        assertThat(painBefore("\"6 to 7/10\"")).isEqualTo(7);
        assertThat(painBefore("\" 4.5 \"")).isEqualTo(4.5);
        assertThat(painBefore("\"9 o 10\"")).isEqualTo(10);
        assertThat(painBefore("\"9 (nine)\"")).isEqualTo(9);
        assertThat(painBefore("[7]")).isEqualTo(7);
        assertThat(painBefore("{\"value\": 7}")).isEqualTo(7);
        for (String none : List.of("\"severe\"", "\"70/100\"", "\"11/10\"", "-1", "11", "[7, 2]", "true")) {
            assertThat(painBefore(none)).as(none).isNull();
        }
        for (String called : List.of("pain", "painNow")) {
            assertThat(report("""
                    { "reportId": "r", "kind": "symptom_check_in", "observedAt": "2026-02-05T18:00:00Z", "%s": 6 }""".formatted(called)).report().pain().before()).isEqualTo(6);
        }
    }

    private static Double painBefore(String written) {
        return report("""
                { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z", "painBefore": %s }""".formatted(written)).report().pain().before();
    }

    @Test
    void aTemperatureNoBodyHasInCelsiusIsFahrenheit() {
        assertThat(temperature("101.5")).isEqualTo(38.6);
        assertThat(temperature("98.6")).isEqualTo(37.0);
        assertThat(temperature("\"100.4 °F\"")).isEqualTo(38.0);
        assertThat(temperature("\"37.2 ºC\"")).isEqualTo(37.2);
        assertThat(temperature("\"38,5 C\"")).isEqualTo(38.5);
        assertThat(temperature("\"38.5\"")).isEqualTo(38.5);
        for (String none : List.of("29", "46", "80", "140", "\"high\"", "[38]")) {
            assertThat(temperature(none)).as(none).isNull();
        }
    }

    private static Double temperature(String written) {
        return symptom("{\"code\": \"fever\", \"status\": \"present\", \"temperatureC\": %s}".formatted(written))
                .temperatureC();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\": \"temperature\", \"status\": \"present\", \"temperatureC\": 39.1}",
                "{\"code\": \"temp\", \"temperatureC\": \"39,1 C\"}",
                "{\"code\": \"body_temperature\", \"status\": \"denied\", \"temperatureC\": 39.1}",
                "{\"code\": \"Temperatura\", \"value\": 39.1}",
                "{\"code\": \"temperature\", \"status\": \"present\", \"temperatureC\": 102.4}",
                "\"temperature: 39.1\""
            })
    void aTemperatureToldAsASignIsAFever(String symptom) {
        Reading.OfReport read = report(of(symptom));

        assertThat(read.report().symptoms())
                .extracting(Symptom::code, Symptom::status, Symptom::temperatureC)
                .containsExactly(org.assertj.core.api.Assertions.tuple(SymptomCode.FEVER, Status.PRESENT, 39.1));
        assertThat(read.report().unknownCodes()).hasSize(1);
        assertThat(read.setAside()).anyMatch(one -> one.why().endsWith("it is read as fever"));
    }

    @Test
    void aTemperatureIsAFeverFrom38OnAndBelowItNeitherIsOneNorDeniesOne() {
        String told = "{\"code\": \"temperature\", \"status\": \"present\", \"temperatureC\": %s}";
        assertThat(report(of(told.formatted("38.0"))).report().symptoms())
                .extracting(Symptom::code)
                .containsExactly(SymptomCode.FEVER);
        Reading.OfReport below = report(of(told.formatted("37.9")));
        assertThat(below.report().symptoms()).isEmpty();
        assertThat(below.report().unknownCodes()).containsExactly("temperature");
        assertThat(below.setAside()).extracting(SetAside::field).contains("symptoms[0].code");
    }

    @Test
    void aTemperatureWithoutDegreesIsNeverCalmed() {
        for (String told : List.of(
                "{\"code\": \"temperature\", \"status\": \"present\"}",
                "{\"code\": \"temperature\", \"status\": \"present\", \"temperatureC\": \"high\"}")) {
            assertThat(report(of(told)).report().signUnread()).as(told).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "toes, FOOT",
        "heel, FOOT",
        "calf, BELOW_KNEE",
        "shin, BELOW_KNEE",
        "ankle, BELOW_KNEE",
        "down to the foot, FOOT",
        "elbow,"
    })
    void howFarASignReachesIsReadInOtherWordsAndNamed(String written, @Nullable Extent extent) {
        Reading.OfReport read = report(
                of("{\"code\": \"leg_numbness\", \"status\": \"present\", \"extent\": \"%s\"}".formatted(written)));

        assertThat(read.report().symptoms().getFirst().extent()).isEqualTo(extent);
        assertThat(read.setAside()).extracting(SetAside::field).contains("symptoms[0].extent");
    }

    @Test
    void howFarASignReachesInAWordOfOursIsNotNamed() {
        assertThat(report(of("{\"code\": \"leg_numbness\", \"status\": \"present\", \"extent\": \"Below knee\"}"))
                        .setAside())
                .extracting(SetAside::field)
                .doesNotContain("symptoms[0].extent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"metastatic breast cancer", "heroin injection", "steroids", "canser_history"})
    void aRiskReadFromTheWritersOwnWordsIsNamed(String written) throws Exception {
        Reading.OfPatient read = CaseReader.patient(JSON.readTree("{\"riskFactors\": [\"%s\"]}".formatted(written)));

        RiskFactor risk = read.patient().riskFactors().iterator().next();
        assertThat(read.setAside())
                .contains(new SetAside(
                        "",
                        "patient.riskFactors",
                        "is no risk factor of ours; it is read as " + risk.word() + ": " + written));
    }

    @Test
    void aRiskInAWordOfOursIsNotNamed() throws Exception {
        assertThat(CaseReader.patient(JSON.readTree("{\"riskFactors\": [\"Cancer History\"]}"))
                        .setAside())
                .noneMatch(one -> one.field().equals("patient.riskFactors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short course of steroids last year", "steroid injection in 2019", "steroid cream"})
    void steroidsThatAreNotLongTermAreNamedAndNeverCalm(String written) throws Exception {
        Reading.OfPatient read = CaseReader.patient(JSON.readTree("{\"riskFactors\": [\"%s\"]}".formatted(written)));

        assertThat(read.patient().riskFactors()).isEmpty();
        assertThat(read.patient().factsUnread()).isTrue();
        assertThat(read.setAside())
                .contains(new SetAside("", "patient.riskFactors", "is no risk factor we know: " + written));
    }

    @ParameterizedTest
    @CsvSource({
        "stress incontinence, STRESS_URINARY_INCONTINENCE",
        "BPH, BENIGN_PROSTATE_ENLARGEMENT",
        "left lumbar radiculopathy, LUMBAR_RADICULOPATHY_LEFT"
    })
    void aConditionUnderOneOfItsFewOtherNamesCoversAndIsNamed(String written, Condition condition) throws Exception {
        for (String shape : List.of("\"%s\"", "{\"code\": \"%s\"}")) {
            Reading.OfPatient read =
                    CaseReader.patient(JSON.readTree("{\"baselineConditions\": [" + shape.formatted(written) + "]}"));
            assertThat(read.patient().baselineConditions())
                    .extracting(BaselineCondition::condition)
                    .containsExactly(condition);
            assertThat(read.setAside())
                    .extracting(SetAside::why)
                    .contains("is another name of " + condition.word() + "; it covers what that covers");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"leaky bladder", "stres incontinence", "known incontinence", "bladder weakness"})
    void aConditionInAnyOtherWordsCoversNothingAndIsNamed(String written) throws Exception {
        Reading.OfPatient read = CaseReader.patient(
                JSON.readTree("{\"baselineConditions\": [{\"code\": \"%s\", \"stable\": true}]}".formatted(written)));

        assertThat(read.patient().baselineConditions()).isEmpty();
        assertThat(read.setAside()).extracting(SetAside::field).contains("patient.baselineConditions[0].code");
    }

    @Test
    void aFeverThatWasMeasuredIsNotDenied() {
        assertThat(symptom("{\"code\": \"fever\", \"status\": \"denied\", \"temperatureC\": 38.0}")
                        .status())
                .isEqualTo(Status.PRESENT);
        assertThat(symptom("{\"code\": \"fever\", \"status\": \"denied\", \"temperatureC\": 37.9}")
                        .status())
                .isEqualTo(Status.DENIED);
    }

    @Test
    void plainWordsOfTheClinicAreRead() {
        Symptom read = symptom("""
                {"code": "legWeakness", "status": "positive", "onset": "long-standing", "changeSinceLast": "Worsening",
                 "side": "left leg", "extent": "below the knee", "severity": "5/10", "assessedByClinician": "yes"}""");
        assertThat(read.code()).isEqualTo(SymptomCode.LEG_WEAKNESS);
        assertThat(read.status()).isEqualTo(Status.PRESENT);
        assertThat(read.onset()).isEqualTo(Onset.EXISTING);
        assertThat(read.changeSinceLast()).isEqualTo(Change.WORSE);
        assertThat(read.side()).isEqualTo(Side.LEFT);
        assertThat(read.extent()).isEqualTo(Extent.BELOW_KNEE);
        assertThat(read.severity()).isEqualTo(5);
        assertThat(read.assessedByClinician()).isTrue();
        for (String denied : List.of("negative", "No", "not present", "denies", "false", "0", "denied since Monday")) {
            assertThat(symptom("{\"code\": \"fever\", \"status\": \"%s\"}".formatted(denied))
                            .status())
                    .as(denied)
                    .isEqualTo(Status.DENIED);
        }
    }

    @Test
    void anotherNameOfASignAlarmsAndNeverCalms() {
        Reading.OfReport present = report("""
                { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                  "symptoms": [ { "code": "Saddle Anaesthesia", "status": "present" } ] }""");
        assertThat(present.report().symptoms()).extracting(Symptom::code).containsExactly(SymptomCode.SADDLE_NUMBNESS);
        assertThat(present.report().unknownCodes()).containsExactly("Saddle Anaesthesia");
        assertThat(present.setAside()).extracting(SetAside::field).contains("symptoms[0].code");
        Reading.OfReport denied = report("""
                { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                  "symptoms": [ { "code": "Saddle Anaesthesia", "status": "denied" } ] }""");
        assertThat(denied.report().symptoms()).isEmpty();
        assertThat(denied.report().unknownCodes()).containsExactly("Saddle Anaesthesia");
    }

    static String of(String symptom) {
        return "{\"reportId\": \"r\", \"observedAt\": \"2026-02-05T18:00:00Z\", \"symptoms\": [" + symptom + "]}";
    }

    @Test
    void twoSignsInOneTextAreTwo() {
        assertThat(report(of("\"saddle numbness and leaking urine\"")).report().symptoms())
                .extracting(Symptom::code)
                .containsExactly(SymptomCode.SADDLE_NUMBNESS, SymptomCode.URINE_LEAK);
        assertThat(report(of("\"numbness and weakness in the left leg\""))
                        .report()
                        .symptoms())
                .hasSize(1);
    }

    @Test
    void lettersOfAnotherWidthAreTheSameLetters() {
        assertThat(symptom("{\"code\": \"ｕｒｉｎｅ＿ｌｅａｋ\", \"status\": \"ｐｒｅｓｅｎｔ\"}")
                        .code())
                .isEqualTo(SymptomCode.URINE_LEAK);
        assertThat(Phrases.sign("ｗｅａｋ legs", false)).isNotNull();
    }

    @Test
    void symptomsMayBeListedUnderWhatIsSaidOfThem() {
        Reading.OfReport read = report("""
                { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                  "symptoms": { "present": ["urine_leak", {"code": "leg_tingling", "side": "left"}], "denied": ["fever"] } }""");
        assertThat(read.report().symptoms())
                .extracting(Symptom::code, Symptom::status)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(SymptomCode.URINE_LEAK, Status.PRESENT),
                        org.assertj.core.api.Assertions.tuple(SymptomCode.LEG_TINGLING, Status.PRESENT),
                        org.assertj.core.api.Assertions.tuple(SymptomCode.FEVER, Status.DENIED));
        assertThat(read.setAside()).extracting(SetAside::field).containsExactly("observedTimeZone");
    }

    @Test
    void aSlipOfThePenAlarmsAndNeverCalms() {
        assertThat(symptom("{\"code\": \"sadle_numbness\", \"status\": \"present\"}")
                        .code())
                .isEqualTo(SymptomCode.SADDLE_NUMBNESS);
        assertThat(signs("{\"code\": \"sadle_numbness\", \"status\": \"denied\"}"))
                .isEmpty();
        assertThat(signs("{\"code\": \"no leg weakness\", \"status\": \"present\"}"))
                .isEmpty();
    }

    @Test
    void aSignInThePatientsWordsIsReadWithItsSideAndHowFarItReaches() {
        Symptom weak = symptom("{\"code\": \"weakness in both legs\", \"status\": \"present\"}");
        assertThat(weak.code()).isEqualTo(SymptomCode.LEG_WEAKNESS);
        assertThat(weak.side()).isEqualTo(Side.BOTH);
        Symptom numb = symptom("{\"code\": \"numbness in left foot\", \"status\": \"present\"}");
        assertThat(numb.code()).isEqualTo(SymptomCode.LEG_NUMBNESS);
        assertThat(numb.side()).isEqualTo(Side.LEFT);
        assertThat(numb.extent()).isEqualTo(Extent.FOOT);
        Symptom said = symptom(
                "{\"code\": \"numbness in left foot\", \"status\": \"present\", \"side\": \"right\", \"extent\": \"thigh\"}");
        assertThat(said.side()).isEqualTo(Side.RIGHT);
        assertThat(said.extent()).isEqualTo(Extent.THIGH);
        assertThat(symptom("{\"code\": \"leg_pain\", \"status\": \"present\", \"extent\": \"down to the foot\"}")
                        .extent())
                .isEqualTo(Extent.FOOT);
    }

    @Test
    void bareNumbnessIsThatOfALegWhereASideOrAnExtentIsTold() {
        assertThat(signs("{\"code\": \"pins and needles\", \"status\": \"present\", \"side\": \"right\"}"))
                .containsExactly(SymptomCode.LEG_TINGLING);
        assertThat(signs("{\"code\": \"numbness\", \"status\": \"present\", \"extent\": \"foot\"}"))
                .containsExactly(SymptomCode.LEG_NUMBNESS);
        assertThat(signs("{\"code\": \"numbness\", \"status\": \"present\"}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"urine_leak: present\"",
                "\"urine_leak = yes\"",
                "{\"code\": \"urine_leak\", \"value\": true}",
                "{\"code\": \"urine_leak\", \"answer\": \"y\"}",
                "{\"code\": {\"coding\": [{\"code\": \"urine_leak\"}]}, \"status\": \"confirmed\"}",
                "{\"code\": {\"coding\": [{\"code\": \"165232002\", \"display\": \"Urine leakage\"}]}, \"value\": true}",
                "{\"code\": {\"text\": \"urine leakage\"}, \"status\": \"present\"}",
                "{\"sign\": \"urine_leak\", \"status\": \"present\"}"
            })
    void aSignIsFoundWhereverItsCodeAndItsAnswerStand(String symptom) {
        assertThat(signs(symptom)).containsExactly(SymptomCode.URINE_LEAK);
    }

    @Test
    void aDenialInOneTextIsADenial() {
        assertThat(symptom("\"fever: denied\"").status()).isEqualTo(Status.DENIED);
        assertThat(symptom("{\"code\": \"fever\", \"value\": false}").status()).isEqualTo(Status.DENIED);
        assertThat(signs("{\"code\": \"fever\", \"status\": \"none\"}")).isEmpty();
    }

    @Test
    void signsUnderAFieldOfTheWritersOwnAreReadOrNamed() {
        Reading.OfReport flags = report("""
                { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                  "observedTimeZone": "Europe/London", "redFlags": ["urine_leak", "saddle anaesthesia"] }""");
        assertThat(flags.report().symptoms())
                .extracting(Symptom::code)
                .containsExactly(SymptomCode.URINE_LEAK, SymptomCode.SADDLE_NUMBNESS);
        for (String value :
                List.of("[\"urine_leak\"]", "{\"urine_leak\": false}", "\"urine_leak\"", "[\"numb bottom\"]")) {
            Reading.OfReport named = report("""
                    { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                      "observedTimeZone": "Europe/London", "ruledOut": %s }""".formatted(value));
            assertThat(named.report().symptoms()).as(value).isEmpty();
            assertThat(named.report().unknownCodes()).as(value).containsExactly("ruledOut");
            assertThat(named.setAside()).extracting(SetAside::field).as(value).containsExactly("ruledOut");
        }
        assertThat(report("""
                { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z", "mood": "fine",
                  "observedTimeZone": "Europe/London", "device": { "os": ["x"] } }""").report().unknownCodes()).isEmpty();
    }

    @Test
    void aTemperatureWithTheReportIsAFever() {
        String report = """
                { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                  "observedTimeZone": "Europe/London", "temperatureC": %s, "symptoms": [%s] }""";
        assertThat(report(report.formatted("38.0", "")).report().symptoms())
                .extracting(Symptom::code, Symptom::temperatureC)
                .containsExactly(org.assertj.core.api.Assertions.tuple(SymptomCode.FEVER, 38.0));
        assertThat(report(report.formatted("37.9", "")).report().symptoms()).isEmpty();
        assertThat(report(report.formatted("39", "{\"code\": \"fever\", \"temperatureC\": 37}"))
                        .report()
                        .symptoms())
                .extracting(Symptom::temperatureC)
                .containsExactly(37.0);
    }

    @Test
    void aRiskAmongTheConditionsCounts() {
        Patient patient = patient("{\"baselineConditions\": [{\"code\": \"metastatic breast carcinoma\"}]}");

        assertThat(patient.riskFactors()).containsExactly(RiskFactor.CANCER_HISTORY);
        assertThat(patient.factsUnread()).isFalse();
    }

    @Test
    void signsBesideTheReportsCountAsTold() {
        String signs = "\"symptoms\": [\"urine_leak\"], ";
        assertThat(answer("{" + signs + "\"evaluateAt\": \"2026-02-05T18:06:00Z\"}")
                        .urgency())
                .isEqualTo("emergency_now");
        assertThat(answer(EXAMPLE.replace("urine_cannot_start", "fever").replace("\"id\"", signs + "\"id\""))
                        .findings())
                .extracting(Answer.Found::rule)
                .contains("ces-bladder");
    }

    @Test
    void anIdThatIsTakenHidesNoSign() {
        String two = """
                { "evaluateAt": "2026-02-05T18:06:00Z", "reports": [
                  { "reportId": "r1", "kind": "session", "observedAt": "2026-02-05T17:00:00Z", "painBefore": 2,
                    "symptoms": { "denied": ["urine_leak"] } },
                  { "reportId": "r1", "kind": "session", "observedAt": "2026-02-05T18:00:00Z", "painBefore": 9,
                    "symptoms": { %s } } ] }""";
        Answer present = answer(two.formatted("\"present\": [\"urine_leak\"]"));
        assertThat(present.urgency()).isEqualTo("emergency_now");
        assertThat(present.findings().getFirst().because().getFirst().reportId())
                .isEqualTo("r1 again");
        Reading denied = CaseReader.read(two.formatted("\"denied\": [\"fever\"]"));
        assertThat(((Reading.Read) denied).course().reports()).hasSize(2);
    }

    @Test
    void theSameReportTwiceIsNoSecondSign() {
        String report = EXAMPLE.substring(EXAMPLE.indexOf("[ { \"reportId\"") + 1, EXAMPLE.lastIndexOf("] }"));
        Reading twice = CaseReader.read(EXAMPLE.replace(report, report + "," + report));
        assertThat(((Reading.Read) twice).course().reports()).hasSize(2);
    }

    @Test
    void aYearTooFarIsASlipAndAReportOfTomorrowIsNot() {
        String unsaid = EXAMPLE.replace("\"receivedAt\": \"2026-02-05T18:01:00Z\",", "");
        Answer slip = answer(unsaid.replace("\"2026-02-05T18:00:00Z\"", "\"2027-02-05T18:00:00Z\""));
        assertThat(slip.urgency()).isEqualTo("emergency_now");
        assertThat(slip.dateUncertain()).containsExactly("r1");
        assertThat(slip.setAside()).extracting(SetAside::field).containsExactly("observedAt");
        assertThat(answer(unsaid.replace("\"2026-02-05T18:00:00Z\"", "\"2026-08-04T18:00:00Z\""))
                        .findings())
                .isEmpty();
        assertThat(answer(EXAMPLE.replace("2026-02-05T18:00:00Z", "2027-02-05T18:00:00Z")
                                .replace("2026-02-05T18:01:00Z", "2027-02-05T18:01:00Z"))
                        .findings())
                .isEmpty();
    }

    @Test
    void namesOfFieldsAreReadHoweverTheyAreJoined() {
        Answer answer = answer("""
                { "Patient": { "age_years": 41, "risk-factors": ["cancer_history"] }, "evaluate_at": "2026-02-05T18:06:00Z",
                  "REPORTS": [ { "report_id": "r1", "Observed At": "2026-02-05T18:00:00Z", "pain_before": 3,
                                 "Symptoms": [ { "Code": "urine_leak", "Status": "present" } ] } ] }""");
        assertThat(answer.findings()).extracting(Answer.Found::rule).contains("ces-bladder", "cancer-neuro");
        assertThat(answer.findings().getFirst().because().getFirst().reportId()).isEqualTo("r1");
    }

    @Test
    void whereTwoFieldsMeanOneOursCounts() {
        assertThat(answer(EXAMPLE.replace(
                                "\"evaluateAt\"", "\"evaluate_at\": \"2020-01-01T00:00:00Z\", \"evaluateAt\""))
                        .urgency())
                .isEqualTo("emergency_now");
    }

    @Test
    void anAgeIsToldInWordsOrByADateOfBirth() {
        assertThat(patient("{\"ageYears\": \"82 years\"}").ageYears()).isEqualTo(82);
        assertThat(patient("{\"age\": \"82yo\"}").ageYears()).isEqualTo(82);
        assertThat(patient("{\"age\": \"8 weeks\"}").ageYears()).isNull();
        assertThat(patient("{\"age\": \"182 years\"}").ageYears()).isNull();
        assertThat(patient("{\"ageYears\": 130}").ageYears()).isNull();
        assertThat(patient("{\"ageYears\": 130}").factsUnread()).isTrue();
        assertThat(patient("{\"ageYears\": 103}").ageYears()).isEqualTo(103);
        assertThat(patient("{\"birthDate\": \"1944-05-01\"}").ageYears()).isNull();
        assertThat(patient("{\"ageYears\": \"seventy-two\"}").ageYears()).isEqualTo(72);
        assertThat(patient("{\"ageYears\": \"setenta y dos\"}").ageYears()).isEqualTo(72);
        assertThat(patient("{\"ageYears\": \"late sixties\"}").ageYears()).isEqualTo(68);
        assertThat(patient("{\"ageYears\": \"in her 70s\"}").ageYears()).isEqualTo(75);
        assertThat(patient("{\"ageYears\": \"elderly\"}").ageYears()).isEqualTo(65);
        assertThat(patient("{\"ageYears\": \"over 70\"}").ageYears()).isEqualTo(70);
        assertThat(ageTold("1948")).isEqualTo(78);
        assertThat(patient("{\"ageYears\": \"old enough\"}").ageYears()).isNull();
        assertThat(ageBorn("1985-02-05")).isEqualTo(41);
        assertThat(ageBorn("1985-02-06")).isEqualTo(40);
        assertThat(ageBorn("2031-01-01")).isNull();
        assertThat(((Reading.Read) CaseReader.read(EXAMPLE.replace("\"ageYears\": 41", "\"birth_year\": 1948")))
                        .course()
                        .patient()
                        .ageYears())
                .isEqualTo(78);
    }

    private static Integer ageTold(String age) {
        Reading reading = CaseReader.read(EXAMPLE.replace("\"ageYears\": 41", "\"ageYears\": " + age));
        return ((Reading.Read) reading).course().patient().ageYears();
    }

    private static Integer ageBorn(String date) {
        Reading reading =
                CaseReader.read(EXAMPLE.replace("\"ageYears\": 41", "\"dateOfBirth\": \"%s\"".formatted(date)));
        return ((Reading.Read) reading).course().patient().ageYears();
    }

    @Test
    void aRiskCountsWhereverItIsToldAndNotWhereItIsSomebodyElses() {
        for (String told : List.of(
                "\"riskFactors\": [\"history of breast cancer\"]",
                "\"riskFactors\": [\"canser_history\"]",
                "\"medicalHistory\": [\"prostate carcinoma 2019\"]",
                "\"pastMedicalHistory\": \"hypertension; lymphoma\"")) {
            assertThat(patient("{" + told + "}").riskFactors())
                    .as(told)
                    .containsExactly(care.sacrum.triage.rules.RiskFactor.CANCER_HISTORY);
        }
        for (String told : List.of("family history of cancer", "no cancer history", "mother had breast cancer")) {
            assertThat(patient("{\"riskFactors\": [\"%s\"]}".formatted(told)).riskFactors())
                    .as(told)
                    .isEmpty();
        }
    }

    @Test
    void reportsUnderTheirIdsAndDatedOtherwiseAreRead() {
        Reading reading = CaseReader.read("""
                { "evaluateAt": "2026-02-05T18:06:00Z", "patient": { "homeTimeZone": "Europe/London" }, "reports": {
                    "r1": { "date": "2026-02-04", "painBefore": "four" },
                    "r2": { "timestamp": "2026-02-05T18:00:00Z", "painBefore": "about 8/10, severe" } } }""");
        List<Report> reports = ((Reading.Read) reading).course().reports();
        assertThat(reports).extracting(Report::reportId).containsExactly("r1", "r2");
        assertThat(reports)
                .extracting(Report::observedAt)
                .containsExactly(Instant.parse("2026-02-04T00:00:00Z"), Instant.parse("2026-02-05T18:00:00Z"));
        assertThat(reports).extracting(one -> one.pain().before()).containsExactly(4.0, 8.0);
    }

    @Test
    void aNumberThatIsNoScoreIsNone() {
        for (String none : List.of("\"8 days\"", "\"3 weeks\"", "\"80%\"", "\"2 out of 5\"", "\"-8\"", "\"12\"")) {
            assertThat(painBefore(none)).as(none).isNull();
        }
        for (String nine :
                List.of("\"9+\"", "\"VAS 9/10\"", "\"nine\"", "\"9 out of 10 at worst\"", "\"9!\"", "\"~9\"")) {
            assertThat(painBefore(nine)).as(nine).isEqualTo(9);
        }
    }

    @Test
    void aRefusalSaysWhatToDo() {
        assertThat(refused("[]"))
                .containsExactly("is not a JSON object: send one with patient, evaluateAt and reports");
        assertThat(refused("{\"evaluateAt\": \"2026-02-05T18:06:00Z\"}"))
                .containsExactly("is not a list of reports: give one, if need be empty, as [ ]");
        assertThat(refused("{\"reports\": []}"))
                .containsExactly(
                        "is not a time such as 2026-02-05T18:06:00Z, and no report has one that could stand in");
        assertThat(refused("{\"evaluateAt\": \"2026-02-05T18:06:00Z\", \"reports\": [],"
                        + " \"parameters\": {\"persistenceMinSpanDays\": \"many\"}}"))
                .containsExactly("must be a whole number from 3 to 14");
    }

    private static List<String> refused(String document) {
        return ((Reading.Refused) CaseReader.read(document))
                .refusals().stream().map(Refusal::why).toList();
    }

    private static List<SymptomCode> signs(String json) {
        return report("""
                { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z",
                  "observedTimeZone": "Europe/London", "symptoms": [ %s ] }""".formatted(json)).report().symptoms().stream()
                .map(Symptom::code)
                .toList();
    }

    @Test
    void nobodyLooksAfterThePatientWhereTheListSaysNone() {
        for (String none : List.of("[\"none\"]", "\"None\"", "[\"\"]", "[\"n/a\"]", "[]", "null")) {
            assertThat(patient("{\"alreadyUnderCareOf\": %s}".formatted(none)).alreadyUnderCareOf())
                    .as(none)
                    .isEmpty();
        }
        assertThat(patient("{\"alreadyUnderCareOf\": \"GP, physio\"}").alreadyUnderCareOf())
                .containsExactlyInAnyOrder("GP", "physio");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"nadie\"",
                "\"-\"",
                "\"waiting list for physio\"",
                "\"discharged from physio\"",
                "\"my mum\"",
                "\"not yet seen\"",
                "\"YouTube\"",
                "\"physician: no\"",
                "{\"code\": \"physician\", \"status\": \"denied\"}"
            })
    void whoIsStillToBeSeenOrOnlyOfTheFamilyLooksAfterNobody(String who) {
        assertThat(patient("{\"alreadyUnderCareOf\": [%s]}".formatted(who)).alreadyUnderCareOf())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"code\": \"cancer_history\", \"status\": \"denied\"}]",
                "[{\"code\": \"cancer_history\", \"status\": \"absent\"}]",
                "[{\"code\": \"cancer_history\", \"present\": false}]",
                "[{\"code\": \"cancer_history\", \"value\": \"no\"}]",
                "[\"cancer_history=false\", \"pregnancy: no\"]",
                "[\"Cancer (zodiac)\", \"embarazo (negativo)\", \"trying for pregnancy\"]"
            })
    void aRiskThatIsDeniedIsNone(String risks) {
        Patient patient = patient("{\"riskFactors\": %s}".formatted(risks));

        assertThat(patient.riskFactors()).isEmpty();
        assertThat(patient.factsUnread()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adenocarcinoma",
                "Non-small cell lung cancer",
                "mesothelioma",
                "glioblastoma",
                "CLL",
                "DLBCL",
                "not cancer free",
                "no longer in remission from cancer",
                "no cancer since 2015",
                "radiotherapy 2020"
            })
    void aCancerCountsUnderItsOwnNameToo(String written) {
        assertThat(patient("{\"riskFactors\": [\"%s\"]}".formatted(written)).riskFactors())
                .contains(care.sacrum.triage.rules.RiskFactor.CANCER_HISTORY);
    }

    @Test
    void aReportIsReadUnderSpanishNamesToo() {
        String spanish =
                EXAMPLE.replace("\"code\"", "\"código\"").replace("\"status\": \"present\"", "\"estado\": \"sí\"");

        assertThat(answer(spanish).findings()).extracting(Answer.Found::rule).contains("ces-bladder");
    }

    @Test
    void ofTwoSignsInOnePhraseBothCountAndAFeverHasNoSide() {
        assertThat(signs("\"fever and feeling awful\""))
                .containsExactly(SymptomCode.FEVER, SymptomCode.FEELING_VERY_UNWELL);
        assertThat(signs("{\"code\": \"me siento fatal y con fiebre\"}"))
                .containsExactly(SymptomCode.FEELING_VERY_UNWELL, SymptomCode.FEVER);
        assertThat(signs("{\"code\": \"high temp, can't feel my legs\"}"))
                .containsExactly(SymptomCode.FEVER, SymptomCode.LEG_NUMBNESS);
        assertThat(symptom("{\"code\": \"fever in both legs\"}").side()).isNull();
        assertThat(report(of("{\"code\": \"fever and blotchy\"}")).report().signUnread())
                .isTrue();
        assertThat(report(of("{\"code\": \"fiebre de 38,5\"}")).report().signUnread())
                .isFalse();
    }

    @Test
    void riskFactorsAreReadHoweverTheyAreListed() {
        for (String risks : List.of(
                "[\"cancer_history\"]",
                "\"Cancer History\"",
                "[\"breast cancer\", \"none\"]",
                "{\"cancerHistory\": true, \"osteoporosis\": false}",
                "[{\"code\": \"cancer_history\"}]")) {
            assertThat(patient("{\"riskFactors\": %s}".formatted(risks)).riskFactors())
                    .as(risks)
                    .containsExactly(care.sacrum.triage.rules.RiskFactor.CANCER_HISTORY);
        }
    }

    private static Patient patient(String json) {
        try {
            return CaseReader.patient(JSON.readTree(json)).patient();
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
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

    static Answer answer(String document) {
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

    static Reading.OfReport report(String json) {
        try {
            return CaseReader.report(
                    JSON.readTree(json), ZoneId.of("America/Bogota"), Instant.parse("2026-02-05T18:05:00Z"));
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
