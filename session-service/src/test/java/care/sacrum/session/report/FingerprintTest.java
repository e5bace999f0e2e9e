package care.sacrum.session.report;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.Contracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a': 1, 'b': [1, 2]} | {'b': [1, 2], 'a': 1}",
                "{'a': 4} | {'a': 4.0}",
                "{'a': 4, 'b': null} | {'a': 4}",
                "{'sentAt': '2026-02-05T18:00:00Z'} | {'sentAt': '2026-02-06T18:00:00Z'}",
                "{'reportId': 'a', 'b': 1} | {'b': 1}"
            })
    void bodiesThatSayTheSameAreTheSame(String one, String other) {
        assertThat(of(one)).isEqualTo(of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a': 1} | {'a': 2}",
                "{'a': 1} | {'a': '1'}",
                "{'a': [1, 2]} | {'a': [2, 1]}",
                "{'a': {}} | {'a': []}",
                "{'a': 'b,'} | {'a': 'b', '': ''}",
                "{'a': {'sentAt': 1}} | {'a': {'sentAt': 2}}",
                "{'a': true} | {'a': 'true'}",
                "{'a': 0.1} | {'a': 0.2}"
            })
    void bodiesThatSayAnotherThingDiffer(String one, String other) {
        assertThat(of(one)).isNotEqualTo(of(other));
    }

    private static byte[] of(String body) {
        return Fingerprint.of(Contracts.json(body.replace('\'', '"')));
    }
}
