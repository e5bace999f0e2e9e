package care.sacrum.triage.live;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.rules.Kind;
import care.sacrum.triage.rules.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LooksTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final Instant RECEIVED = Instant.parse("2026-03-02T18:00:00Z");

    @Test
    void aReportOfAClockThatRunsAheadIsObservedNoLaterThanItWasReceived() {
        assertThat(Looks.observedAt(ahead())).isEqualTo(RECEIVED);
    }

    @Test
    void aLateReportWasObservedWhenItSays() {
        var observed = RECEIVED.minus(Duration.ofDays(2));

        assertThat(Looks.observedAt(report(observed, RECEIVED, LONDON))).isEqualTo(observed);
    }

    @Test
    void aClockThatRunsAheadDoesNotMakeItsReportTheLatestForDays() {
        var next = report(RECEIVED.plusSeconds(60), RECEIVED.plusSeconds(60), AUCKLAND);

        assertThat(Looks.latest(List.of(ahead(), next))).isSameAs(next);
    }

    @Test
    void theLatestIsTheSameInWhicheverOrderReportsBecameKnown() {
        var one = report("one", RECEIVED.minusSeconds(9), RECEIVED, LONDON);
        var atTheSameTime = report("two", RECEIVED.minusSeconds(9), RECEIVED, AUCKLAND);
        var ahead = report("ahead", RECEIVED.plus(Duration.ofDays(3)), RECEIVED.minusSeconds(20), LONDON);
        for (var order : List.of(
                List.of(one, atTheSameTime, ahead),
                List.of(ahead, atTheSameTime, one),
                List.of(atTheSameTime, ahead, one))) {
            Report latest = null;
            for (var report : order) {
                latest = Looks.latest(latest, report);
            }
            assertThat(latest).isSameAs(atTheSameTime).isSameAs(Looks.latest(order));
        }
    }

    private static Report ahead() {
        return report(RECEIVED.plus(Duration.ofDays(3)), RECEIVED, LONDON);
    }

    private static Report report(Instant observed, Instant received, ZoneId zone) {
        return report("r", observed, received, zone);
    }

    private static Report report(String id, Instant observed, Instant received, ZoneId zone) {
        return Report.of(id, Kind.SYMPTOM_CHECK_IN, observed, zone).with(draft -> draft.receivedAt(received));
    }
}
