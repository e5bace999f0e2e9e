package care.sacrum.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordTest {

    @Test
    void howAWordIsJoinedAndHowWideItsLettersAreSaysNothing() {
        for (String written : new String[] {"urine_leak", "Urine Leak", "urineLeak", "ｕｒｉｎｅ＿ｌｅａｋ"}) {
            assertThat(Word.find(SymptomCode.class, written)).as(written).contains(SymptomCode.URINE_LEAK);
        }
        assertThat(Word.find(SymptomCode.class, "urine")).isEmpty();
    }

    @Test
    void anAccentSaysNothing() {
        assertThat(Word.letters("Crónico, desde los 7 años")).isEqualTo("cronicodesdelos7anos");
        assertThat(Word.letters("ß")).isEqualTo("ß");
    }

    @Test
    void theCodesFitIntoASetOfBits() {
        assertThat(SymptomCode.values()).hasSizeLessThanOrEqualTo(Long.SIZE);
    }

    @Test
    void theRedFlagsMustBeAsked() {
        assertThat(SymptomCode.URINE_LEAK.mustBeAsked()).isTrue();
        assertThat(SymptomCode.MUSCLE_SORENESS.mustBeAsked()).isFalse();
    }
}
