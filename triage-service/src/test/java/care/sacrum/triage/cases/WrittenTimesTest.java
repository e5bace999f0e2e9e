package care.sacrum.triage.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Dates that mean one day are read; those that mean two are not guessed.
class WrittenTimesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            25/02/2026            | 2026-02-25
            02/25/2026            | 2026-02-25
            3.3.2026              | 2026-03-03
            13-1-2026 18:00       | 2026-01-13 18:00
            2 March 2026          | 2026-03-02
            2nd Mar. 2026, 18:00  | 2026-03-02 18:00
            March 2, 2026 at 18:00Z | 2026-03-02 18:00Z
            Sept 12 2026          | 2026-09-12
            25 de diciembre de 2025 | 2025-12-25
            3 enero 2026          | 2026-01-03
            2026-02-05T18:00:00Z  | 2026-02-05T18:00:00Z
            """)
    void oneDayIsRead(String written, String yearFirst) {
        assertThat(WrittenTimes.yearFirst(written)).isEqualTo(yearFirst);
    }

    @ParameterizedTest
    @ValueSource(strings = {"02/03/2026", "3 Brumaire 2026", "02/03/26", "yesterday", ""})
    void whatMeansTwoDaysOrNoneIsLeftAlone(String written) {
        assertThat(WrittenTimes.yearFirst(written)).isEqualTo(written);
    }

    @Test
    void ofTwoDaysTheLaterIsKnown() {
        assertThat(WrittenTimes.later("02/03/2026")).isEqualTo("2026-03-02");
        assertThat(WrittenTimes.later("12/01/2026 18:00")).isEqualTo("2026-12-01");
        for (String none : new String[] {"25/02/2026", "03/03/2026", "0/3/2026", "2026-02-03", "today"}) {
            assertThat(WrittenTimes.later(none)).as(none).isNull();
        }
    }

    @Test
    void countedFrom1970InSecondsOrMilliseconds() {
        assertThat(WrittenTimes.counted("1772474400")).isEqualTo("2026-03-02T18:00:00Z");
        assertThat(WrittenTimes.counted("1772474400000")).isEqualTo("2026-03-02T18:00:00Z");
        assertThat(WrittenTimes.counted("20260302")).isNull();
    }
}
