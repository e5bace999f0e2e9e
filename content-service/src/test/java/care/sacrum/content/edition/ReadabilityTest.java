package care.sacrum.content.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadabilityTest {

    @ParameterizedTest
    @CsvSource({
        "back, 1",
        "table, 2",
        "make, 1",
        "pulled, 1",
        "lifted, 2",
        "moves, 1",
        "reaches, 2",
        "emergency, 4",
        "department, 3",
        "muscle, 2",
        "knee, 1",
        "the, 1"
    })
    void syllablesAreCountedAsTheyAreSpoken(String word, int syllables) {
        assertThat(Readability.syllables(word)).isEqualTo(syllables);
    }

    @Test
    void shortWordsInShortSentencesAreEasy() {
        assertThat(Readability.grade("The cat sat on the mat. The dog ran to the gate."))
                .isLessThan(2);
    }

    @Test
    void aTextForSpecialistsIsNot() {
        assertThat(Readability.grade("Repeated forceful manipulation of the sacroiliac articulation predisposes the"
                        + " surrounding ligamentous structures to progressive hypermobility."))
                .isGreaterThan(15);
    }
}
