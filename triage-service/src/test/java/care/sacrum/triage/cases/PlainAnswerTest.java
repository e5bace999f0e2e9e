package care.sacrum.triage.cases;

import static care.sacrum.triage.cases.CaseReaderTest.of;
import static care.sacrum.triage.cases.CaseReaderTest.report;
import static care.sacrum.triage.cases.CaseReaderTest.symptom;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.rules.BaselineCondition;
import care.sacrum.triage.rules.Onset;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.SetAside;
import care.sacrum.triage.rules.Status;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A yes or a no that calms must be plain: what is hedged is set aside, named, and calms nobody.
class PlainAnswerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes?",
                "yes, appointment Friday",
                "sí, por teléfono",
                "true, but it is worse",
                "yes, not examined",
                "yes but not this",
                "yes - before it got worse",
                "sí, hasta ayer",
                "yes, on the phone",
                "yes, GP next week",
                "yes, GP on Friday",
                "yes, Dr Friday",
                "yes, 2031",
                "yes, 2026-03-01",
                "yes, GP not sure",
                "GP?",
                "yes, 3 times"
            })
    void aYesThatSaysMoreThanYesAssessesNothing(String written) {
        Reading.OfReport read = report(of(assessed(written)));

        assertThat(read.report().symptoms().getFirst().assessedByClinician()).isFalse();
        assertThat(read.setAside()).extracting(SetAside::field).contains("symptoms[0].assessedByClinician");
        assertThat(read.report().signUnread()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Sí",
                "Y",
                "1",
                "true",
                "yes, 2019",
                "yes, by GP",
                "yes, Dr Smith",
                "yes, by my urologist last year",
                "sí, urólogo",
                "sí, por el médico de cabecera hace dos años",
                "GP 2019",
                "yes, 2025-11-02"
            })
    void aPlainYesAssessesAlsoWithWhoItWasAndWhen(String written) {
        Reading.OfReport read = report(of(assessed(written)));

        assertThat(read.report().symptoms().getFirst().assessedByClinician()).isTrue();
        assertThat(read.setAside()).noneMatch(one -> one.field().startsWith("symptoms"));
        assertThat(read.report().signUnread()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"self", "booked", "not yet", "no, next week"})
    void whatIsNoYesAssessesNothingAndIsNoSignThatNobodyCouldRead(String written) {
        Report report = report(of(assessed(written))).report();

        assertThat(report.symptoms().getFirst().assessedByClinician()).isFalse();
        assertThat(report.signUnread()).isFalse();
    }

    private static String assessed(String written) {
        return "{\"code\": \"foot_drop\", \"status\": \"present\", \"onset\": \"existing\", \"assessedByClinician\": \"%s\"}"
                .formatted(written);
    }

    @Test
    void whetherAnOrdinaryAcheWasAssessedMattersToNoRule() {
        assertThat(report(of("{\"code\": \"low_back_pain\", \"assessedByClinician\": \"yes, on the phone\"}"))
                        .report()
                        .signUnread())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"stable\": \"yes until Monday\"",
                "\"stable\": \"stable?\"",
                "\"stable\": \"was stable\"",
                "\"assessedByClinician\": \"yes?\"",
                "\"assessedByClinician\": \"sí pero\"",
                "\"since\": \"last week\"",
                "\"since\": \"hace 3 días\"",
                "\"since\": \"2026-02-01\"",
                "\"since\": \"who knows\"",
                "\"value\": false",
                "\"exists\": \"no\""
            })
    void aConditionInDoubtOrOfLateKeepsNothingKnown(String field) throws Exception {
        Reading.Read read = withACondition(field);

        assertThat(read.course().patient().baselineConditions())
                .noneMatch(one -> one.stable() && one.assessedByClinician());
        assertThat(read.course().patient().factsUnread()).isTrue();
        assertThat(read.course().setAside())
                .extracting(SetAside::field)
                .anyMatch(name -> name.startsWith("patient.base"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"stable\": \"stable\"",
                "\"stable\": \"estable\"",
                "\"stable\": \"yes, since 2015\"",
                "\"assessedByClinician\": \"GP 2019\"",
                "\"since\": \"2014\"",
                "\"since\": \"10 years ago\"",
                "\"since\": \"circa 2016\"",
                "\"since\": \"desde niño\"",
                "\"since\": \"2026-02\"",
                "\"value\": true"
            })
    void aConditionThatIsPlainlyStableAndAssessedStaysKnown(String field) throws Exception {
        Reading.Read read = withACondition(field);

        assertThat(read.course().patient().baselineConditions())
                .singleElement()
                .matches(BaselineCondition::stable)
                .matches(BaselineCondition::assessedByClinician);
        assertThat(read.course().patient().factsUnread()).isFalse();
    }

    private static Reading.Read withACondition(String field) throws Exception {
        ObjectMapper json = new ObjectMapper();
        var document = json.readTree("""
                { "evaluateAt": "2026-02-05T18:00:00Z", "reports": [], "patient": { "baselineConditions": [
                  { "code": "stress_urinary_incontinence", "stable": true, "assessedByClinician": true } ] } }""");
        json.readerForUpdating(document.at("/patient/baselineConditions/0")).readValue("{" + field + "}");
        return (Reading.Read) CaseReader.read(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no?", "denied?", "niega?", "n?", "¿no?", "neg?", "denied (?)"})
    void aDoubtedNoDeniesNothing(String written) {
        for (String field : List.of("status", "value")) {
            Reading.OfReport read =
                    report(of("{\"code\": \"saddle_numbness\", \"%s\": \"%s\"}".formatted(field, written)));

            assertThat(read.report().symptoms()).isEmpty();
            assertThat(read.report().signUnread()).isTrue();
            assertThat(read.setAside()).extracting(SetAside::field).contains("symptoms[0]." + field);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"onset\": \"existing?\"",
                "\"changeSinceLast\": \"same?\"",
                "\"changeSinceLast\": \"mejor (?)\"",
                "\"trend\": \"better?\"",
                "\"extent\": \"thigh?\""
            })
    void whatWouldCalmIsUnreadWithAQuestionMark(String field) {
        Reading.OfReport read =
                report(of("{\"code\": \"leg_tingling\", \"status\": \"present\", %s}".formatted(field)));

        assertThat(read.report().signUnread()).isTrue();
        assertThat(read.report().symptoms().getFirst())
                .matches(one -> one.onset() == Onset.UNKNOWN)
                .matches(one -> one.changeSinceLast() == null)
                .matches(one -> one.extent() == null);
    }

    @Test
    void aDateWithAQuestionMarkIsNeverCalmed() {
        assertThat(report(of("{\"code\": \"leg_tingling\", \"onset\": \"existing\", \"onsetDate\": \"2019-01-01?\"}"))
                        .report()
                        .signUnread())
                .isTrue();
    }

    @Test
    void whatAlarmsAlarmsWithAQuestionMarkToo() {
        assertThat(symptom("{\"code\": \"saddle_numbness\", \"status\": \"yes?\", \"onset\": \"new?\"}"))
                .matches(one -> one.status() == Status.PRESENT)
                .matches(one -> one.onset() == Onset.NEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"onset\": \"new\"",
                "\"trigger\": \"unless I cough\"",
                "\"onlyWhen\": \"sitting\"",
                "\"changeSinceLast\": \"worse\"",
                "\"severity\": 4"
            })
    void aRedFlagThatIsDeniedWithSomethingToldOfItIsNeverCalmed(String field) {
        assertThat(report(of("{\"code\": \"saddle_numbness\", \"status\": \"denied\", %s}".formatted(field)))
                        .report()
                        .signUnread())
                .isTrue();
    }
}
