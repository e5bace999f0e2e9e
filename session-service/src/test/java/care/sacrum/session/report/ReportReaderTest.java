package care.sacrum.session.report;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.Contracts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-22T12:00:00Z");
    private static final String WHEN = "\"observedAt\": \"2026-02-05T18:00:00Z\", \"observedTimeZone\": \"UTC\", ";
    private static final String SYMPTOMS = WHEN + "\"symptoms\": ";

    @ParameterizedTest
    @CsvSource({
        // Midnight, to either side.
        "2026-02-05T23:59:59Z, Europe/London, 2026-02-05",
        "2026-02-06T00:00:00Z, Europe/London, 2026-02-06",
        "2026-02-05T23:59:59Z, Asia/Kolkata, 2026-02-06",
        "2026-02-05T02:00:00Z, America/Los_Angeles, 2026-02-04",
        // The offset of the text says when; the zone says which day.
        "2026-02-05T23:30:00-08:00, Asia/Tokyo, 2026-02-06",
        // The clocks go forward in London, and back.
        "2026-03-28T23:59:59Z, Europe/London, 2026-03-28",
        "2026-03-29T22:59:59Z, Europe/London, 2026-03-29",
        "2026-03-29T23:00:00Z, Europe/London, 2026-03-30",
        "2026-10-24T23:00:00Z, Europe/London, 2026-10-25",
        "2026-10-25T23:59:59Z, Europe/London, 2026-10-25",
        "2026-10-26T00:00:00Z, Europe/London, 2026-10-26",
        // Far from Greenwich.
        "2026-02-05T09:59:59Z, Pacific/Kiritimati, 2026-02-05",
        "2026-02-05T10:00:00Z, Pacific/Kiritimati, 2026-02-06",
        "2026-02-05T11:29:00Z, Pacific/Marquesas, 2026-02-05"
    })
    void theLocalDayIsTheCivilDateWhereThePatientWas(String observedAt, String zone, String day) {
        assertThat(read("\"observedAt\": \"%s\", \"observedTimeZone\": \"%s\"".formatted(observedAt, zone))
                        .localDay())
                .hasToString(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "2026-02-05T18:00:00+0000"                | 2026-02-05T18:00:00Z
                    "2026-02-05T18:00:00+01"                  | 2026-02-05T17:00:00Z
                    "2026-02-05T18:00:00+00:00[Europe/London]" | 2026-02-05T18:00:00Z
                    "2026-02-05T18:00:00,123Z"                | 2026-02-05T18:00:00.123Z
                    "2026-02-05 18:00:00Z"                    | 2026-02-05T18:00:00Z
                    "2026-02-05 18:00:00 +0100"               | 2026-02-05T17:00:00Z
                    " 2026-02-05t18:00z "                     | 2026-02-05T18:00:00Z
                    1770314400                                | 2026-02-05T18:00:00Z
                    "1770314400"                              | 2026-02-05T18:00:00Z
                    1770314400123                             | 2026-02-05T18:00:00.123Z""")
    void aTimeIsReadHoweverDevicesSpellIt(String observedAt, Instant observed) {
        var report = read("\"observedTimeZone\": \"Europe/London\", \"observedAt\": " + observedAt);

        assertThat(report.observed()).isEqualTo(observed);
        assertThat(report.content().path("observedAt").asText()).isEqualTo(observed.toString());
        assertThat(report.content().path("setAside")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-05T18:00:00", "2026-02-05 18:00", "2026-02-05T18:00:00,5"})
    void aTimeWithoutItsOffsetIsReadWhereThePatientWasAndNamed(String observedAt) {
        var report = read("\"observedTimeZone\": \"Asia/Kolkata\", \"observedAt\": \"" + observedAt + "\"");

        assertThat(report.observed()).isBetween("2026-02-05T12:30:00Z", "2026-02-05T12:30:01Z");
        assertThat(report.localDay()).hasToString("2026-02-05");
        assertThat(report.content().path("setAside").findValuesAsText("field")).containsExactly("observedAt");
    }

    @ParameterizedTest
    @CsvSource({"europe/london, Europe/London", "' Asia/Kolkata ', Asia/Kolkata", "utc, UTC"})
    void aZoneIsReadWhateverTheSizeOfItsLetters(String written, String zone) {
        var content = read("\"observedAt\": \"2026-02-05T18:00:00Z\", \"observedTimeZone\": \"" + written + "\"")
                .content();

        assertThat(content.path("observedTimeZone").asText()).isEqualTo(zone);
        assertThat(content.path("setAside")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT2M, PT0S", "PT2M1S, PT2M1S", "-PT2M, PT0S", "-PT2M1S, -PT2M1S", "P30D, P30D"})
    void aClockIsPutRightWhenItIsOffByMoreThanTwoMinutes(String late, String moved) {
        var sentAt = RECEIVED.minus(Duration.parse(late.replace("P30D", "PT720H")));
        var observedAt = sentAt.minus(Duration.ofMinutes(5));

        var report = read("\"observedAt\": \"%s\", \"observedTimeZone\": \"UTC\", \"sentAt\": \"%s\""
                .formatted(observedAt, sentAt));

        assertThat(report.observed()).isEqualTo(observedAt.plus(Duration.parse(moved.replace("P30D", "PT720H"))));
        assertThat(report.content().path("observedAt").asText()).isEqualTo(observedAt.toString());
    }

    @ParameterizedTest
    @CsvSource({"PT10M, false", "PT10M1S, true", "-PT9600H, false", "-PT9600H1S, true"})
    void aTimeIsUncertainTenMinutesAheadOrFourHundredDaysBehind(String ahead, boolean uncertain) {
        assertThat(Timing.of(RECEIVED.plus(Duration.parse(ahead)), null, RECEIVED)
                        .uncertain())
                .isEqualTo(uncertain);
    }

    @Test
    void wordsAreReadAsPeopleWriteThem() {
        var content = read("""
                        "observedAt": "2026-02-05T18:00:00Z", "observedTimeZone": "UTC", "painRegion": "Low back",
                        "symptoms": [{"code": "Leg-Pain", "status": "PRESENT", "side": " left "}]""").content();

        assertThat(content.path("painRegion").asText()).isEqualTo("low_back");
        assertThat(content.path("symptoms").path(0).toString())
                .isEqualTo("{\"code\":\"leg_pain\",\"status\":\"present\",\"side\":\"left\"}");
        assertThat(content.path("setAside")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [{"code": "urine_leak"}]                                       | symptoms[0].status
                    [{"code": "urine_leak", "status": null, "onset": "new"}]       | symptoms[0].status
                    [{"code": "urine_leak", "status": "perhaps"}]                  | symptoms[0].status
                    [{"code": "urine_leak", "status": "no?"}]                      | symptoms[0].status
                    [{"code": "urine_leak", "status": "no, but"}]                  | symptoms[0].status
                    [{"code": "urine_leak", "status": 7}]                          | symptoms[0].status
                    [{"code": "urine_leak", "status": {"a": "denied"}}]            | symptoms[0].status
                    [" Urine-Leak "]                                               | symptoms[0].status
                    "urine leak"                                                   | symptoms[0].status
                    {"code": "URINE_LEAK"}                                         | symptoms[0].status
                    {"symptom": "urine_leak"}                                      | symptoms[0].status
                    {"name": "urine leak", "onset": "new"}                         | symptoms[0].status
                    {"Urine-Leak": {"onset": "new"}}                               | symptoms.urine_leak.status
                    {"urine_leak": 1}                                              | symptoms.urine_leak.status
                    [{"urine_leak": "since monday"}] | symptoms[0].urine_leak.status
                    [{"code": "urine_leak", "status": "1"}]                        | symptoms[0].status
                    {"urine_leak": ["left", "right"]}                              | symptoms.urine_leak.status""")
    void aSymptomWhoseStatusCannotBeReadCountsAsPresentAndIsNamed(String symptoms, String named) {
        var content = symptoms(symptoms);

        assertThat(Receipt.presentCodes((ObjectNode) content)).containsExactly("urine_leak");
        assertThat(content.path("setAside")).hasSize(1);
        assertThat(content.at("/setAside/0/field").asText()).isEqualTo(named);
        assertThat(content.at("/setAside/0/why").asText()).isEqualTo("cannot be read; the symptom counts as present");
    }

    @ParameterizedTest
    @CsvSource({
        "side, ambas, both",
        "side, las dos, both",
        "side, izquierda, left",
        "side, left leg, left",
        "changeSinceLast, peor, worse",
        "changeSinceLast, much worse, worse",
        "changeSinceLast, sin cambios, same"
    })
    void aSideAndAChangeAreReadAsTriageReadsThem(String field, String written, String read) {
        var content = symptoms(
                "[{\"code\": \"leg_weakness\", \"status\": \"present\", \"%s\": \"%s\"}]".formatted(field, written));

        assertThat(content.path("symptoms").path(0).path(field).asText()).isEqualTo(read);
        assertThat(content.path("setAside")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [{"code": "urine_leak", "status": "yes"}]             | present
                    [{"code": "urine_leak", "status": true}]              | present
                    [{"code": "urine_leak", "status": " Present "}]       | present
                    {"code": "urine_leak", "status": "present"}           | present
                    {"urine_leak": {"status": "yes"}}                     | present
                    {"urine_leak": true}                                  | present
                    [{"Urine leak": "yes"}] | present
                    [{"code": ["urine_leak"], "status": ["present"]}]     | present
                    [{"code": "urine_leak", "status": "Sí"}]              | present
                    [{"code": "urine_leak", "status": "no"}]              | denied
                    [{"code": "urine_leak", "status": "niega"}]           | denied
                    [{"code": "urine_leak", "status": "Never"}]           | denied
                    [{"code": "urine_leak", "status": "normal"}]          | denied
                    [{"code": "urine_leak", "status": "Not at all"}]      | denied
                    [{"code": "urine_leak", "status": "para nada"}]       | denied
                    [{"code": "urine_leak", "status": "no tengo"}]        | denied
                    [{"code": "urine_leak", "status": false}]             | denied
                    [{"code": "urine_leak", "status": 0}]                 | denied
                    [{"code": "urine_leak", "status": "0"}]               | denied
                    [{"code": "urine_leak", "status": "No."}]             | denied
                    [{"code": "urine_leak", "status": "denied."}]         | denied
                    [{"code": "urine_leak", "status": "notPresent"}]      | denied
                    [{"code": "urine_leak", "status": "not_present"}]     | denied
                    [{"code": "urine_leak", "status": "off"}]             | denied
                    [{"code": "urine_leak", "status": {"value": false}}]  | denied
                    {"urine_leak": {"status": {"value": true}}}           | present
                    {"denied": ["urine_leak"]}                            | denied
                    {"present": ["urine_leak"]}                           | present
                    {"items": [{"code": "urine_leak", "status": "denied"}]} | denied
                    {"bladder": [{"code": "urine_leak", "status": "present"}]} | present
                    {"denied": [{"code": "urine_leak", "status": "present"}]} | present
                    {"present": [{"code": "urine_leak", "status": "denied"}]} | present
                    {"urine_leak": "Denied"}                              | denied""")
    void aStatusIsReadAsTriageReadsIt(String symptoms, String status) {
        var content = symptoms(symptoms);

        assertThat(content.path("symptoms").toString())
                .isEqualTo("[{\"code\":\"urine_leak\",\"status\":\"%s\"}]".formatted(status));
        assertThat(content.path("setAside")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not_asked",
                "Not asked",
                "absent",
                "unknown",
                "unanswered",
                "none",
                "N/A",
                "skipped",
                "ninguno",
                "notAsked",
                ""
            })
    void aSymptomThatWasNotAskedIsLeftOutAndNamed(String status) {
        var content = symptoms("[{\"code\": \"urine_leak\", \"status\": \"" + status + "\"}]");

        assertThat(content.path("symptoms")).isEmpty();
        assertThat(content.path("setAside").findValuesAsText("field")).containsExactly("symptoms[0].status");
    }

    @Test
    void aQuestionWithoutAnAnswerWasNotAsked() {
        for (var symptoms : List.of("[{\"code\": \"urine_leak\", \"status\": null}]", "{\"urine_leak\": null}")) {
            assertThat(symptoms(symptoms).path("symptoms")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"code": "urine_leak", "value": false}                    | denied
                    {"code": "urine_leak", "present": false}                  | denied
                    {"code": "urine_leak", "present": true}                   | present
                    {"code": "urine_leak", "active": false}                   | present
                    {"code": "urine_leak", "present": false, "answer": "yes"} | present""")
    void aPlainAnswerUnderAnotherNameIsReadWhereThereIsNoStatus(String symptom, String status) {
        var content = symptoms("[" + symptom + "]");

        assertThat(content.path("symptoms").toString())
                .isEqualTo("[{\"code\":\"urine_leak\",\"status\":\"%s\"}]".formatted(status));
        assertThat(content.path("setAside").findValuesAsText("why"))
                .contains("is no field of a symptom; it is read with status");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"items": [{"code": "saddle_numbness", "status": "present"}, "urine_leak"]} | saddle_numbness, urine_leak
                    {"present": ["saddle_numbness", "urine_leak"], "denied": ["fever"]}         | saddle_numbness, urine_leak
                    {"redFlags": ["saddle_numbness"]}                                           | saddle_numbness
                    {"present": [{"code": "saddle_numbness", "onset": "new"}]}                  | saddle_numbness
                    {"items": [["saddle_numbness"]]}                                            | unreadable
                    {"cannot_pee": ["since monday"]}                                            | cannot_pee""")
    void aListInAMapOfSymptomsIsRead(String symptoms, String present) {
        assertThat(Receipt.presentCodes((ObjectNode) symptoms(symptoms)))
                .containsExactlyInAnyOrder(present.split(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"cannot_pee": ["since monday"]}                          | status: ["since monday"]
                    {"saddle_numbness": [{"onset": "new"}]}                   | status: [{"onset":"new"}]
                    [{"code": "saddle_numbness", "status": "a bit, perhaps"}] | status: a bit, perhaps""")
    void aStatusThatCannotBeReadIsKeptWithTheSignInWords(String symptoms, String words) {
        var report = read(SYMPTOMS + symptoms);

        assertThat(report.content().path("symptoms")).hasSize(1);
        assertThat(report.freeText().orElseThrow().at("/symptomDetails/0").asText())
                .isEqualTo(words);
    }

    @Test
    void ofMoreThanSixtySymptomsWhatSaysMoreThanANoIsKept() {
        var denied = "{\"code\": \"leg_pain\", \"status\": \"denied\"},".repeat(65);
        var report = read(SYMPTOMS + "[" + denied + "{\"code\": \"saddle_numbness\", \"status\": \"present\"},"
                + "{\"code\": \"urine_leak\", \"status\": \"denied\", \"detail\": \"a bit\"}, \"bowel_leak\"]");

        assertThat(Receipt.presentCodes(report.content())).containsExactly("bowel_leak", "saddle_numbness");
        assertThat(report.content().path("symptoms").findValuesAsText("code")).contains("urine_leak");
        assertThat(report.content().path("symptoms")).hasSize(60);
        assertFitsItsEvent(report.content());
    }

    @Test
    void whatDoesNotFitAmongSixtyPresentSymptomsIsKeptInWords() {
        var present = "{\"code\": \"leg_pain\", \"status\": \"present\"},".repeat(60);
        var report = read(SYMPTOMS + "[" + present + "{\"code\": \"saddle_numbness\", \"status\": \"present\"}]");

        assertThat(Receipt.presentCodes(report.content())).containsExactly("leg_pain", "unreadable");
        assertThat(report.freeText().orElseThrow().at("/symptomDetails/60").asText())
                .contains("saddle_numbness");
    }

    @Test
    void aSentenceInThePlaceOfACodeIsNeverRepeated() {
        var content = symptoms("[\"my name is secret\", \"itching\"]");

        assertThat(content.toString()).doesNotContain("secret");
        assertThat(content.path("symptoms").findValuesAsText("code")).containsExactly("unreadable", "itching");
        assertThat(symptoms("{\"my name is secret\": true}").toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [{"code": "can't pee", "status": "present"}]                | can_t_pee
                    [{"code": "Urinary retention!", "status": "present"}]       | urinary_retention
                    [{"code": "pérdida de orina", "status": "present"}]         | perdida_de_orina
                    [{"code": "numbness (saddle)", "status": "present"}]        | numbness_saddle
                    [{"symptom": "saddle_numbness", "status": "present"}]       | saddle_numbness
                    [{"name": "urine leak"}]                                    | urine_leak
                    ["numb between the legs"]                                   | unreadable
                    [{"code": "!!", "status": "present"}]                       | unreadable
                    [{"code": "Καυδα", "status": "maybe"}]                      | unreadable
                    [{"status": "present", "onset": "new"}]                     | unreadable""")
    void aSignIsNeverDroppedForTheWayItIsWritten(String symptoms, String code) {
        assertThat(Receipt.presentCodes((ObjectNode) symptoms(symptoms))).containsExactly(code);
    }

    @Test
    void whatStandsInThePlaceOfACodeIsKeptForTheClinician() {
        var report = read("""
                "observedAt": "2026-02-05T18:00:00Z", "observedTimeZone": "UTC",
                "symptoms": ["numb between the legs", {"code": "!", "status": "present", "detail": "more words"}]""");

        assertThat(report.content().toString()).doesNotContain("between").doesNotContain("words");
        assertThat(report.freeText().orElseThrow())
                .hasToString("{\"symptomDetails\":{\"0\":\"numb between the legs\",\"1\":\"!\\nmore words\"}}");
    }

    @Test
    void whatNobodyCanReadIsLeftOutWhereItIsDenied() {
        assertThat(symptoms("[{\"code\": \"!\", \"status\": \"denied\"}]").path("symptoms"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"bilateral\"", "\"Left and right\"", "[\"left\", \"right\"]", "\"both\""})
    void bothSidesDoNotPassForNone(String side) {
        var content = symptoms("[{\"code\": \"leg_weakness\", \"status\": \"present\", \"side\": " + side + "}]");

        assertThat(content.at("/symptoms/0/side").asText()).isEqualTo("both");
        assertThat(content.path("setAside")).isEmpty();
    }

    /// What is kept, which fits the schema of its event.
    private static JsonNode symptoms(String given) {
        var content = read(SYMPTOMS + given).content();
        assertFitsItsEvent(content);
        return content;
    }

    private static void assertFitsItsEvent(JsonNode content) {
        assertThat(Contracts.faults(
                        "care.sacrum.session.completed.v1",
                        "{\"practiceId\": \"%1$s\", \"patientId\": \"%1$s\", \"report\": %2$s}"
                                .formatted(UUID.randomUUID(), content)))
                .isEmpty();
    }

    @Test
    void anExerciseThatNobodyKnowsIsSetAside() {
        var reading = ReportReader.read(
                UUID.randomUUID(),
                Set.of(Kind.SESSION),
                Contracts.json("""
                        {"kind": "session", "observedAt": "2026-02-05T18:00:00Z", "observedTimeZone": "UTC",
                         "exercisesDone": [{"exercise": "handstand", "reps": 3}, {"exercise": "pelvic-tilt"}]}"""),
                ZoneId.of("UTC"),
                RECEIVED,
                "pelvic-tilt"::equals);
        var content = ((Reading.Readable) reading).report().content();

        assertThat(content.path("exercisesDone").toString()).isEqualTo("[{\"exercise\":\"pelvic-tilt\"}]");
        assertThat(content.path("setAside").findValuesAsText("field")).containsExactly("exercisesDone[0].exercise");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "painRegion": "between the legs, numb"          | painRegion: between the legs, numb
                    "painRegion": "saddle"                          | painRegion: saddle
                    "painRegion": "μούδιασμα εκεί κάτω"             | painRegion: μούδιασμα εκεί κάτω
                    "painRegion": ["left leg", "right leg"]         | painRegion: ["left leg","right leg"]
                    "selfManipulation": "since then I cannot pee"   | selfManipulation: since then I cannot pee
                    "selfManipulation": {"region": "down there"}    | selfManipulation.region: down there
                    "restDay": "cannot walk"                        | restDay: cannot walk
                    "professionalManipulationToday": "yes, then numb" | professionalManipulationToday: yes, then numb
                    "painBefore": "cannot feel anything"            | painBefore: cannot feel anything
                    "exercisesDone": "stopped: numb between legs"   | exercisesDone: stopped: numb between legs
                    "exercisesDone": {"pelvic-tilt": "went numb"}   | exercisesDone: {"pelvic-tilt":"went numb"}
                    "exercisesDone": ["stopped, went numb"]         | exercisesDone[0]: stopped, went numb
                    "exercisesDone": [{"exercise": "none, numb legs"}] | exercisesDone[0].exercise: none, numb legs
                    "exercisesDone": [{"name": "bridge", "reps": "until I fell"}] | exercisesDone[0].reps: until I fell""")
    void wordsInAFieldOfOursThatTakesOthersAreKeptAsASignThatNobodyCanRead(String field, String words) {
        var report = read(WHEN + field);

        assertThat(Receipt.presentCodes(report.content())).containsExactly("unreadable");
        assertThat(report.freeText().orElseThrow().at("/symptomDetails/0").asText())
                .isEqualTo(words);
        assertThat(report.content().path("setAside")).hasSize(1);
        assertThat(report.content().at("/setAside/0/why").asText())
                .endsWith("what it tells is kept for a clinician to read");
        assertFitsItsEvent(report.content());
    }

    @Test
    void wordsOfAnExerciseBehindTheFortiethAreKeptAsASignThatNobodyCanRead() {
        var bridges = "{\"exercise\": \"bridge\"},".repeat(40);

        var words = read(WHEN + "\"exercisesDone\": [" + bridges + "{\"name\": \"stopped, went numb\"}]");
        var plain = read(WHEN + "\"exercisesDone\": [" + bridges + "{\"exercise\": \"bridge\", \"reps\": 3}]");

        assertThat(words.freeText().orElseThrow().toString()).contains("went numb");
        assertThat(words.content().path("exercisesDone")).hasSize(40);
        assertThat(plain.content().has("symptoms")).isFalse();
        assertThat(plain.content().path("setAside").findValuesAsText("field")).containsExactly("exercisesDone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "painRegion": "knee"                         | /painRegion                  |
                    "painRegion": "Upper back"                   | /painRegion                  |
                    "painRegion": "none"                         | /painRegion                  |
                    "painBefore": 80                             | /painBefore                  |
                    "painBefore": true                           | /painBefore                  |
                    "restDay": 2                                 | /restDay                     |
                    "selfManipulation": 7                        | /selfManipulation            |
                    "exercisesDone": "none"                      | /exercisesDone               |
                    "exercisesDone": [{"name": "bridge", "reps": "10-12"}] | /exercisesDone/0/reps |
                    "exercisesDone": [{"name": "bridge", "reps": "10 each side"}] | /exercisesDone/0/reps |
                    "exercisesDone": [{"name": "bridge", "side": "alternating"}] | /exercisesDone/0/side |""")
    void whatTellsNothingInAFieldOfOursIsOnlyNamed(String field, String place) {
        var report = read(WHEN + field);

        assertThat(report.content().has("symptoms")).isFalse();
        assertThat(report.content().at(place).isMissingNode()).isTrue();
        assertThat(report.content().path("setAside")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "painBefore": "4"                            | /painBefore                  | 4
                    "painBefore": "7/10"                         | /painBefore                  | 7
                    "painAfter": "5,5"                           | /painAfter                   | 5.5
                    "painAfter": " 6 out of 10 "                 | /painAfter                   | 6
                    "painNextMorning": "6-7"                     | /painNextMorning             | 7
                    "painRegion": "lower back"                   | /painRegion                  | low_back
                    "restDay": "yes"                             | /restDay                     | true
                    "restDay": "No"                              | /restDay                     | false
                    "selfManipulation": "yes"                    | /selfManipulation/done       | true
                    "selfManipulation": true                     | /selfManipulation/done       | true
                    "selfManipulation": false                    | /selfManipulation/done       | false
                    "selfManipulation": {"forceful": "yes"}      | /selfManipulation/forceful   | true
                    "exercisesDone": ["Pelvic tilt"]             | /exercisesDone/0/exercise    | pelvic-tilt
                    "exercisesDone": [{"name": "x", "reps": "10 reps"}] | /exercisesDone/0/reps | 10
                    "exercisesDone": [{"name": "x", "side": "L"}] | /exercisesDone/0/side       | left""")
    void whatIsPlainInAnotherFormIsRead(String field, String place, String read) {
        var content = read(WHEN + field).content();

        assertThat(content.at(place).asText()).isEqualTo(read);
        assertThat(content.path("setAside")).isEmpty();
        assertFitsItsEvent(content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "39.4"    | 39.4
                    "39,4"    | 39.4
                    "39.4 C"  | 39.4
                    "39.4 ºC" | 39.4
                    "39.4°C"  | 39.4
                    102.2     | 39
                    "102.2 F" | 39
                    "102.2"   | 39""")
    void aTemperatureIsReadAsPeopleWriteIt(String written, String degrees) {
        for (var status : List.of("present", "denied")) {
            var content = symptoms(
                    "[{\"code\": \"fever\", \"status\": \"%s\", \"temperatureC\": %s}]".formatted(status, written));

            assertThat(content.path("symptoms")).hasSize(1);
            assertThat(content.at("/symptoms/0/temperatureC").asText()).isEqualTo(degrees);
            assertThat(content.path("setAside").findValuesAsText("field")).containsExactly("symptoms[0].temperatureC");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"high\"", "394", "\"39 or 40\"", "[39.4]", "true", "3.94"})
    void aTemperatureThatNobodyCanReadIsASignThatNobodyCanRead(String written) {
        assertThat(Receipt.presentCodes((ObjectNode)
                        symptoms("[{\"code\": \"fever\", \"status\": \"denied\", \"temperatureC\": " + written + "}]")))
                .containsExactly("unreadable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "severity": "6"      | severity | 6
                    "severity": "6/10"   | severity | 6
                    "severity": "6,5"    | severity | 6.5
                    "severity": "severe" | severity | 8
                    "side": "L"          | side     | left
                    "side": "R"          | side     | right
                    "side": "bilat"      | side     | both
                    "side": "links"      | side     | left
                    "assessedByClinician": "yes" | assessedByClinician | true""")
    void whatIsPlainOfASignInAnotherFormIsRead(String field, String name, String read) {
        var content = symptoms("[{\"code\": \"leg_weakness\", \"status\": \"present\", " + field + "}]");

        assertThat(content.at("/symptoms/0/" + name).asText()).isEqualTo(read);
        assertThat(content.path("setAside")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "severity": "worse than ever" | severity: worse than ever
                    "severity": 70                | severity: 70
                    "side": "mainly left"         | side: mainly left
                    "extent": "to my toes"        | extent: to my toes
                    "onset": "since the epidural" | onset: since the epidural
                    "assessedByClinician": "yes, until Monday" | assessedByClinician: yes, until Monday""")
    void whatCannotBeReadOfASignIsKeptWithItInWords(String field, String words) {
        var report = read(SYMPTOMS + "[{\"code\": \"leg_weakness\", \"status\": \"present\", " + field + "}]");

        assertThat(report.content().path("symptoms")).hasSize(1);
        assertThat(report.freeText().orElseThrow().at("/symptomDetails/0").asText())
                .isEqualTo(words);
        assertThat(report.content().path("hasNote").asBoolean()).isTrue();
        assertThat(report.content().path("setAside")).hasSize(1);
    }

    @Test
    void aDenialOfASideThatNobodyCanReadDeniesNothing() {
        var content = symptoms("[{\"code\": \"leg_weakness\", \"status\": \"denied\", \"side\": \"not only left\"}]");

        assertThat(content.path("symptoms").findValuesAsText("code")).containsExactly("unreadable");
    }

    @Test
    void whatIsSetAsideIsNamedButNeverRepeated() {
        var content = read("""
                        "observedAt": "2026-02-05T18:00:00Z", "observedTimeZone": "secret-a", "painBefore": "secret-b",
                        "painRegion": "secret-c", "secret d\\n": 1, "exercisesDone": "secret-e",
                        "symptoms": ["secret f!"]""").content();

        assertThat(content.toString()).doesNotContain("secret");
        assertThat(content.path("setAside").findValuesAsText("field"))
                .containsExactly(
                        "observedTimeZone",
                        "painBefore",
                        "painRegion",
                        "exercisesDone",
                        "symptoms[0].status",
                        "symptoms[0].code",
                        "(a name that cannot be shown)");
    }

    @Test
    void whatAPatientWritesOfASymptomStaysApart() {
        var report = read("""
                "observedAt": "2026-02-05T18:00:00Z", "observedTimeZone": "UTC", "freeTextNote": "first words",
                "symptoms": [{"status": "present"}, {"code": "leg_pain", "status": "present", "detail": "second words"}]""");

        assertThat(report.content().toString()).doesNotContain("words");
        assertThat(report.freeText().orElseThrow())
                .hasToString("{\"symptomDetails\":{\"1\":\"second words\"},\"freeTextNote\":\"first words\"}");
        assertThat(report.content().at("/symptoms/0").has("hasDetail")).isFalse();
        assertThat(report.content().at("/symptoms/1/hasDetail").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "redFlags": ["saddle_numbness"]                            | redFlags: ["saddle_numbness"]
                    "signs": [{"code": "bowel_leak", "status": "present"}]     | signs: [{"code":"bowel_leak","status":"present"}]
                    "vitals": {"temperatureC": 39.5}                           | vitals: {"temperatureC":39.5}
                    "comment": "cannot pee"                                    | comment: cannot pee
                    "saddle_numbness": true                                    | saddle_numbness: true
                    "canUrinate": false                                        | canUrinate: false
                    "cannot_pee": 1                                            | cannot_pee: 1
                    "numbLegs": true                                           | numbLegs: true
                    "legnumbness": 1                                           | legnumbness: 1
                    "perdidaDeOrina": true                                     | perdidaDeOrina: true
                    "bodyTemp": "39.5"                                         | bodyTemp: 39.5
                    "stepCount": "cannot walk"                                 | stepCount: cannot walk
                    "sphincterIntact": false                                   | sphincterIntact: false
                    "source": "saddle numbness"                                | source: saddle numbness
                    "device": {"redFlags": ["urine_leak"]}                     | device: {"redFlags":["urine_leak"]}
                    "freeTextNote": ["cannot pee"]                             | freeTextNote: ["cannot pee"]
                    "exercisesDone": [{"name": "bridge", "comment": "went numb"}] | exercisesDone[0].comment: went numb
                    "selfManipulation": {"done": true, "felt": "a bang"}       | selfManipulation.felt: a bang
                    "symptoms": [["saddle_numbness"]]                          | symptoms[0]: ["saddle_numbness"]""")
    void whatIsToldInAFieldThatNobodyKnowsIsKeptAsASignThatNobodyCanRead(String field, String words) {
        var report = read(WHEN + field);

        assertThat(Receipt.presentCodes(report.content())).containsExactly("unreadable");
        assertThat(report.content().at("/symptoms/0/hasDetail").asBoolean()).isTrue();
        assertThat(report.freeText().orElseThrow().at("/symptomDetails/0").asText())
                .isEqualTo(words);
        assertThat(report.content().path("setAside")).hasSize(1);
        assertFitsItsEvent(report.content());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "description": "numb down there"  | description: numb down there
                    "comment": "I wet myself"         | comment: I wet myself
                    "new": true                       | new: true
                    "side": "left", "laterality": "right" | laterality: right
                    "trend": "worse"                  | trend: worse
                    "bilateral": true                 | bilateral: true
                    "name": "urine leak"              | name: urine leak
                    "trigger": ["peeing"]             | trigger: ["peeing"]
                    "detail": ["cannot pee"]          | detail: ["cannot pee"]""")
    void whatIsToldBesideADenialStandsBesideItForAPerson(String field, String words) {
        var report = read(SYMPTOMS + "[{\"code\": \"saddle_numbness\", \"status\": \"denied\", " + field + "}]");

        assertThat(report.content().path("symptoms").findValuesAsText("code"))
                .containsExactly("saddle_numbness", "unreadable");
        assertThat(report.freeText().orElseThrow().at("/symptomDetails/1").asText())
                .isEqualTo("saddle_numbness." + words);
        assertFitsItsEvent(report.content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\": \"urine_leak\", \"status\": \"unknown\", \"detail\": \"I wet myself\"}",
                "{\"code\": \"urine_leak\", \"status\": \"not asked\", \"comment\": \"I wet myself\"}",
                "{\"code\": \"!\", \"status\": \"denied\", \"detail\": \"I wet myself\"}",
                "{\"code\": {\"text\": \"I wet myself\"}, \"status\": \"present\"}",
                "{\"label\": {\"text\": \"I wet myself\"}, \"status\": \"present\"}"
            })
    void whatIsToldOfASymptomThatIsNotKeptIsKeptAllTheSame(String symptom) {
        var report = read(SYMPTOMS + "[" + symptom + "]");

        assertThat(Receipt.presentCodes(report.content())).containsExactly("unreadable");
        assertThat(report.freeText().orElseThrow().toString()).contains("I wet myself");
        assertThat(report.content().toString()).doesNotContain("wet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"mood\": \"\"",
                "\"mood\": false",
                "\"mood\": []",
                "\"redFlags\": [\" \", null, {\"a\": []}]",
                "\"redFlags\": {\"saddle_numbness\": false}",
                "\"appVersion\": \"4.2.0 (117)\"",
                "\"schema_version\": 3",
                "\"device\": {\"model\": \"Pixel 8\", \"name\": \"phone\", \"os\": {\"version\": 15}, \"rooted\": false}",
                "\"batteryLevel\": 0.4",
                "\"locale\": \"es-ES\"",
                "\"onBehalf\": true",
                "\"exercisesDone\": [{\"name\": \"bridge\", \"id\": 7}]",
                "\"exercisesDone\": [{\"name\": \"bridge\", \"rpe\": 6}]",
                "\"duration_seconds\": 640",
                "\"stepCount\": 4312",
                "\"steps\": \"4312\"",
                "\"appOpenedCount\": 3",
                "\"darkMode\": true",
                "\"numberOfLaunches\": 7",
                "\"during_session\": true",
                "\"cacheSize\": 1024",
                "\"heartRate\": 71",
                "\"engine\": \"3.1.0-beta.2 (117)\"",
                "\"lastOpened\": \"2026-02-05T18:00:00.123+01:00\"",
                "\"installation\": \"5ac20000-0000-4000-8000-000000000001\""
            })
    void whatSaysNothingAndWhatADeviceSaysOfItselfIsNoSign(String field) {
        var report = read(WHEN + field);

        assertThat(report.content().has("symptoms")).isFalse();
        assertThat(report.freeText()).isEmpty();
        assertThat(report.content().path("setAside")).hasSize(1);
    }

    @Test
    void soMuchIsKeptOfFieldsThatNobodyKnowsAndNoMore() {
        var long700 = "x".repeat(700);
        var report = read(WHEN
                + "\"a\": \"%1$s\", \"b\": \"\\u0000\\ud800%1$s\", \"c\": \"%1$s\", \"d\": [\"%1$s\"], \"e\": 1"
                        .formatted(long700));

        var words = report.freeText().orElseThrow().at("/symptomDetails/0").asText();
        assertThat(words).hasSize(2000).startsWith("a: " + "x".repeat(500) + "\nb: " + "x".repeat(500) + "\nc: ");
        assertThat(report.content().path("setAside")).hasSize(5);
    }

    @Test
    void besideSixtySymptomsThereIsRoomForWhatNobodyKnows() {
        var sixty = "{\"code\": \"leg_pain\", \"status\": \"denied\"},".repeat(60);
        var report = read(SYMPTOMS + "[" + sixty.substring(0, sixty.length() - 1) + "], \"comment\": \"cannot pee\"");

        assertThat(report.content().path("symptoms")).hasSize(61);
        assertThat(Receipt.presentCodes(report.content())).containsExactly("unreadable");
        assertFitsItsEvent(report.content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"present", "value", "has", "is_present", "answer", "valueBoolean", "reported"})
    void aNoBesideAPlainYesIsAYes(String answer) {
        for (var no : List.of("denied", "unknown")) {
            var content =
                    symptoms("[{\"code\": \"chest_pain\", \"status\": \"%s\", \"%s\": true}]".formatted(no, answer));

            assertThat(content.path("symptoms").toString())
                    .isEqualTo("[{\"code\":\"chest_pain\",\"status\":\"present\"}]");
            assertThat(content.path("setAside").findValuesAsText("why"))
                    .containsExactly(
                            "is a no beside a yes in another field; the symptom counts as present",
                            "is no field of a symptom; it is read with status");
        }
        assertThat(symptoms("[{\"code\": \"chest_pain\", \"status\": \"denied\", \"%s\": false}]".formatted(answer))
                        .path("symptoms")
                        .toString())
                .isEqualTo("[{\"code\":\"chest_pain\",\"status\":\"denied\"}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "laterality": "both"                            | side            | both
                    "Laterality": "bilateral"                       | side            | both
                    "bilateral": true                               | side            | both
                    "both_legs": "yes"                              | side            | both
                    "laterality": "left"                            | side            | left
                    "side": "left", "laterality": "right"           | side            | both
                    "side": "right", "bilateral": true              | side            | both
                    "side": "both", "laterality": "left"            | side            | both
                    "trend": "worse"                                | changeSinceLast | worse
                    "trend": "getting worse"                        | changeSinceLast | worse
                    "worsening": true                               | changeSinceLast | worse
                    "changeSinceLast": "better", "change": "worse"  | changeSinceLast | worse
                    "changeSinceLast": "worse", "trend": "better"   | changeSinceLast | worse
                    "temperature": 39.5                             | temperatureC    | 39.5
                    "temperature": 101.5                            | temperatureC    | 38.6
                    "temperature": "38,9"                           | temperatureC    | 38.9
                    "temperatureC": 37, "temp": 39.5                | temperatureC    | 39.5""")
    void whatIsPlainUnderAnotherNameIsReadAndOfTwoTheGraver(String fields, String ours, String read) {
        var content = symptoms("[{\"code\": \"leg_weakness\", \"status\": \"present\", " + fields + "}]");

        assertThat(content.path("symptoms")).hasSize(1);
        assertThat(content.at("/symptoms/0/" + ours).asText()).isEqualTo(read);
        assertThat(content.path("setAside").findValuesAsText("why"))
                .containsExactly("is no field of a symptom; it is read as " + ours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"laterality\": \"the other one\"",
                "\"side\": \"?\", \"laterality\": \"left\"",
                "\"trend\": \"up\"",
                "\"temperature\": 394"
            })
    void whatIsNotPlainUnderAnotherNameIsASignThatNobodyCanRead(String fields) {
        var content = symptoms("[{\"code\": \"leg_weakness\", \"status\": \"present\", " + fields + "}]");

        assertThat(content.path("symptoms").findValuesAsText("code")).containsExactly("leg_weakness", "unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"symptom_name\": \"saddle_numbness\", \"status\": \"present\"}",
                "{\"symptomName\": \"Saddle numbness\", \"status\": \"present\"}",
                "{\"label\": \"saddle-numbness\", \"status\": \"present\"}"
            })
    void aSymptomIsReadUnderAnotherNameOfItsCode(String symptom) {
        for (var written : List.of("[" + symptom + "]", symptom)) {
            var content = symptoms(written);

            assertThat(content.path("symptoms").toString())
                    .isEqualTo("[{\"code\":\"saddle_numbness\",\"status\":\"present\"}]");
            assertThat(content.path("setAside").findValuesAsText("why"))
                    .containsExactly("is no field of a symptom; it is read as code");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "code": "low_back_pain", "name": "Low back pain"                    | low_back_pain
                    "code": "A-12", "name": "low back pain"                             | low_back_pain, unreadable
                    "code": "low_back_pain", "symptom_name": "saddle_numbness"          | low_back_pain, unreadable
                    "code": "low_back_pain", "name": "cannot pee"                       | low_back_pain, unreadable""")
    void ofTwoNamesOfASymptomTheOtherIsNotLost(String names, String codes) {
        assertThat(symptoms("[{\"status\": \"present\", " + names + "}]")
                        .path("symptoms")
                        .findValuesAsText("code"))
                .isEqualTo(List.of(codes.split(", ")));
    }

    @Test
    void howADeniedSymptomIsCalledElsewhereIsNoSignAndIsNamed() {
        var content = symptoms(
                "[{\"code\": \"saddle_numbness\", \"label\": \"Numb between the legs\", \"status\": \"denied\"}]");

        assertThat(content.path("symptoms").toString())
                .isEqualTo("[{\"code\":\"saddle_numbness\",\"status\":\"denied\"}]");
        assertThat(content.path("setAside").findValuesAsText("field")).containsExactly("symptoms[0].label");
    }

    @ParameterizedTest
    @CsvSource({
        "redFlags, symptoms",
        "signs, symptoms",
        "comment, freeTextNote",
        "description, freeTextNote",
        "temperature, temperatureC of the symptom fever",
        "pain_now, painBefore"
    })
    void aFieldThatNobodyKnowsIsNamedWithTheOneThatIsMeant(String name, String ours) {
        assertThat(read(WHEN + "\"" + name + "\": \"x\"")
                        .content()
                        .at("/setAside/0/why")
                        .asText())
                .isEqualTo("is not a field that is known here, but " + ours
                        + " is; what it tells is kept for a clinician to read");
    }

    @Test
    void onlySoMuchIsToldOfWhatWasSetAside() {
        var fields = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            fields.append(", \"field").append(i).append("\": 1");
        }

        assertThat(read("\"observedAt\": \"2026-02-05T18:00:00Z\"" + fields)
                        .content()
                        .path("setAside"))
                .hasSize(51);
    }

    /// Whatever stands in the fields, a report with its kind and time is read, and what is kept of it can be
    /// kept.
    @Test
    void noFieldKeepsAReportFromBeingRead() {
        long seed = 20261122;
        var random = new Random(seed);
        var values = new String[] {
            "1",
            "-1",
            "1e400",
            "10.0",
            "0.5",
            "true",
            "null",
            "\"\"",
            "\"left\"",
            "\"\\u0000\"",
            "[]",
            "{}",
            "[[1]]",
            "[{}]",
            "[null]",
            "[{\"code\": \"fever\", \"status\": \"present\", \"severity\": 1e400}]",
            "{\"done\": 7, \"times\": 99999999999999999999}",
            "123456789012345678901234567890",
            "\"2026-02-05\"",
            "{\"fever\": 1e400, \"\\u0000\": true, \"status\": {\"side\": [1]}}",
            "[\"fever\", [\"fever\"], {\"code\": [[]]}]",
            "[{\"exercise\": 5}, {\"name\": \"\\ud800\"}]"
        };
        var fields = new String[] {
            "painBefore",
            "painAfter",
            "painRegion",
            "exercisesDone",
            "restDay",
            "selfManipulation",
            "freeTextNote",
            "symptoms",
            "sentAt",
            "observedTimeZone",
            "corrects",
            "professionalManipulationToday",
            "x\\u0000y"
        };
        for (int i = 0; i < 3000; i++) {
            var body = new StringBuilder("\"observedAt\": \"2026-02-05T18:00:00Z\"");
            for (var field : fields) {
                if (random.nextBoolean()) {
                    body.append(", \"").append(field).append("\": ").append(values[random.nextInt(values.length)]);
                }
            }

            var content = read(body.toString()).content().toString();

            assertThat(content).as("seed %d, body %s", seed, body).doesNotContain("\\u0000", "Infinity", "NaN");
            assertThat(Contracts.faults(
                            "care.sacrum.session.completed.v1",
                            "{\"practiceId\": \"%1$s\", \"patientId\": \"%1$s\", \"report\": %2$s}"
                                    .formatted(UUID.randomUUID(), content)))
                    .as("seed %d, body %s", seed, body)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"10000, 10000", "10001, 10000", "19000, 10000"})
    void ofANoteThatIsTooLongTheBeginningIsKeptAndNamed(int length, int kept) {
        var report = note("a".repeat(length));

        assertThat(report.freeText().orElseThrow().path("freeTextNote").textValue())
                .isEqualTo("a".repeat(kept));
        assertThat(report.content().path("hasNote").booleanValue()).isTrue();
        assertThat(report.content().path("setAside").findValuesAsText("field"))
                .isEqualTo(length > kept ? List.of("freeTextNote") : List.of());
    }

    @Test
    void ofANoteWithCharactersThatNobodyCanReadTheRestIsKept() {
        var report = note("my leg \\u0000\\ud800is numb\\n");
        assertThat(report.freeText().orElseThrow().path("freeTextNote").textValue())
                .isEqualTo("my leg is numb");
        assertThat(report.content().path("setAside").findValuesAsText("field")).containsExactly("freeTextNote");

        assertThat(note("\\u0000").freeText()).isEmpty();
        assertThat(note("a".repeat(9999) + "\\ud83d\\ude00")
                        .freeText()
                        .orElseThrow()
                        .path("freeTextNote")
                        .textValue())
                .isEqualTo("a".repeat(9999));
    }

    private static Report note(String text) {
        return read("\"observedAt\": \"2026-02-05T18:00:00Z\", \"observedTimeZone\": \"UTC\", \"freeTextNote\": \""
                + text + "\"");
    }

    private static Report read(String fields) {
        var body = Contracts.json("{\"kind\": \"session\", " + fields + "}");
        var reading = ReportReader.read(
                UUID.randomUUID(),
                Set.of(Kind.SESSION),
                body,
                ReportReader.zoneOf(body).orElse(ZoneId.of("UTC")),
                RECEIVED,
                slug -> true);
        return ((Reading.Readable) reading).report();
    }
}
