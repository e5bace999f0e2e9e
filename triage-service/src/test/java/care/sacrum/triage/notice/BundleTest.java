package care.sacrum.triage.notice;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.notice.Bundle.Decision;
import care.sacrum.triage.notice.Letter.Attempt;
import care.sacrum.triage.notice.Letter.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BundleTest {

    private static final Instant NOW = Instant.parse("2026-02-05T18:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Addressee LEAD = new Addressee(new UUID(0, 1), Addressee.LEAD);
    private static final UUID LETTER = new UUID(0, 2);
    private static final NoticeSettings SETTINGS = new NoticeSettings() {
        @Override
        public Optional<String> smtpHost() {
            return Optional.empty();
        }

        @Override
        public String from() {
            return "sacrum@localhost";
        }

        @Override
        public String worklistUrl() {
            return "http://localhost/{practice}";
        }

        @Override
        public String every() {
            return "2s";
        }

        @Override
        public Duration pause() {
            return PAUSE;
        }

        @Override
        public Duration firstRetryAfter() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration longestRetryAfter() {
            return Duration.ofMinutes(15);
        }

        @Override
        public Duration givenUpAfter() {
            return Duration.ofHours(24);
        }
    };

    @Test
    void theFirstOfABurstIsNeverHeldBack() {
        assertThat(bundle(Optional.empty()).decide(NOW, PAUSE)).isEqualTo(new Decision.Make());
    }

    @Test
    void whatComesSoonAfterWaitsForThePauseToBeOver() {
        var sent = letter(State.SENT, NOW.minus(PAUSE).plusMillis(1));
        assertThat(bundle(sent).decide(NOW, PAUSE)).isEqualTo(new Decision.Wait());
        assertThat(bundle(sent).decide(NOW.plusMillis(1), PAUSE)).isEqualTo(new Decision.Make());
    }

    @Test
    void whatComesWhileALetterWaitsGoesWithIt() {
        assertThat(bundle(letter(State.WAITING, NOW.minusSeconds(1))).decide(NOW, PAUSE))
                .isEqualTo(new Decision.Join(LETTER));
    }

    @Test
    void nothingJoinsALetterThatIsJustBeingSent() {
        var being = letter(State.WAITING, NOW.minusSeconds(1), Optional.of(NOW.plusSeconds(60)));
        assertThat(bundle(being).decide(NOW, PAUSE)).isEqualTo(new Decision.Wait());
        assertThat(bundle(being).decide(NOW.plusSeconds(60), PAUSE)).isEqualTo(new Decision.Join(LETTER));
    }

    @Test
    void aLetterThatWasGivenUpHoldsNothingBack() {
        assertThat(bundle(letter(State.GIVEN_UP, NOW.minusSeconds(1))).decide(NOW, PAUSE))
                .isEqualTo(new Decision.Make());
    }

    @Test
    void aRetryWaitsTwiceAsLongEachTimeUpToTheLongest() {
        var waits = IntStream.rangeClosed(1, 9)
                .mapToObj(attempts -> tried(attempts, NOW))
                .map(letter -> Duration.between(NOW, letter.nextAttemptAt()).toSeconds())
                .toList();

        assertThat(waits).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 640L, 900L, 900L);
    }

    @Test
    void aLetterIsGivenUpWhenItIsADayOld() {
        assertThat(tried(3, NOW.minus(Duration.ofHours(24)).plusMillis(1)).state())
                .isEqualTo(State.WAITING);
        var old = tried(3, NOW.minus(Duration.ofHours(24)));
        assertThat(old.state()).isEqualTo(State.GIVEN_UP);
        assertThat(old.problem()).contains("unreachable");
    }

    @Test
    void anEMailSaysWhereAndHowSoonAndNothingElse() {
        for (var level : List.of("emergency_now", "urgent_same_day")) {
            for (var occasion : List.of(Notices.RAISED, Notices.ESCALATED)) {
                var letter = new Letter(
                        LETTER,
                        LEAD,
                        occasion,
                        level,
                        3,
                        NOW,
                        State.WAITING,
                        0,
                        NOW,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                for (var language : List.of("en", "es")) {
                    var text = Wording.of(letter, "https://sacrum.example/practices/{practice}/worklist", language);
                    assertThat(text.body())
                            .contains("https://sacrum.example/practices/" + LEAD.practice() + "/worklist")
                            .doesNotContain("{", "emergency", "urgen", "patient", "pacient");
                    assertThat(text.subject()).doesNotContain("emergency", "urgen", "patient", "pacient");
                }
            }
        }
    }

    private static Letter tried(int attempts, Instant madeAt) {
        var letter = new Letter(
                LETTER,
                LEAD,
                Notices.RAISED,
                "emergency_now",
                1,
                madeAt,
                State.WAITING,
                attempts,
                NOW,
                Optional.of(NOW.plusSeconds(60)),
                Optional.empty(),
                Optional.empty());
        return letter.after(new Attempt.Failed("unreachable"), NOW, SETTINGS);
    }

    private static Bundle bundle(Optional<Letter> newest) {
        return new Bundle(LEAD, Notices.RAISED, "emergency_now", List.of(new UUID(0, 3)), newest);
    }

    private static Optional<Letter> letter(State state, Instant at) {
        return letter(state, at, Optional.empty());
    }

    private static Optional<Letter> letter(State state, Instant at, Optional<Instant> claimedUntil) {
        return Optional.of(new Letter(
                LETTER,
                LEAD,
                Notices.RAISED,
                "emergency_now",
                1,
                at,
                state,
                1,
                at,
                claimedUntil,
                state == State.SENT ? Optional.of(at) : Optional.empty(),
                Optional.empty()));
    }
}
