package care.sacrum.triage.cases;

import static care.sacrum.triage.cases.CaseReaderTest.answer;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.rules.SetAside;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Fields under other names than ours: what they plainly tell is read, and of the rest nothing is lost in silence.
class OtherNamesTest {
    private static final String CALM = "Nothing in your reports";

    /// Each said of a leak that a clinician knows, and that is calm by itself.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "worse": true
            "worsening": true
            "worsening": "since Monday"
            "getting_worse": "yes"
            "progressive": true
            "trend": "worse"
            "trend": "up"
            "change": "worse"
            "changeSince": "worsening"
            "progress": "getting worse"
            "progression": "peor"
            "evolution": "worse"
            "changeSinceLast": "same", "worsening": true
            "changeSinceLast": "+"
            "changeSinceLast": "++"
            "changeSinceLast": "back again"
            "onset": "recurrent"
            "onset": "came back"
            "onset": "de nuevo"
            "saddle_numbness": true
            """)
    void aKnownLeakThatIsWorseOrBackIsAnEmergency(String said) {
        assertThat(answer(leak(said)).urgency()).isEqualTo("emergency_now");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "trend": "so-so"                          | trend
            "progress": 3                             | progress
            "onset": "gradual"                        | onset
            "onset": {"when": "?"}                    | onset
            "changeSinceLast": "hm"                   | changeSinceLast
            "quality": "burning"                      | quality
            "canHoldIt": false                        | canHoldIt
            "onset": null, "since": "2012"            | since
            "intensity": "awful"                      | intensity
            "location": "between the legs"            | location
            "changeSinceLast": "same", "change": "up and down" | change
            """)
    void whatNobodyKnowsOfASignIsNamedAndNeverCalmed(String said, String field) {
        Answer answer = answer(leak(said));

        assertThat(answer.message()).doesNotContain(CALM);
        assertThat(answer.setAside()).extracting(SetAside::field).contains("symptoms[0]." + field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "id": "s-1", "recordedAt": "2026-02-05", "deviceId": "x"
            "worse": false
            "worsening": "no"
            "trend": null, "progress": "", "change": [], "evolution": {}
            "bilateral": false
            "trend": "same"
            "intensity": 0
            "location": "lower back"
            "display": "Leaking urine"
            "since": "2012"
            "quality": "dull"
            """)
    void whatIsHarmlessOrEmptyLeavesAKnownLeakCalm(String said) {
        assertThat(answer(leak(said)).message()).startsWith(CALM);
    }

    /// Each a sign beside a calm report.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"code": "saddle_numbness", "status": "denied", "present": true}                  | emergency_now
            {"code": "saddle_numbness", "status": "denied", "is_present": "yes"}              | emergency_now
            {"symptom_code": "saddle_numbness", "status": "present"}                          | emergency_now
            {"symptomName": "saddle numbness", "status": "present"}                           | emergency_now
            {"type": "bowel_leak", "present": "yes"}                                          | emergency_now
            {"question": "Do you leak urine?", "answer": "yes, at night"}                     | emergency_now
            {"code": "muscle_soreness", "status": "present", "bowel_leak": true}              | emergency_now
            {"saddle_numbness": true, "onset": "new"}                                         | emergency_now
            {"leg_weakness": true, "side": "both"}                                            | emergency_now
            {"code": "leg_tingling", "status": "present", "onset": "new", "bilateral": true}  | urgent_same_day
            {"code": "leg_tingling", "status": "present", "onset": "new", "laterality": "both"} | urgent_same_day
            {"code": "leg_tingling", "status": "present", "onset": "new", "sides": ["left", "right"]} | urgent_same_day
            {"code": "leg_tingling", "status": "present", "onset": "new", "side": "left", "bilateral": true} | urgent_same_day
            {"code": "leg_tingling", "status": "present", "onset": "new", "bodySite": "both feet"} | urgent_same_day
            {"code": "leg_tingling", "status": "present", "onset": "new", "left": true, "right": true} | urgent_same_day
            {"code": "leg_weakness", "status": "present", "side": "left", "intensity": 8}     | urgent_same_day
            {"code": "leg_weakness", "status": "present", "side": "left", "severity": 2, "score": "8/10"} | urgent_same_day
            {"code": "leg_weakness", "status": "present", "side": "left", "nrs": 7}           | urgent_same_day
            {"code": "leg_weakness", "status": "present", "side": "left", "grade": "severe"}  | urgent_same_day
            {"code": "leg_weakness", "status": "present", "side": "left", "value": 8}         | urgent_same_day
            {"code": "leg_weakness", "status": "present", "side": "left", "power": "2/5"}     | urgent_same_day
            {"code": "leg_weakness", "status": "present", "side": "left", "power": "4/5"}     | soon
            {"code": "fever", "status": "denied", "bodyTemp": 39.4}                           | urgent_same_day
            {"code": "fever", "status": "denied", "value": 39.4}                              | urgent_same_day
            {"code": "fever", "status": "denied", "tempF": 102}                               | urgent_same_day
            {"code": "cold_symptoms", "status": "present", "temperature": 38.0}               | urgent_same_day
            """)
    void whatIsPlainIsRead(String symptom, String urgency) {
        assertThat(answer(course("", "", "", symptom)).urgency()).isEqualTo(urgency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "vitals": {"temperature": 39.4}                                             | urgent_same_day
            "vitals": {"pulse": 80, "temp": "102.2 F"}                                  | urgent_same_day
            "measurements": [{"type": "temperature", "value": 39.5, "unit": "C"}]       | urgent_same_day
            "measurements": {"body_temperature": {"value": 103, "unit": "F"}}           | urgent_same_day
            "bodyTemp": 38.0                                                            | urgent_same_day
            "temperature": "39,4"                                                       | urgent_same_day
            "temperatureF": 102                                                         | urgent_same_day
            "answers": [{"question": "Do you leak urine?", "answer": "yes"}]            | emergency_now
            "responses": [{"questionId": "urine_leak", "value": "yes"}, {"questionId": "fever", "value": "no"}] | emergency_now
            "observations": [{"code": "saddle_numbness", "value": true}]                | emergency_now
            "additionalSymptoms": ["foot drop"]                                         | emergency_now
            "otherSymptoms": "numb between the legs"                                    | emergency_now
            "extra": {"redFlags": {"saddle_numbness": true}}                            | emergency_now
            "data": {"symptoms": [{"code": "saddle_numbness", "status": "present"}]}    | emergency_now
            "symptoms": {"items": [{"code": "saddle_numbness", "status": "present"}]}   | emergency_now
            "riskFactors": ["cancer_history"], "leg_tingling": "present"                | emergency_now
            """)
    void whatAReportPlainlyTellsIsRead(String field, String urgency) {
        String other = ", {\"reportId\": \"r2\", \"observedAt\": \"2026-02-05T18:01:00Z\", \"painBefore\": 2, %s}";

        assertThat(answer(course("", "", other.formatted(field), "")).urgency()).isEqualTo(urgency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"vitals\": {\"pulse\": 130}",
                "\"temperature\": \"39.4 this morning\"",
                "\"walkingTest\": \"stopped after 20 m\"",
                "\"ableToWalk\": false",
                "\"side\": \"left\"",
                "\"baselineConditions\": [\"stress_urinary_incontinence\"]",
                "\"extra\": {\"x\": 1}",
                "\"answers\": [{\"question\": \"Do you sleep well?\", \"answer\": \"depends\"}]"
            })
    void whatNobodyKnowsOfAReportIsNamedAndNeverCalmed(String field) {
        Answer answer = answer(course("", field + ",", "", ""));

        assertThat(answer.message()).doesNotContain(CALM);
        assertThat(answer.setAside()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"device\": {\"os\": \"x\"}, \"appVersion\": \"3.1\", \"sessionId\": 7, \"weightKg\": 80, \"app\": {\"version\": \"1\"}",
                "\"vitals\": {\"temperature\": 36.8}",
                "\"vitals\": {}, \"walkingTest\": null, \"redFlag\": false, \"extra\": [\"\"]",
                "\"additionalSymptoms\": \"none\""
            })
    void whatIsHarmlessOrEmptyInAReportLeavesItCalm(String field) {
        assertThat(answer(course("", field + ",", "", "")).message()).startsWith(CALM);
    }

    /// Each with a fall of today, which is grave where bones are thin.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"comorbidities\": \"osteoporosis\"",
                "\"conditions\": [\"osteoporosis\"]",
                "\"conditions\": [{\"code\": \"osteoporosis\"}]",
                "\"history\": \"hypertension, osteoporosis\"",
                "\"pmh\": \"osteoporosis\"",
                "\"diagnoses\": [\"osteoporosis\"]",
                "\"medications\": [\"prednisolone 10 mg daily for years\"]",
                "\"antecedentes\": [\"osteoporosis\"]",
                "\"hasOsteoporosis\": true",
                "\"steroids\": true",
                "\"steroids\": \"for years\"",
                "\"riskFactor\": [\"osteoporosis\"]",
                "\"riskFactors\": [], \"RiskFactors\": [\"osteoporosis\"]",
                "\"riskFactors\": [\"smoker, osteoporosis\"]"
            })
    void aRiskUnderAnotherNameIsRead(String field) {
        String fall = "{\"code\": \"minor_trauma\", \"status\": \"present\", \"onset\": \"new\"}";

        assertThat(answer(course(", " + field, "", "", fall)).urgency()).isEqualTo("urgent_same_day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"cancer_history\": true",
                "\"comorbidities\": [\"breast cancer\"]",
                "\"history\": \"metastatic breast cancer\"",
                "\"riskFactors\": [\"osteoporosis, breast cancer\"]"
            })
    void cancerUnderAnotherNameIsRead(String field) {
        String tingling = "{\"code\": \"leg_tingling\", \"status\": \"present\", \"onset\": \"new\"}";

        assertThat(answer(course(", " + field, "", "", tingling)).urgency()).isEqualTo("emergency_now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"conditions\": [\"something rare\"]",
                "\"medications\": [\"unheardofumab\"]",
                "\"history\": \"operated on the spine?\"",
                "\"frailty\": \"high\"",
                "\"conditions\": [\"stress_urinary_incontinence\"]"
            })
    void whatNobodyKnowsOfAPatientIsNamedAndNeverCalmed(String field) {
        Answer answer = answer(course(", " + field, "", "", ""));

        assertThat(answer.message()).doesNotContain(CALM);
        assertThat(answer.setAside()).extracting(SetAside::field).anyMatch(one -> one.startsWith("patient."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\": \"A.\", \"gender\": \"f\", \"language\": \"en\", \"heightCm\": 170",
                "\"conditions\": [\"hypertension\", \"asthma\"], \"medications\": [\"ibuprofen 400 mg\", \"ramipril\"]",
                "\"comorbidities\": \"none\", \"history\": \"\", \"diagnoses\": []",
                "\"isPregnant\": false, \"steroids\": \"no\"",
                "\"smokingStatus\": \"non-smoker\", \"pregnancyStatus\": \"not pregnant\", \"allergies\": [\"nuts\"]",
                "\"familyHistory\": \"breast cancer\""
            })
    void whatIsHarmlessOfAPatientLeavesThemCalm(String field) {
        assertThat(answer(course(", " + field, "", "", "")).message()).startsWith(CALM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"hello\": [1, 2],", "\"severity\": 7,", "\"baselineConditions\": [\"x\"],"})
    void whatNobodyKnowsOfACaseIsNamedAndNeverCalmed(String field) {
        Answer answer = answer(course("", "", "", "").replaceFirst("\\{", "{" + field));

        assertThat(answer.message()).doesNotContain(CALM);
        assertThat(answer.setAside()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "code": "stress_urinary_incontinence?"
            "code": "suspected stress incontinence"
            "code": "stress_urinary_incontinence", "status": "resolved 2020"
            "code": "stress_urinary_incontinence", "status": "suspected"
            "code": "stress_urinary_incontinence", "active": false
            "code": "stress_urinary_incontinence", "resolved": true
            "code": "stress_urinary_incontinence", "until": "2020-01-01"
            "code": "stress_urinary_incontinence", "until": "last summer"
            "code": "stress_urinary_incontinence", "since": "2027-01-01"
            "code": "stress_urinary_incontinence", "since": "2026-06"
            """)
    void aConditionThatIsDoubtfulOrOverOrToComeCoversNothing(String condition) {
        Answer answer =
                answer(leak("\"onset\": \"existing\"").replace("\"code\": \"stress_urinary_incontinence\"", condition));

        assertThat(answer.findings()).extracting(Answer.Found::rule).contains("ces-existing");
        assertThat(answer.setAside()).extracting(SetAside::field).anyMatch(one -> one.startsWith("patient.baseline"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "code": "stress_urinary_incontinence", "status": "active", "until": null
            "code": "stress_urinary_incontinence", "status": "present since 2016", "resolved": false
            "code": "stress_urinary_incontinence", "since": "2016-01-01", "until": "ongoing"
            "code": "stress_urinary_incontinence", "since": "2026"
            "code": "stress_urinary_incontinence", "until": "2030-01-01"
            """)
    void aConditionThatIsThereNowCovers(String condition) {
        assertThat(answer(leak("\"onset\": \"existing\"")
                                .replace("\"code\": \"stress_urinary_incontinence\"", condition))
                        .message())
                .startsWith(CALM);
    }

    @ParameterizedTest
    @CsvSource({"70+, 70", "over 70, 70", ">70, 70", "70 or older, 70", "65 plus, 65", "70s, 75", "mayor de 70, 70"})
    void anAgeThatIsTheLeastIsRead(String written, int age) throws Exception {
        assertThat(CaseReader.patient(new com.fasterxml.jackson.databind.ObjectMapper()
                                .readTree("{\"ageYears\": \"%s\"}".formatted(written)))
                        .patient()
                        .ageYears())
                .isEqualTo(age);
    }

    /// Each beside sweats at night: with lowered defences, that is seen the same day.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chemotherapy                              | urgent_same_day
            currently on chemotherapy                 | urgent_same_day
            chemo 3 months ago for breast cancer      | urgent_same_day
            no immune system                          | urgent_same_day
            no spleen                                 | urgent_same_day
            sin bazo                                  | urgent_same_day
            spleen removed 2001                       | urgent_same_day
            splenectomy                               | urgent_same_day
            asplenia                                  | urgent_same_day
            inmunodeprimido                           | urgent_same_day
            chemotherapy 10 years ago                 | self_care
            chemo in 2015                             | self_care
            no problems with the immune system        | self_care
            mother had chemotherapy                   | self_care
            """)
    void whoseDefencesAreLowIsToldFromTheirWords(String risk, String urgency) {
        String sweats = "{\"code\": \"night_sweats\", \"status\": \"present\", \"onset\": \"new\"}";

        assertThat(answer(course(", \"riskFactors\": [\"%s\"]".formatted(risk), "", "", sweats))
                        .urgency())
                .isEqualTo(urgency);
    }

    private static String leak(String said) {
        return course("""
                , "baselineConditions": [{"code": "stress_urinary_incontinence", "stable": true,
                                          "assessedByClinician": true}]""", "", "", """
                {"code": "urine_leak", "status": "present", %s %s}""".formatted(said.contains("onset") ? "" : "\"onset\": \"existing\",", said));
    }

    /// A calm course, and what is put into its patient, its report, after it, and beside its denied signs.
    private static String course(String inPatient, String inReport, String after, String symptom) {
        StringBuilder symptoms = new StringBuilder(symptom);
        for (String code :
                "urine_cannot_start urine_leak urine_reduced_feeling bowel_leak bowel_reduced_feeling saddle_numbness saddle_tingling sexual_function_change leg_weakness fever"
                        .split(" ")) {
            if (!symptom.contains('"' + code + '"')) {
                symptoms.append(symptoms.isEmpty() ? "" : ", ")
                        .append("{\"code\": \"%s\", \"status\": \"denied\"}".formatted(code));
            }
        }
        return """
                { "patient": { "ageYears": 41, "homeTimeZone": "UTC" %s }, "evaluateAt": "2026-02-05T18:06:00Z",
                  "reports": [ { "reportId": "r1", "kind": "symptom_check_in", "observedAt": "2026-02-05T18:00:00Z",
                                 "observedTimeZone": "UTC", "painBefore": 2, %s "symptoms": [ %s ] } %s ] }""".formatted(inPatient, inReport, symptoms, after);
    }
}
