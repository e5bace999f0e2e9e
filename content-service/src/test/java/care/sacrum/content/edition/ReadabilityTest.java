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
        assertThat(Readability.ENGLISH.syllables(word)).isEqualTo(syllables);
    }

    @Test
    void shortWordsInShortSentencesAreEasy() {
        assertThat(Readability.ENGLISH.score("The cat sat on the mat. The dog ran to the gate."))
                .isLessThan(2);
    }

    @Test
    void aTextForSpecialistsIsNot() {
        assertThat(Readability.ENGLISH.score(
                        "Repeated forceful manipulation of the sacroiliac articulation predisposes the"
                                + " surrounding ligamentous structures to progressive hypermobility."))
                .isGreaterThan(15);
    }

    @ParameterizedTest
    @CsvSource({
        "pie, 1",
        "día, 2",
        "espalda, 3",
        "quieto, 2",
        "guitarra, 3",
        "pingüino, 3",
        "caerse, 3",
        "muy, 1",
        "yo, 1",
        "músculo, 3",
        "y, 1"
    })
    void spanishSyllablesAreCountedAsTheyAreSpoken(String word, int syllables) {
        assertThat(Readability.SPANISH.syllables(word)).isEqualTo(syllables);
    }

    @Test
    void anEasySpanishTextIsToldFromAHardOne() {
        assertThat(Readability.SPANISH.easyEnough("El gato está en la cama. El perro va a la puerta."))
                .isTrue();
        assertThat(Readability.SPANISH.easyEnough("La manipulación repetida de la articulación sacroilíaca predispone a"
                        + " la hipermovilidad progresiva de las estructuras ligamentosas."))
                .isFalse();
    }

    @Test
    void aLanguageWithoutAFormulaHasNone() {
        assertThat(Readability.in("fr")).isEmpty();
    }
}
