package care.sacrum.triage.cases;

import static care.sacrum.triage.cases.CaseReaderTest.answer;
import static care.sacrum.triage.cases.CaseReaderTest.of;
import static care.sacrum.triage.cases.CaseReaderTest.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody here can read keeps the text from calming, wherever it stands; and what is ordinary does not.
class NeverCalmedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"purple toe\"",
                "\"no longer numb\"",
                "\"not fine\"",
                "\"tired legs\"",
                "{\"code\": \"bladder control\", \"status\": \"denied\"}",
                "{\"code\": \"no numbness\", \"status\": \"present\"}",
                "{\"status\": \"present\", \"severity\": 7}",
                "7",
                "{\"code\": \"urine_leak\", \"status\": \"present\", \"changeSinceLast\": \"bad\"}",
                "{\"code\": \"leg_weakness\", \"status\": \"present\", \"severity\": \"a lot\"}",
                "{\"code\": \"leg_weakness\", \"status\": \"present\", \"severity\": 70}",
                "{\"code\": \"leg_pain\", \"status\": \"present\", \"side\": \"the other one\"}",
                "{\"code\": \"leg_pain\", \"status\": \"present\", \"extent\": \"far\"}",
                "{\"code\": \"weak stream\", \"status\": \"present\", \"onset\": \"new\"}",
                "{\"code\": \"weak stream\", \"status\": \"present\", \"changeSinceLast\": \"worse\"}",
                "\"chilli_intolerance\"",
                "\"fever blister\"",
                "\"weight_loss_diet\""
            })
    void whatCannotBeReadOfASignIsNeverCalmed(String symptom) {
        assertThat(report(of(symptom)).report().signUnread()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"urine_leak\"",
                "\"knee ache\"",
                "\"tired\"",
                "\"stiff back after gardening\"",
                "\"a bit sore\"",
                "\"no numbness\"",
                "\"denies bladder leak\"",
                "\"sin fiebre\"",
                "\"peeing fine\"",
                "\"bladder ok\"",
                "\"me duele la rodilla\"",
                "\"lumbalgia\"",
                "\"period pain\"",
                "\"tight hamstrings\"",
                "\"nothing new\"",
                "\"mild headache\"",
                "{\"code\": \"no new symptoms\", \"status\": \"present\"}",
                "\"sin novedad\"",
                "\"numb toes\"",
                "{\"code\": \"weak stream\", \"status\": \"present\", \"onset\": \"existing\"}",
                "{\"code\": \"temperature\", \"status\": \"present\", \"temperatureC\": 36.8}",
                "\"can't walk\"",
                "\"hormigueo en la pierna\"",
                "{\"code\": \"Saddle Anaesthesia\", \"status\": \"denied\"}",
                "{\"code\": \"back pain\", \"status\": \"present\"}",
                "{\"code\": \"neck pain\", \"status\": \"present\"}",
                "{\"code\": \"urine_leak\", \"status\": \"denied\", \"changeSinceLast\": \"bad\"}",
                "{\"code\": \"urine_leak\", \"status\": \"present\", \"changeSinceLast\": \"n/a\", \"side\": \"middle\"}",
                "{\"code\": \"leg_weakness\", \"status\": \"present\", \"severity\": \"severe\"}"
            })
    void anOrdinaryAcheOrAPlainNoIsNoSignThatNobodyCouldRead(String symptom) {
        assertThat(report(of(symptom)).report().signUnread()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "symptoms[0].changeSinceLast, present, true",
        "symptoms[0].severity, present, true",
        "symptoms.leg_pain.extent, present, true",
        "symptoms[1], denied, true",
        "symptoms, denied, true",
        "symptoms[0].changeSinceLast, denied, false",
        "symptoms[0].side, denied, false",
        "symptoms[0].kg, present, false",
        "painBefore, present, false"
    })
    void whatWasSetAsideOfASignAtTheDoorIsNeverCalmed(String field, String status, boolean unread) {
        assertThat(report("""
                {"reportId": "r", "observedAt": "2026-02-05T18:00:00Z",
                 "symptoms": [{"code": "leg_pain", "status": "%s"}],
                 "setAside": [{"field": "%s", "why": "cannot be used"}]}""".formatted(status, field)).report().signUnread()).isEqualTo(unread);
    }

    @Test
    void aRedFlagThatIsGoneIsNeverCalmed() {
        assertThat(report(of("{\"code\": \"urine_leak\", \"status\": \"gone\"}"))
                        .report()
                        .signUnread())
                .isTrue();
        assertThat(report(of("{\"code\": \"urine_leak\", \"status\": \"denied\", \"changeSinceLast\": \"worse\"}"))
                        .report()
                        .signUnread())
                .isTrue();
        assertThat(report(of("{\"code\": \"muscle_soreness\", \"status\": \"gone\"}"))
                        .report()
                        .signUnread())
                .isFalse();
    }

    /// Each added to a calm course: in the case, the patient, the report, an exercise, or a sign.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"redFlags\": \"yes - cannot feel saddle area\"",
                "\"redFlags\": \"saddle numbness present\"",
                "\"temperature\": 39.4",
                "\"temp\": \"102F\"",
                "\"freeTextNote\": [\"I wet the bed\"]",
                "\"freeTextNote\": {\"text\": \"wet the bed\"}",
                "\"notas\": \"me orino encima\"",
                "\"painNotes\": \"worse\"",
                "\"concerns\": \"cannot feel my saddle area\"",
                "\"stopReason\": \"leg gave way\"",
                "\"exercisesDone\": [{\"name\": \"stopped, right foot dropped\"}]",
                "\"exercisesDone\": [{\"name\": \"tilt\", \"note\": \"foot went numb and dropped\"}]",
                "\"exercisesDone\": [{\"name\": \"tilt\", \"symptoms\": [\"foot_drop\"]}]",
                "\"selfManipulation\": {\"done\": true, \"symptoms\": [\"foot_drop\"]}",
                "\"newSymptoms\": [\"foot_drop\"]",
                "\"síntomas\": [\"foot_drop\"]",
                "\"answers\": {\"foot_drop\": \"yes\"}",
                "\"present\": [\"foot_drop\"]"
            })
    void aSignInAPlaceOfAReportWhereNoneIsLookedForNeverCalms(String field) throws Exception {
        String calm = calm(field + ",", "", "", "");

        assertThat(answer(calm).message()).doesNotContain("Nothing in your reports");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"symptoms\": [{\"code\": \"foot_drop\", \"status\": \"present\", \"onset\": \"new\"}]",
                "\"redFlags\": [\"foot_drop\"]",
                "\"notes\": \"new foot drop since Monday\"",
                "\"riskFactors\": [\"foot_drop\"]",
                "\"riskFactors\": [\"something odd\"]",
                "\"baselineConditions\": [{\"code\": \"foot_drop\", \"since\": \"2026-01-09\"}]"
            })
    void aSignOrAnUnreadRiskInThePatientNeverCalms(String field) throws Exception {
        assertThat(answer(calm("", ", " + field, "", "")).message()).doesNotContain("Nothing in your reports");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"complaint\": \"foot drop\"", "\"narrative\": \"her legs gave way\""})
    void aSignBesideTheReportsNeverCalms(String field) throws Exception {
        assertThat(answer(calm("", "", field + ",", "")).message()).doesNotContain("Nothing in your reports");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"can't pee since this morning\"",
                "[{\"reportId\": \"x\", \"symptoms\": [\"foot_drop\"]}]",
                "{\"reportId\": \"x\", \"symptoms\": [{\"code\": \"muscle_soreness\", \"status\": \"present\", \"also\": \"foot_drop\"}]}",
                "{\"reportId\": \"x\", \"symptoms\": [{\"code\": \"muscle_soreness\", \"status\": \"present\", \"detail\": \"and wet the bed\"}]}",
                "{\"reportId\": \"x\", \"symptoms\": [{\"code\": [\"urine_leak\", \"saddle_numbness\"], \"status\": \"present\"}]}"
            })
    void aReportOfAnotherShapeNeverCalms(String report) throws Exception {
        assertThat(answer(calm("", "", "", ", " + report)).message()).doesNotContain("Nothing in your reports");
    }

    @Test
    void wordsOfThePatientsOwnBesideASignAreANote() {
        assertThat(report(of("{\"code\": \"urine_leak\", \"status\": \"present\", \"hasDetail\": true}"))
                        .report()
                        .hasNote())
                .isTrue();
        assertThat(report(of("{\"code\": \"urine_leak\", \"status\": \"present\", \"detail\": \"at rest too\"}"))
                        .report()
                        .hasNote())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"painAfter\": \"unbearable\"",
                "\"painAfter\": 15",
                "\"painNextMorning\": \"fatal\"",
                "\"painDuringMax\": \"3 at rest, 9 moving\"",
                "\"setAside\": [{\"field\": \"painAfter\", \"why\": \"cannot be used\"}]"
            })
    void aScoreThatNobodyCanReadIsAskedForAndNeverCalmed(String field) throws Exception {
        Answer answer = answer(calm(field + ",", "", "", ""));

        assertThat(answer.message()).doesNotContain("Nothing in your reports").contains("How strong is your pain");
        assertThat(answer.insufficientData().missing()).contains("pain");
    }

    @Test
    void aRiskThatNobodyCanReadIsToldBesideWhateverElseIsFound() throws Exception {
        String odd = ", \"riskFactors\": [\"something odd\"]";

        assertThat(answer(calm("\"leg_tingling\": \"present\",", odd, "", "")).message())
                .contains("could not read all that is written about your health");
        assertThat(answer(calm("\"foot_drop\": {\"status\": \"present\", \"onset\": \"new\"},", odd, "", ""))
                        .message())
                .doesNotContain("could not read all that is written about your health");
    }

    @Test
    void aWorseOldSignIsNotCalledNew() throws Exception {
        String worse =
                "\"urine_leak\": {\"status\": \"present\", \"onset\": \"existing\", \"changeSinceLast\": \"worse\"},";

        assertThat(answer(calm(worse, "", "", "")).message()).contains("New or worse trouble with your bladder");
    }

    @Test
    void ordinaryHealthAndMetadataLeaveACalmCourseCalm() throws Exception {
        assertThat(answer(calm(
                                "\"device\": \"phone 12\", \"redFlags\": \"none\", \"flags\": false,",
                                ", \"riskFactors\": [\"hypertension\", \"mother had breast cancer\", \"desk job\"]",
                                "\"description\": \"plain back pain, no saddle numbness\",",
                                ""))
                        .message())
                .startsWith("Nothing in your reports");
    }

    @Test
    void aNoteIsSeenAndNotRead() {
        for (String field : List.of("\"freeTextNote\": \"numb\"", "\"notes\": \"x\"", "\"hasNote\": true")) {
            assertThat(noted(field)).as(field).isTrue();
        }
        for (String field :
                List.of("\"freeTextNote\": \" \"", "\"note\": null", "\"hasNote\": false", "\"note\": {}")) {
            assertThat(noted(field)).as(field).isFalse();
        }
    }

    @Test
    void aNoteOrASignInNoReportKeepsACalmCourseFromBeingCalmed() throws Exception {
        String calm = """
                { "patient": { "ageYears": 41 }, "evaluateAt": "2026-02-05T18:06:00Z",
                  "reports": [ { "reportId": "r1", "observedAt": "2026-02-05T18:00:00Z", "painBefore": 1, %s "symptoms": {
                    "denied": ["urine_cannot_start", "urine_leak", "urine_reduced_feeling", "bowel_leak",
                               "bowel_reduced_feeling", "saddle_numbness", "saddle_tingling", "sexual_function_change",
                               "leg_weakness", "fever"] } } ] }""";
        assertThat(answer(calm.formatted("")).message()).startsWith("Nothing in your reports");
        assertThat(answer(calm.formatted("\"comment\": \"no noto nada\",")).message())
                .doesNotContain("Nothing in your reports");
        assertThat(answer(calm.formatted("\"screening\": [\"fever\"],")).message())
                .doesNotContain("Nothing in your reports");
    }

    @Test
    void painInALegOfNoStatedExtentIsAskedAboutAndNeverCalmed() throws Exception {
        String symptoms = """
                "symptoms": [{"code": "leg_pain", "onset": "new", "severity": 8, "side": "%s" %s}]""";
        for (String side : List.of("left", "both")) {
            assertThat(besidesCalm(symptoms.formatted(side, "")).message())
                    .doesNotContain("Nothing in your reports")
                    .contains("If it goes below your knee, call your clinic today.");
            assertThat(besidesCalm(symptoms.formatted(side, ", \"extent\": \"thigh\""))
                            .message())
                    .startsWith("Nothing in your reports");
        }
        assertThat(besidesCalm(symptoms.formatted("left", ", \"assessedByClinician\": true")
                                .replace("new", "existing"))
                        .message())
                .as("known")
                .startsWith("Nothing in your reports");
    }

    private static Answer besidesCalm(String says) throws Exception {
        return answer(calm("", "", "", """
                , { "reportId": "r2", "observedAt": "2026-02-05T18:01:00Z", "painBefore": 1, %s }""".formatted(says)));
    }

    private static String calm(String inReport, String inPatient, String inCase, String anotherReport) {
        return """
                { "patient": { "ageYears": 41 %s }, %s "evaluateAt": "2026-02-05T18:06:00Z",
                  "reports": [ { "reportId": "r1", "observedAt": "2026-02-05T18:00:00Z", "painBefore": 1, %s "symptoms": {
                    "denied": ["urine_cannot_start", "urine_leak", "urine_reduced_feeling", "bowel_leak",
                               "bowel_reduced_feeling", "saddle_numbness", "saddle_tingling", "sexual_function_change",
                               "leg_weakness", "fever"] } } %s ] }""".formatted(inPatient, inCase, inReport, anotherReport);
    }

    /// Each beside constant pain at night: with cancer, for one, that is no calm course.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "breast cancer, no recurrence",
                "prostate ca, no mets",
                "linfoma no Hodgkin",
                "non smoker, breast cancer",
                "cáncer de colon operado, sin recidiva",
                "breast cancer, mother informed",
                "cancer, like my mother",
                "small cell lung cancer, wife informed",
                "cancer_history, no recurrence"
            })
    void aRiskCountsWhateverIsDeniedBesideIt(String written) throws Exception {
        String night = ", \"riskFactors\": [\"%s\"]".formatted(written);

        assertThat(answer(calm("\"night_pain_constant\": \"present\",", night, "", ""))
                        .findings())
                .extracting(Answer.Found::rule)
                .contains("cancer-pain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no longer on chemo for breast cancer", "no active cancer"})
    void aRiskThatIsMixedWithADenialOrARelativeNeverCalms(String written) throws Exception {
        assertThat(answer(calm("", ", \"riskFactors\": [\"%s\"]".formatted(written), "", ""))
                        .message())
                .doesNotContain("Nothing in your reports");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no cancer",
                "mother had breast cancer",
                "family history: breast cancer, lung cancer",
                "padre, cáncer de colon",
                "non drinker"
            })
    void aRiskOfNobodyOrOfARelativeLeavesACalmCourseCalm(String written) throws Exception {
        assertThat(answer(calm("", ", \"riskFactors\": [\"%s\"]".formatted(written), "", ""))
                        .message())
                .startsWith("Nothing in your reports");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "afraid of cancer",
                "worried about cancer",
                "miedo al cáncer",
                "cancer ruled out",
                "cáncer descartado",
                "tumor benigno"
            })
    void aRiskThatIsFearedOrExcludedIsNoneAndNeverCalms(String written) throws Exception {
        Answer answer = answer(calm("", ", \"riskFactors\": [\"%s\"]".formatted(written), "", ""));

        assertThat(answer.findings()).isEmpty();
        assertThat(answer.message()).doesNotContain("Nothing in your reports");
    }

    @Test
    void aRiskThatIsAFieldOfThePatientCounts() throws Exception {
        assertThat(answer(calm("\"night_pain_constant\": \"present\",", ", \"cancer_history\": true", "", ""))
                        .findings())
                .extracting(Answer.Found::rule)
                .contains("cancer-pain");
        assertThat(answer(calm("\"night_pain_constant\": \"present\",", ", \"cancer_history\": false", "", ""))
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"denied at first, now yes", "denied last week, present now", "denied but back again"})
    void aDenialThatSaysMoreIsNone(String status) throws Exception {
        assertThat(answer(calm(
                                "",
                                "",
                                "",
                                ", {\"reportId\": \"x\", \"observedAt\": \"2026-02-05T18:01:00Z\", \"symptoms\":"
                                        + " [{\"code\": \"urine_leak\", \"status\": \"" + status + "\"}]}"))
                        .urgency())
                .isEqualTo("emergency_now");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            denied  | other leg                   | false
            denied  | right (not left)            | false
            denied  | la derecha no la izquierda  | false
            denied  | ?                           | false
            present | other leg                   | true
            present | right (not left)            | true
            """)
    void aSideThatNobodyCanReadTakesNothingBack(String status, String side, boolean known) throws Exception {
        String later = ", {\"reportId\": \"%s\", \"observedAt\": \"2026-02-05T18:0%s:00Z\", \"symptoms\": [%s]}";
        Answer answer = answer(calm(
                "",
                "",
                "",
                later.formatted(
                                "x",
                                1,
                                "{\"code\": \"foot_drop\", \"status\": \"present\", \"onset\": \"new\", \"side\": \"left\"}")
                        + later.formatted(
                                "y",
                                2,
                                "{\"code\": \"foot_drop\", \"status\": \"%s\", \"side\": \"%s\", \"onset\": \"existing\", \"changeSinceLast\": \"same\", \"assessedByClinician\": %s}"
                                        .formatted(status, side, known))));

        assertThat(answer.findings()).extracting(Answer.Found::rule).contains("motor-major");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"painRegion\": \"numb between the legs\"",
                "\"muscle_soreness\": {\"status\": \"present\", \"onlyWhen\": \"numb between legs\"}",
                "\"muscle_soreness\": {\"status\": \"present\", \"trigger\": \"fell off a horse\"}"
            })
    void aSignInAnotherFieldOfOursNeverCalms(String field) throws Exception {
        assertThat(answer(calm(field + ",", "", "", "")).message()).doesNotContain("Nothing in your reports");
    }

    @Test
    void aSignSaidToComeOnlyWithItselfIsTheSameSign() {
        assertThat(report(
                                of(
                                        "{\"code\": \"urine_leak\", \"status\": \"present\", \"onlyWhen\": \"leaks pee on coughing\"}"))
                        .report()
                        .signUnread())
                .isFalse();
    }

    private static boolean noted(String field) {
        return report("""
                { "reportId": "r", "kind": "session", "observedAt": "2026-02-05T18:00:00Z", %s }""".formatted(field)).report().hasNote();
    }
}
