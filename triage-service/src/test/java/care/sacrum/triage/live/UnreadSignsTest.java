package care.sacrum.triage.live;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.rules.Because;
import care.sacrum.triage.rules.Kind;
import care.sacrum.triage.rules.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnreadSignsTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant NOW = Instant.parse("2026-02-05T18:00:00Z");

    @Test
    void eachReportThatTellsOfOneIsNamedByThePatientsOwnDayTheLatestFirst() {
        var history = List.of(tells("r1", Duration.ofDays(2)), calm(), tells("r2", Duration.ofHours(1)));

        assertThat(UnreadSigns.of(history, NOW).getFirst().because())
                .containsExactly(
                        new Because("r2", LocalDate.parse("2026-02-06"), "a sign in words that no rule reads"),
                        new Because("r1", LocalDate.parse("2026-02-04"), "a sign in words that no rule reads"));
    }

    @Test
    void twentyReportsAreNamedAtMost() {
        var history = IntStream.range(0, 30)
                .mapToObj(i -> tells("r" + i, Duration.ofHours(i)))
                .toList();

        assertThat(UnreadSigns.of(history, NOW).getFirst().because())
                .hasSize(20)
                .extracting(Because::reportId)
                .startsWith("r0", "r1");
    }

    private static Report tells(String id, Duration ago) {
        return Report.of(id, Kind.SYMPTOM_CHECK_IN, NOW.minus(ago), TOKYO)
                .with(draft -> draft.receivedAt(NOW.minus(ago)).signUnread(true));
    }

    private static Report calm() {
        return Report.of("calm", Kind.SYMPTOM_CHECK_IN, NOW.minus(Duration.ofHours(3)), TOKYO);
    }
}
