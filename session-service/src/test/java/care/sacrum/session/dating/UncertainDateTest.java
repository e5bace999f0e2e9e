package care.sacrum.session.dating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UncertainDateTest {

    private static final Instant RECEIVED = Instant.parse("2026-02-05T18:00:00Z");

    @Test
    void tenMinutesAheadAndFourHundredDaysBehindAreCertainAndNoMore() {
        assertThat(UncertainDate.is(RECEIVED.plus(Duration.ofMinutes(10)), RECEIVED))
                .isFalse();
        assertThat(UncertainDate.is(RECEIVED.plus(Duration.ofMinutes(10)).plusNanos(1), RECEIVED))
                .isTrue();
        assertThat(UncertainDate.is(RECEIVED.minus(Duration.ofDays(400)), RECEIVED))
                .isFalse();
        assertThat(UncertainDate.is(RECEIVED.minus(Duration.ofDays(400)).minusNanos(1), RECEIVED))
                .isTrue();
    }
}
