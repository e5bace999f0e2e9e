package care.sacrum.triage.live;

import care.sacrum.triage.finding.Lives;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.RaisedFindings;
import care.sacrum.triage.parameters.PracticeParameters;
import care.sacrum.triage.rules.Evaluation;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Parameters;
import care.sacrum.triage.rules.Programme;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.Triage;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Looks at patients whose rows are locked: evaluates the whole history of each, reconciles what it says with
/// what was raised before, saves, and announces. All in the transaction under way.
@Singleton
class Watch {

    private final Histories histories;
    private final Readings readings;
    private final WatchedPatients patients;
    private final Lives lives;
    private final RaisedFindings raised;
    private final PracticeParameters practiceParameters;
    private final Event<ProgrammeMustHold> mustHold;
    private final InstantSource clock;

    Watch(
            Histories histories,
            Readings readings,
            WatchedPatients patients,
            Lives lives,
            RaisedFindings raised,
            PracticeParameters practiceParameters,
            Event<ProgrammeMustHold> mustHold,
            InstantSource clock) {
        this.histories = histories;
        this.readings = readings;
        this.patients = patients;
        this.lives = lives;
        this.raised = raised;
        this.practiceParameters = practiceParameters;
        this.mustHold = mustHold;
        this.clock = clock;
    }

    void look(Map<PatientKey, WatchedPatient> watched, Map<PatientKey, List<Report>> known) {
        if (watched.isEmpty()) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Read once the rows are locked: who sets other parameters later has all of these patients looked at again.
        var parameters = practiceParameters.inForce(
                watched.keySet().stream().map(PatientKey::practice).collect(Collectors.toSet()));
        var round = lives.round(withStanding(watched.values()), now);
        var evaluated = new ArrayList<WatchedPatients.Evaluated>(watched.size());
        var toHold = new ArrayList<ProgrammeMustHold.Patient>();
        watched.forEach((key, patient) -> {
            var history = known.get(key);
            var inForce = parameters.getOrDefault(key.practice(), Parameters.DEFAULTS);
            var at = notBeforeReceipt(history, now);
            CallsForToday.Rules rules =
                    (reports, then) -> Triage.evaluate(readings.patient(patient), reports, inForce, then);
            var evaluation = rules.of(history, at);
            var findings = new ArrayList<>(evaluation.findings());
            findings.addAll(UnreadSigns.of(history, at));
            findings.addAll(
                    CallsForToday.of(history, evaluation, rules, () -> raised.inHandThoughTakenBackOf(key), at));
            var reconciled = round.reconcile(key, patient.treatment(), findings);
            if (evaluation.programme() == Programme.HOLD) {
                toHold.add(toHold(key, evaluation, reconciled));
            }
            String advised = summary(evaluation);
            if (!advised.equals(patient.advised())) {
                round.advised(key, evaluation);
            }
            var last = Looks.latest(history);
            evaluated.add(new WatchedPatients.Evaluated(
                    key,
                    history.size(),
                    last == null ? null : Looks.observedAt(last),
                    now,
                    Looks.next(last, now),
                    advised,
                    evaluation.programme().word(),
                    besideHolds(evaluation).word(),
                    evaluation.missing(),
                    evaluation.signUnread(),
                    reconciled.place()));
        });
        patients.save(evaluated);
        round.write();
        if (!toHold.isEmpty()) {
            mustHold.fire(new ProgrammeMustHold(toHold, now));
        }
    }

    private static ProgrammeMustHold.Patient toHold(
            PatientKey key, Evaluation evaluation, Lives.Reconciled reconciled) {
        return new ProgrammeMustHold.Patient(
                key,
                evaluation.findings().stream()
                        .filter(finding -> finding.programme() == Programme.HOLD)
                        .map(finding -> new ProgrammeMustHold.Ground(finding, reconciled.idOf(finding)))
                        .toList());
    }

    private static Programme besideHolds(Evaluation evaluation) {
        return evaluation.findings().stream()
                .map(Finding::programme)
                .filter(programme -> programme != Programme.HOLD)
                .min(Comparator.naturalOrder())
                .orElse(Programme.CONTINUE);
    }

    private static List<PatientKey> withStanding(Collection<WatchedPatient> watched) {
        return watched.stream()
                .filter(patient -> patient.standing() > 0)
                .map(WatchedPatient::key)
                .toList();
    }

    /// The clocks of two servers differ: a report that is here was received, whatever this one's clock says.
    static Instant notBeforeReceipt(List<Report> history, Instant at) {
        var latest = at;
        for (var report : history) {
            if (report.receivedAt().isAfter(latest)) {
                latest = report.receivedAt();
            }
        }
        return latest;
    }

    private static String summary(Evaluation evaluation) {
        return evaluation.urgency().word() + " " + evaluation.programme().word() + " "
                + evaluation.referTo() + " "
                + evaluation.findings().stream()
                        .map(finding -> finding.rule() + "/" + finding.version())
                        .collect(Collectors.joining(","));
    }
}
