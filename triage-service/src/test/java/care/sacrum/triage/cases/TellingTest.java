package care.sacrum.triage.cases;

import static care.sacrum.triage.cases.CaseReaderTest.of;
import static care.sacrum.triage.cases.CaseReaderTest.report;
import static care.sacrum.triage.cases.CaseReaderTest.symptom;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.rules.Change;
import care.sacrum.triage.rules.Onset;
import care.sacrum.triage.rules.Side;
import care.sacrum.triage.rules.Status;
import care.sacrum.triage.rules.Symptom;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of a sign, in the words of both languages.
class TellingTest {

    @ParameterizedTest
    @CsvSource({
        "severe, 8",
        "Very severe, 9",
        "mild, 2",
        "moderado, 5",
        "70%, 7",
        "7/10, 7",
        "seis, 6",
        "ocho sobre diez, 8",
        "8 sobre 10, 8",
        "six out of ten, 6",
        "a lot,",
        "120%,"
    })
    void aSeverityIsReadInWordsToo(String written, @Nullable Double severity) {
        assertThat(symptom("{\"code\": \"leg_weakness\", \"status\": \"present\", \"severity\": \"%s\"}"
                                .formatted(written))
                        .severity())
                .isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({
        "shortness of breath, true",
        "slurred speech, true",
        "urinary incontinence, true",
        "chest_pain, false",
        "Chest Pain, false",
        "urineLeak, false"
    })
    void aSignInOtherWordsThanACodeIsMarked(String written, boolean inOwnWords) {
        assertThat(symptom("{\"code\": \"%s\"}".formatted(written)).inOwnWords())
                .isEqualTo(inOwnWords);
    }

    @ParameterizedTest
    @CsvSource({
        "'no, never', DENIED",
        "not at all, DENIED",
        "none at all, DENIED",
        "nope, DENIED",
        "nunca, DENIED",
        "niega, DENIED",
        "jamás, DENIED",
        "No tengo, DENIED",
        "neg, DENIED",
        "ruled out, DENIED",
        "normal, DENIED",
        "OK, DENIED",
        "bien, DENIED",
        "para nada, DENIED",
        "-ve, DENIED",
        "no tiene, DENIED",
        "no he does not, DENIED",
        "no leakage at all, DENIED",
        "no pérdidas, DENIED",
        "negative x2, DENIED",
        "'No, thank God', DENIED",
        "no idea, PRESENT",
        "no control, PRESENT",
        "not ok, PRESENT",
        "no longer any control, PRESENT",
        "gone, DENIED",
        "not any more, DENIED",
        "ya no, DENIED",
        "sí, PRESENT",
        "not now, PRESENT",
        "no sé, PRESENT",
        "+, PRESENT",
        "✓, PRESENT",
        "not gone, PRESENT",
        "no change, PRESENT",
        "no feeling at all, PRESENT"
    })
    void aPlainNoIsADenial(String written, Status status) {
        assertThat(symptom("{\"code\": \"urine_leak\", \"status\": \"%s\"}".formatted(written))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "?", "no thanks", "none", "ninguno", "skipped", "n/a", "ausente"})
    void anAnswerThatWasNotGivenIsNone(String written) {
        assertThat(report(of("{\"code\": \"urine_leak\", \"status\": \"%s\"}".formatted(written)))
                        .report()
                        .symptoms())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "for 10 years, 2016-02-05",
        "10 años, 2016-02-05",
        "years ago, 2024-02-05",
        "about 6 weeks ago, 2025-12-25",
        "desde hace dos meses, 2025-12-05",
        "since 2012, 2012-12-31",
        "3 days ago, 2026-02-02",
        "since childbirth 10 years ago, 2016-02-05",
        "a few weeks, 2026-01-15"
    })
    void anOnsetIsReadAsATimeAgo(String written, LocalDate date) {
        Symptom symptom =
                symptom("{\"code\": \"urine_leak\", \"status\": \"present\", \"onset\": \"%s\"}".formatted(written));

        assertThat(symptom.onset()).isEqualTo(Onset.UNKNOWN);
        assertThat(symptom.onsetDate()).isEqualTo(date);
        assertThat(symptom(
                                "{\"code\": \"urine_leak\", \"status\": \"present\", \"onset\": \"existing\", \"onsetDate\": \"%s\"}"
                                        .formatted(written))
                        .onsetDate())
                .isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "long time",
                "ages",
                "existente",
                "crónico",
                "no es nuevo",
                "usual",
                "as before",
                "since always",
                "toda la vida"
            })
    void anOldOnsetIsReadInTheWordsOfBothLanguages(String written) {
        assertThat(symptom("{\"code\": \"urine_leak\", \"status\": \"present\", \"onset\": \"%s\"}".formatted(written))
                        .onset())
                .isEqualTo(Onset.EXISTING);
    }

    @Test
    void aYesIsReadInBothLanguagesAndWithWhatFollows() {
        for (String yes : List.of("sí", "Yes, GP 2019", "y")) {
            assertThat(symptom("{\"code\": \"urine_leak\", \"status\": \"present\", \"assessedByClinician\": \"%s\"}"
                                    .formatted(yes))
                            .assessedByClinician())
                    .as(yes)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "izquierda, LEFT",
        "izq, LEFT",
        "lt, LEFT",
        "derecha, RIGHT",
        "dcha, RIGHT",
        "derecho, RIGHT",
        "left leg, LEFT",
        "los dos lados, BOTH",
        "'left, now right too', BOTH",
        "'left only, never right', LEFT",
        "'not the right, left', LEFT",
        "'left leg, both above and below knee', LEFT",
        "'no en ambas, solo la izquierda', LEFT",
        "left big toe, LEFT",
        "L leg, LEFT",
        "izda., LEFT",
        "'left, right is fine', LEFT",
        "left (right clear), LEFT",
        "right now, RIGHT",
        "not only left, BOTH",
        "no solo la izquierda, BOTH",
        "not just the right, BOTH",
        "left + a little right, BOTH"
    })
    void aSideIsReadInTheWordsOfBothLanguages(String written, Side side) {
        assertThat(symptom("{\"code\": \"leg_tingling\", \"status\": \"present\", \"side\": \"%s\"}".formatted(written))
                        .side())
                .isEqualTo(side);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mainly left",
                "worse on left",
                "left initially",
                "left and the other one",
                "left (now spreading)",
                "left+",
                "izquierda sobre todo",
                "all right"
            })
    void aSideThatMayHideTheOtherIsNoneAndIsNamed(String written) {
        for (String field : List.of("side", "laterality", "location")) {
            Reading.OfReport read = report(of(
                    "{\"code\": \"leg_tingling\", \"status\": \"present\", \"%s\": \"%s\"}".formatted(field, written)));

            assertThat(read.report().symptoms().getFirst().side()).as(field).isNull();
            assertThat(read.report().signUnread()).as(field).isTrue();
            assertThat(read.setAside()).as(field).anyMatch(one -> one.field().equals("symptoms[0]." + field));
        }
    }

    @Test
    void aDenialOfASideThatNobodyCanReadDeniesNothing() {
        for (String code : List.of("saddle_numbness", "leg_tingling")) {
            Reading.OfReport read =
                    report(of("{\"code\": \"%s\", \"status\": \"denied\", \"side\": \"mainly left\"}".formatted(code)));

            assertThat(read.report().symptoms()).as(code).isEmpty();
            assertThat(read.report().signUnread()).as(code).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "walking, sitting",
        "when I walk far, Sits down",
        "walking more than 10 minutes, leaning forward on a trolley",
        "walking, leaning on the trolley",
        "walking uphill, when I have sat a while",
        "caminar, sentarse",
        "al andar, al sentarme",
        "walking, lying or sitting"
    })
    void aNarrowCanalHurtsOnWalkingAndIsEasedByBending(String onlyWhen, String eases) {
        assertThat(symptom(onWalking(onlyWhen, eases)).onlyOnWalking()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "walking, lying down",
        "walking, sitting no longer helps",
        "walking, 'nothing, not even sitting'",
        "walking, does not get better when sitting",
        "not only walking, sitting",
        "never walking, sitting",
        "'walking, now also at night', sitting",
        "walking and lying in bed, sitting",
        "walking?, sitting",
        "standing, sitting",
        "no solo al caminar, sentarse"
    })
    void whatComesOtherwiseOrIsEasedNoMoreIsNoNarrowCanal(String onlyWhen, String eases) {
        assertThat(symptom(onWalking(onlyWhen, eases)).onlyOnWalking()).isFalse();
    }

    @Test
    void painOnWalkingThatIsHedgedIsNeverCalmed() {
        assertThat(report(of(onWalking("walking, now also at night", "sitting")))
                        .report()
                        .signUnread())
                .isTrue();
        assertThat(report(of(onWalking("walking", "sitting"))).report().signUnread())
                .isFalse();
    }

    private static String onWalking(String onlyWhen, String eases) {
        return "{\"code\": \"leg_pain\", \"status\": \"present\", \"onlyWhen\": \"%s\", \"eases\": \"%s\"}"
                .formatted(onlyWhen, eases);
    }

    @ParameterizedTest
    @CsvSource({
        "peor, WORSE",
        "ha empeorado, WORSE",
        "wors, WORSE",
        "more severe, WORSE",
        "más fuerte, WORSE",
        "wrose, WORSE",
        "más débil, WORSE",
        "'no mejor, peor', WORSE",
        "'definitely not better, worse', WORSE",
        "'not the same, worse', WORSE",
        "no worse, SAME",
        "no peor, SAME",
        "not much worse,",
        "igual, SAME",
        "ni mejor ni peor, SAME",
        "ni peor ni nada,",
        "mejor, BETTER"
    })
    void aChangeIsReadInTheWordsOfBothLanguages(String written, @Nullable Change change) {
        assertThat(symptom("{\"code\": \"urine_leak\", \"status\": \"present\", \"changeSinceLast\": \"%s\"}"
                                .formatted(written))
                        .changeSinceLast())
                .isEqualTo(change);
    }

    @Test
    void gettingWorseIsReadInAnyWordsAndNotWorseIsNot() {
        for (String worse : List.of("a bit worse", "Getting worse", "WORSE!!")) {
            assertThat(changed(worse)).as(worse).isEqualTo(Change.WORSE);
        }
        for (String not : List.of("not worse", "no worse", "as ever")) {
            assertThat(changed(not)).as(not).isEqualTo(Change.SAME);
        }
        assertThat(symptom("{\"code\": \"leg weakness getting worse\", \"status\": \"present\"}")
                        .changeSinceLast())
                .isEqualTo(Change.WORSE);
    }

    private static Change changed(String written) {
        return symptom("{\"code\": \"urine_leak\", \"status\": \"present\", \"changeSinceLast\": \"%s\"}"
                        .formatted(written))
                .changeSinceLast();
    }
}
