package care.sacrum.triage.finding;

import static care.sacrum.triage.finding.AsRead.NOT_SAID;
import static care.sacrum.triage.finding.Deadline.Counted.BY_THE_CLOCK;
import static care.sacrum.triage.rules.Urgency.EMERGENCY_NOW;
import static care.sacrum.triage.rules.Urgency.ROUTINE;
import static care.sacrum.triage.rules.Urgency.SELF_CARE;
import static care.sacrum.triage.rules.Urgency.URGENT_SAME_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.finding.RaisedFinding.Acknowledgement;
import care.sacrum.triage.finding.RaisedFinding.Closing;
import care.sacrum.triage.rules.Certainty;
import care.sacrum.triage.rules.Family;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Programme;
import care.sacrum.triage.rules.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RaisedFindingTest {

    private static final Instant NOW = Instant.parse("2026-02-05T18:00:00Z");

    private static final Duration ANEW = Duration.ofHours(7);

    private final RaisedFinding urgent = raised(URGENT_SAME_DAY, in(Duration.ofHours(4)));

    @Test
    void moreUrgentItIsDueSoonerAndHasNotBeenShownAsItIsNow() {
        urgent.deliver("a clinician", NOW);

        urgent.sayAgain(finding(EMERGENCY_NOW), "{}", in(Duration.ofMinutes(15)));

        assertThat(urgent.dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(urgent.deliveredAt()).isNull();
        assertThat(urgent.deliver("a clinician", NOW.plusSeconds(5))).isTrue();
    }

    @Test
    void closedOrWithdrawnItIsShownToNobody() {
        var withdrawn = raised(ROUTINE, in(Duration.ofDays(14)));
        withdrawn.withdraw(NOW);
        close(Outcome.SEEN, "a clinician", "Seen", NOW);

        assertThat(urgent.deliver("a colleague", NOW.plusSeconds(5))).isFalse();
        assertThat(withdrawn.deliver("a colleague", NOW.plusSeconds(5))).isFalse();
        assertThat(urgent.deliveredAt()).isNull();
        assertThat(withdrawn.deliveredAt()).isNull();
    }

    @Test
    void aDeadlineThatRunsIsNeverPutOff() {
        urgent.sayAgain(finding(EMERGENCY_NOW), "{}", in(Duration.ofHours(5)));

        assertThat(urgent.dueAt()).isEqualTo(NOW.plus(Duration.ofHours(4)));
    }

    @Test
    void easedToSelfCareItNeedsNoClinicianAndLaterHasADeadlineAnew() {
        urgent.restate(finding(SELF_CARE), "{}");
        assertThat(urgent.dueAt()).isNull();
        assertThat(urgent.nextEscalation()).isEmpty();
        assertThat(urgent.overdue(NOW.plus(Duration.ofDays(9)))).isFalse();

        urgent.sayAgain(finding(ROUTINE), "{}", in(Duration.ofDays(14)));

        assertThat(urgent.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(14)));
    }

    @Test
    void reopenedItIsDueAnewAndToldFromTheBeginning() {
        urgent.deliver("a clinician", NOW);
        urgent.escalate(NOW.plus(Duration.ofHours(4)));
        urgent.withdraw(NOW.plus(Duration.ofHours(5)));
        assertThat(urgent.nextEscalation()).isEmpty();

        urgent.reopen(finding(URGENT_SAME_DAY), "{}", in(Duration.ofHours(9)));

        assertThat(urgent.state()).isEqualTo("raised");
        assertThat(urgent.withdrawnAt()).isNull();
        assertThat(urgent.deliveredAt()).isNull();
        assertThat(urgent.escalations()).isZero();
        assertThat(urgent.nextEscalation()).contains(NOW.plus(Duration.ofHours(9)));
    }

    @Test
    void itIsOverdueFromTheInstantOfItsDeadlineOnUntilSomebodyAcknowledgesIt() {
        var due = NOW.plus(Duration.ofHours(4));
        assertThat(urgent.overdue(due.minusMillis(1))).isFalse();
        assertThat(urgent.overdue(due)).isTrue();

        urgent.acknowledge("a clinician", "Called", NOT_SAID, due);

        assertThat(urgent.overdue(due.plusSeconds(1))).isFalse();
        assertThat(urgent.nextEscalation()).isEmpty();
    }

    @Test
    void acknowledgedItAwaitsAnOutcomeAndIsThenClosed() {
        urgent.acknowledge("a clinician", "Called", NOT_SAID, NOW);

        assertThat(close(Outcome.SEEN, "a colleague", "Seen", NOW.plusSeconds(60)))
                .isEqualTo(new Closing.Closed(false));

        assertThat(urgent.state()).isEqualTo("closed");
        assertThat(urgent.acknowledgedBy()).isEqualTo("a clinician");
        assertThat(urgent.note()).isEqualTo("Called");
        assertThat(urgent.earlier().state()).isEqualTo(Life.State.ANSWERED);
    }

    @Test
    void aSecondOutcomeIsRefusedUnlessItIsTheSame() {
        close(Outcome.SEEN, "a clinician", "Seen", NOW);

        assertThat(close(Outcome.SEEN, "a clinician", "Seen", NOW.plusSeconds(1)))
                .isEqualTo(new Closing.Repeated());
        assertThat(close(Outcome.REFERRED, "a clinician", "Seen", NOW.plusSeconds(1)))
                .isEqualTo(new Closing.AlreadyClosed(NOW));
        assertThat(close(Outcome.SEEN, "a clinician", "Seen twice", NOW.plusSeconds(1)))
                .isEqualTo(new Closing.AlreadyClosed(NOW));
        assertThat(close(Outcome.SEEN, "a colleague", "Seen", NOW.plusSeconds(1)))
                .isEqualTo(new Closing.AlreadyClosed(NOW));
    }

    @Test
    void whoHasSomethingUrgentAndWasNotReachedIsTriedAgain() {
        urgent.acknowledge("a clinician", "I ring her", NOT_SAID, NOW);

        assertThat(close(Outcome.PATIENT_NOT_REACHED, "a clinician", "No answer", NOW.plusSeconds(60)))
                .isEqualTo(new Closing.TriedInVain());

        assertThat(urgent.state()).isEqualTo("raised");
        assertThat(urgent.open()).isTrue();
        assertThat(urgent.attempts()).isEqualTo(1);
        assertThat(urgent.nextEscalation()).contains(NOW.plus(ANEW));
        assertThat(urgent.earlier().state()).isEqualTo(Life.State.RAISED);
    }

    @Test
    void anAttemptThatIsSentAgainIsOneAndOneThatIsMadeAgainIsTwo() {
        close(Outcome.PATIENT_NOT_REACHED, "a clinician", "No answer", NOW);

        assertThat(close(Outcome.PATIENT_NOT_REACHED, "a clinician", "No answer", NOW.plusSeconds(60)))
                .isEqualTo(new Closing.Repeated());
        close(Outcome.PATIENT_NOT_REACHED, "a clinician", "Nor on the mobile", NOW.plusSeconds(90));
        close(Outcome.PATIENT_NOT_REACHED, "a colleague", "Nor on the mobile", NOW.plusSeconds(95));
        close(Outcome.PATIENT_NOT_REACHED, "a colleague", "Nor on the mobile", NOW.plusSeconds(500));

        assertThat(urgent.attempts()).isEqualTo(4);
        assertThat(close(Outcome.REFERRED, "a clinician", "Reached, on the way", NOW.plusSeconds(600)))
                .isEqualTo(new Closing.Closed(true));
    }

    @Test
    void whatCanWaitIsClosedWhereNobodyWasReachedAndAnyOtherOutcomeMayFollow() {
        var soon = raised(ROUTINE, in(Duration.ofDays(14)));
        var none = Optional.<Deadline>empty();

        assertThat(soon.close(Outcome.PATIENT_NOT_REACHED, "a clinician", "No answer", NOT_SAID, () -> none, NOW))
                .isEqualTo(new Closing.Closed(true));
        assertThat(soon.close(
                        Outcome.REFERRED, "a clinician", "She rang back", NOT_SAID, () -> none, NOW.plusSeconds(60)))
                .isEqualTo(new Closing.Closed(false));
        assertThat(soon.outcome()).isEqualTo("referred");
    }

    @Test
    void whoReadItBeforeItRestedOnMoreSaysNoOutcomeOfIt() {
        restsOnMore();

        assertThat(urgent.acknowledge("a clinician", "Called", version(1), NOW))
                .isInstanceOf(Acknowledgement.ReadBefore.class);
        assertThat(urgent.close(Outcome.FALSE_ALARM, "a clinician", "Spilt", version(1), () -> in(ANEW), NOW))
                .isInstanceOf(Closing.ReadBefore.class);
        assertThat(close(Outcome.FALSE_ALARM, "a clinician", "Spilt", NOW)).isInstanceOf(Closing.OnNewEvidence.class);
        assertThat(urgent.open()).isTrue();

        assertThat(urgent.close(Outcome.FALSE_ALARM, "a clinician", "Spilt", version(2), () -> in(ANEW), NOW))
                .isEqualTo(new Closing.Closed(true));
        assertThat(urgent.close(Outcome.FALSE_ALARM, "a clinician", "Spilt", version(2), () -> in(ANEW), NOW))
                .isEqualTo(new Closing.Repeated());
    }

    @Test
    void whoHasAcknowledgedTheNewEvidenceSaysAnyOutcome() {
        restsOnMore();
        urgent.acknowledge("a clinician", "Called", NOT_SAID, NOW);

        assertThat(close(Outcome.FALSE_ALARM, "a clinician", "Spilt", NOW)).isEqualTo(new Closing.Closed(false));
    }

    private void restsOnMore() {
        urgent.restate(finding(URGENT_SAME_DAY), "{}");
        urgent.restsOnNewEvidence(NOW);
    }

    private static AsRead version(int read) {
        return new AsRead(true, present -> present == read);
    }

    private Closing close(Outcome what, String by, String why, Instant at) {
        return urgent.close(what, by, why, NOT_SAID, () -> in(ANEW), at);
    }

    private static Optional<Deadline> in(Duration time) {
        return Optional.of(new Deadline(NOW.plus(time), BY_THE_CLOCK));
    }

    private static RaisedFinding raised(Urgency urgency, Optional<Deadline> due) {
        var key = new PatientKey(new UUID(0, 1), new UUID(0, 2));
        return RaisedFinding.raise(new UUID(0, 3), key, finding(urgency), "{}", due, NOW);
    }

    private static Finding finding(Urgency urgency) {
        return new Finding(
                "ces-sexual",
                1,
                Family.CAUDA_EQUINA,
                urgency,
                List.of(),
                List.of(),
                "headline",
                "advice",
                List.of("source"),
                Certainty.MODERATE,
                Programme.HOLD,
                Set.of("key"),
                NOW,
                "episode");
    }
}
