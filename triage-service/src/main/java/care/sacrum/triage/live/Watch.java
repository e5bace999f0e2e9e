package care.sacrum.triage.live;

import care.sacrum.triage.rules.Evaluation;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Parameters;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.Triage;
import care.sacrum.triage.rules.Urgency;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks at patients whose rows are locked: evaluates the whole history of each, reconciles what it says with what was
/// raised before, saves, and announces. All in the transaction under way.
@Singleton
class Watch {

    /// A patient who has told nothing for so long gains nothing from another look.
    private static final Duration LOOKED_AT_AFTER_LAST_REPORT = Duration.ofDays(120);

    private final Histories histories;
    private final Readings readings;
    private final WatchedPatients patients;
    private final RaisedFindings findings;
    private final Announcements announcements;
    private final InstantSource clock;

    Watch(
            Histories histories,
            Readings readings,
            WatchedPatients patients,
            RaisedFindings findings,
            Announcements announcements,
            InstantSource clock) {
        this.histories = histories;
        this.readings = readings;
        this.patients = patients;
        this.findings = findings;
        this.announcements = announcements;
        this.clock = clock;
    }

    void look(Map<PatientKey, WatchedPatient> watched, Map<PatientKey, List<Report>> known) {
        if (watched.isEmpty()) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var raisedBefore = findings.notWithdrawn(withStanding(watched.values()));
        var announced = announcements.draft();
        var evaluated = new ArrayList<WatchedPatients.Evaluated>(watched.size());
        watched.forEach((key, patient) -> {
            var history = known.get(key);
            var evaluation = evaluate(patient, history, now);
            var standing = new HashMap<UUID, RaisedFinding>();
            raisedBefore.getOrDefault(key, List.of()).forEach(finding -> standing.put(finding.id(), finding));
            reconcile(key, evaluation, standing, now, announced);
            String advised = summary(evaluation);
            if (!advised.equals(patient.advised())) {
                announced.advised(key, evaluation, now);
            }
            var top = mostUrgent(standing.values());
            var last = latest(history);
            evaluated.add(new WatchedPatients.Evaluated(
                    key,
                    history.size(),
                    (int) standing.values().stream()
                            .filter(RaisedFinding::stands)
                            .count(),
                    last == null ? null : last.observedAt(),
                    now,
                    nextLook(last, now),
                    advised,
                    evaluation.programme().word(),
                    evaluation.missing(),
                    top == null ? null : top.urgency(),
                    top == null ? null : top.raisedAt()));
        });
        findings.flush();
        patients.save(evaluated);
        announced.write();
    }

    private static List<PatientKey> withStanding(Collection<WatchedPatient> watched) {
        return watched.stream()
                .filter(patient -> patient.standing() > 0)
                .map(WatchedPatient::key)
                .toList();
    }

    private Evaluation evaluate(WatchedPatient patient, List<Report> history, Instant now) {
        return Triage.evaluate(readings.patient(patient), history, Parameters.DEFAULTS, notBeforeReceipt(history, now));
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

    private void reconcile(
            PatientKey key,
            Evaluation evaluation,
            Map<UUID, RaisedFinding> standing,
            Instant now,
            Announcements.Draft announced) {
        refresh(standing.values(), evaluation);
        var earlier = standing.values().stream().map(RaisedFinding::earlier).toList();
        for (var step : Life.decide(earlier, evaluation.findings())) {
            switch (step) {
                case Life.Step.Raise(Finding finding) -> {
                    var raised = RaisedFinding.raise(UUID.randomUUID(), key, finding, readings.detail(finding), now);
                    findings.persist(raised);
                    standing.put(raised.id(), raised);
                    announced.raised(raised, finding, now);
                }
                case Life.Step.Restate(UUID id, Finding finding, boolean moreUrgent) -> {
                    var raised = standing.get(id);
                    raised.restate(finding, readings.detail(finding));
                    if (moreUrgent) {
                        announced.raised(raised, finding, now);
                    } else {
                        announced.restated(raised, now);
                    }
                }
                case Life.Step.KeepUnsupported(UUID id) -> {
                    standing.get(id).keepUnsupported();
                    announced.restated(standing.get(id), now);
                }
                case Life.Step.Withdraw(UUID id) -> {
                    standing.get(id).withdraw(now);
                    announced.withdrawn(standing.get(id), now);
                }
            }
        }
    }

    private void refresh(Collection<RaisedFinding> standing, Evaluation evaluation) {
        for (var raised : standing) {
            for (var finding : evaluation.findings()) {
                if (raised.open() && raised.rule().equals(finding.rule()) && raised.urgency() == finding.urgency()) {
                    raised.refresh(readings.detail(finding));
                }
            }
        }
    }

    /// The finding that decides the patient's place on the worklist; self-care needs no clinician.
    static @Nullable RaisedFinding mostUrgent(Collection<RaisedFinding> findings) {
        return findings.stream()
                .filter(RaisedFinding::open)
                .filter(finding -> finding.urgency() != Urgency.SELF_CARE)
                .min(Comparator.comparing(RaisedFinding::urgency).thenComparing(RaisedFinding::raisedAt))
                .orElse(null);
    }

    private static String summary(Evaluation evaluation) {
        return evaluation.urgency().word() + " " + evaluation.programme().word() + " "
                + evaluation.referTo() + " "
                + evaluation.findings().stream()
                        .map(finding -> finding.rule() + "/" + finding.version())
                        .collect(Collectors.joining(","));
    }

    private static @Nullable Report latest(List<Report> history) {
        return history.stream().max(Comparator.comparing(Report::observedAt)).orElse(null);
    }

    /// At the start of the next local day where the patient was last: only the change of the day can change what a
    /// silent
    /// history says.
    private static @Nullable Instant nextLook(@Nullable Report last, Instant now) {
        if (last == null || last.observedAt().plus(LOOKED_AT_AFTER_LAST_REPORT).isBefore(now)) {
            return null;
        }
        return now.atZone(last.zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(last.zone())
                .toInstant();
    }
}
