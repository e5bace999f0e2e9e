package care.sacrum.triage.live;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Kind;
import care.sacrum.triage.rules.Onset;
import care.sacrum.triage.rules.Parameters;
import care.sacrum.triage.rules.Patient;
import care.sacrum.triage.rules.Programme;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.Status;
import care.sacrum.triage.rules.Symptom;
import care.sacrum.triage.rules.SymptomCode;
import care.sacrum.triage.rules.Triage;
import care.sacrum.triage.rules.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class CallsForTodayTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2026-02-05T18:00:00Z");
    private static final Patient PATIENT = new Patient(41, LONDON, Set.of(), List.of(), Set.of());

    private final List<Report> history = new ArrayList<>();
    private BiPredicate<Finding, Instant> inHand = (_, _) -> false;

    @Test
    void whatIsTakenBackIsAFindingThatNamesWhatItRestedOn() {
        tells(SymptomCode.CHEST_PAIN, Status.PRESENT, Duration.ofHours(20));
        tells(SymptomCode.CHEST_PAIN, Status.DENIED, Duration.ofHours(1));

        var finding = found().getFirst();

        assertThat(finding.urgency()).isEqualTo(Urgency.URGENT_SAME_DAY);
        assertThat(finding.programme()).isEqualTo(Programme.CONTINUE);
        assertThat(finding.headline()).isEqualTo("Told a sign and took it back; was told to call today");
        assertThat(finding.because()).extracting(because -> because.reportId()).containsExactly("r0");
        assertThat(finding.evidenceKeys()).isNotEmpty();
    }

    @Test
    void deniedOnceMoreItRestsOnNothingElseAndAnotherSignIsNews() {
        tells(SymptomCode.CHEST_PAIN, Status.PRESENT, Duration.ofHours(20));
        tells(SymptomCode.CHEST_PAIN, Status.DENIED, Duration.ofHours(9));
        var keys = found().getFirst().evidenceKeys();

        tells(SymptomCode.CHEST_PAIN, Status.DENIED, Duration.ofHours(5));
        assertThat(found().getFirst().evidenceKeys()).isEqualTo(keys);

        tells(SymptomCode.FACE_DROOP, Status.PRESENT, Duration.ofHours(3));
        tells(SymptomCode.FACE_DROOP, Status.DENIED, Duration.ofHours(1));
        assertThat(found().getFirst().evidenceKeys()).containsAll(keys).hasSizeGreaterThan(keys.size());
    }

    @Test
    void beneathAnUnreadSignItIsFoundTooAndAnUnreadSignAloneIsNone() {
        tells(SymptomCode.LEG_TINGLING, Status.DENIED, Duration.ofHours(2));
        history.replaceAll(report -> report.with(draft -> draft.signUnread(true)));
        assertThat(found()).isEmpty();

        tells(SymptomCode.CHEST_PAIN, Status.PRESENT, Duration.ofHours(20));
        tells(SymptomCode.CHEST_PAIN, Status.DENIED, Duration.ofHours(1));
        assertThat(found()).hasSize(1);
    }

    @Test
    void whatAClinicianHasTakenOnIsNoNews() {
        inHand = (_, _) -> true;
        tells(SymptomCode.CHEST_PAIN, Status.PRESENT, Duration.ofHours(20));
        tells(SymptomCode.CHEST_PAIN, Status.DENIED, Duration.ofHours(1));

        assertThat(found()).isEmpty();
    }

    @Test
    void whatIsInHandIsAskedOfTheInstantAtWhichItWasKnownToBeTakenBack() {
        tells(SymptomCode.CHEST_PAIN, Status.PRESENT, Duration.ofHours(20));
        tells(SymptomCode.CHEST_PAIN, Status.DENIED, Duration.ofHours(9));
        history.replaceAll(report -> report.with(draft -> draft.receivedAt(NOW.minusSeconds(30))));

        inHand = (_, takenBack) -> takenBack.isBefore(NOW.minusSeconds(30));
        assertThat(found()).hasSize(1);
        inHand = (_, takenBack) -> !takenBack.isAfter(NOW.minusSeconds(30));
        assertThat(found()).isEmpty();
    }

    @Test
    void whereARuleFiresForTodayOrNothingIsTakenBackThereIsNone() {
        tells(SymptomCode.LEG_TINGLING, Status.DENIED, Duration.ofHours(2));
        assertThat(found()).isEmpty();

        tells(SymptomCode.CHEST_PAIN, Status.PRESENT, Duration.ofHours(1));
        assertThat(found()).isEmpty();
    }

    private void tells(SymptomCode code, Status status, Duration ago) {
        var symptom = new Symptom(code, status, Onset.NEW, null, null, null, null, null, false, null, false);
        history.add(Report.of("r" + history.size(), Kind.SYMPTOM_CHECK_IN, NOW.minus(ago), LONDON)
                .with(draft -> draft.receivedAt(NOW.minusSeconds(60)).symptoms(List.of(symptom))));
    }

    private List<Finding> found() {
        CallsForToday.Rules rules = (reports, at) -> Triage.evaluate(PATIENT, reports, Parameters.DEFAULTS, at);
        return CallsForToday.of(history, rules.of(history, NOW), rules, () -> inHand, NOW);
    }
}
