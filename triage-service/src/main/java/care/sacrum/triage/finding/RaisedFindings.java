package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Urgency;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// The findings that were raised.
@Singleton
public class RaisedFindings implements PanacheRepositoryBase<RaisedFinding, UUID> {

    /// A finding of that practice; one of another practice is not found.
    public Optional<RaisedFinding> of(UUID practice, UUID id) {
        return find("id = ?1 and practice = ?2", id, practice).firstResultOptional();
    }

    /// Everything that was raised of these patients, oldest first.
    Map<PatientKey, List<RaisedFinding>> all(Collection<PatientKey> patients) {
        return byPatient("select * from raised_finding where true", patients);
    }

    /// What of these patients waits for a clinician, oldest first.
    public Map<PatientKey, List<RaisedFinding>> open(Collection<PatientKey> patients) {
        return byPatient("select * from raised_finding where state = 'raised'", patients);
    }

    /// The most urgent that a patient is told to go for at once or today, and that nobody has acknowledged.
    public Optional<RaisedFinding> redFlagToAcknowledge(PatientKey key) {
        return open(List.of(key)).getOrDefault(key, List.of()).stream()
                .filter(one -> one.urgency().isForToday())
                .min(Comparator.comparing(RaisedFinding::urgency));
    }

    /// Which findings rest on nothing but what a clinician has looked into and closed, with an outcome that answers the
    /// patient too.
    public Predicate<Finding> settledOf(PatientKey key) {
        var closed = find("practice = ?1 and patient = ?2 and state = 'closed'", key.practice(), key.patient())
                .list();
        return finding -> Life.answers(
                closed.stream()
                        .filter(one -> one.answersThePatient(finding.toldLast()))
                        .map(RaisedFinding::earlier)
                        .toList(),
                finding);
    }

    /// What else of the same trouble only waits, and rests on nothing but what clinicians have looked into and
    /// answered by now: the patient is told nothing of it any more. An emergency is answered by itself alone, and
    /// by nothing that was said before it was raised again.
    List<RaisedFinding> answeredWith(RaisedFinding closed) {
        var all = all(List.of(closed.key())).getOrDefault(closed.key(), List.of());
        var answered = all.stream()
                .filter(RaisedFinding::answersThePatient)
                .filter(one -> all.stream().noneMatch(one::isRaisedAgainAs))
                .map(RaisedFinding::earlier)
                .toList();
        return all.stream()
                .filter(one -> one.open() && one.urgency() != Urgency.EMERGENCY_NOW)
                .filter(one -> one.family().equals(closed.family()))
                .filter(one -> Life.answers(answered, one.earlier()))
                .toList();
    }

    /// Which findings rest on nothing but what waits for a clinician of its own, or what one has taken on or closed.
    public Predicate<Finding> inHandOf(PatientKey key) {
        var standing = standingOf(key);
        return finding -> Life.answers(
                standing.stream()
                        .filter(one -> !one.leavesUnanswered(finding))
                        .map(RaisedFinding::earlier)
                        .toList(),
                finding);
    }

    /// The same of findings that rest on what was taken back, each at its time: what waited for a clinician is
    /// withdrawn by the look that learns of it, and is in nobody's hand then.
    public BiPredicate<Finding, Instant> inHandThoughTakenBackOf(PatientKey key) {
        var standing = standingOf(key);
        return (gone, takenBack) -> Life.answers(
                standing.stream()
                        .filter(one -> one.isInHandThoughTakenBack(gone, takenBack))
                        .map(RaisedFinding::earlier)
                        .toList(),
                gone);
    }

    private List<RaisedFinding> standingOf(PatientKey key) {
        return find("practice = ?1 and patient = ?2 and withdrawnAt is null", key.practice(), key.patient())
                .list();
    }

    /// Everything ever raised of a patient, newest first.
    public List<RaisedFinding> ofPatient(PatientKey key, int atMost) {
        return find("practice = ?1 and patient = ?2 order by raisedAt desc, id", key.practice(), key.patient())
                .page(0, atMost)
                .list();
    }

    /// What a clinician acknowledged and nobody closed, longest waiting first.
    public List<RaisedFinding> awaitingOutcome(UUID practice, Instant after, UUID afterId, int atMost) {
        return find(
                        "practice = ?1 and state = 'acknowledged' and (acknowledgedAt > ?2 or (acknowledgedAt = ?2 and id > ?3))"
                                + " order by acknowledgedAt, id",
                        practice,
                        after,
                        afterId)
                .page(0, atMost)
                .list();
    }

    private Map<PatientKey, List<RaisedFinding>> byPatient(String select, Collection<PatientKey> patients) {
        if (patients.isEmpty()) {
            return Map.of();
        }
        var found = getEntityManager()
                .createNativeQuery(
                        select + " and patient_id = any (:patients) order by raised_at, finding_id",
                        RaisedFinding.class)
                .setParameter(
                        "patients", patients.stream().map(PatientKey::patient).toArray(UUID[]::new))
                .getResultList();
        var wanted = new HashSet<>(patients);
        var byPatient = new TreeMap<PatientKey, List<RaisedFinding>>();
        for (var one : found) {
            var finding = (RaisedFinding) one;
            if (wanted.contains(finding.key())) {
                byPatient
                        .computeIfAbsent(finding.key(), key -> new ArrayList<>())
                        .add(finding);
            }
        }
        return byPatient;
    }
}
