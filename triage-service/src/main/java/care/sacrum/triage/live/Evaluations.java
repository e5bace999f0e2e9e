package care.sacrum.triage.live;

import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.RaisedFinding;
import care.sacrum.triage.finding.RaisedFindings;
import care.sacrum.triage.parameters.PracticeParameters;
import care.sacrum.triage.practice.Practices;
import care.sacrum.triage.rules.Care;
import care.sacrum.triage.rules.Evaluation;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Language;
import care.sacrum.triage.rules.Patient;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.Triage;
import care.sacrum.triage.rules.Urgency;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the rules say of a stored history, asked for: by the same engine as live events, storing nothing.
@Singleton
public class Evaluations {

    /// So long a patient is told that a clinician has released the programme.
    private static final Duration RELEASE_IS_TOLD = Duration.ofDays(7);

    private final WatchedPatients patients;
    private final Histories histories;
    private final Readings readings;
    private final NotesToRead notes;
    private final RaisedFindings findings;
    private final Releases releases;
    private final Practices practices;
    private final PracticeParameters parameters;
    private final InstantSource clock;

    Evaluations(
            WatchedPatients patients,
            Histories histories,
            Readings readings,
            NotesToRead notes,
            RaisedFindings findings,
            Releases releases,
            Practices practices,
            PracticeParameters parameters,
            InstantSource clock) {
        this.patients = patients;
        this.histories = histories;
        this.readings = readings;
        this.notes = notes;
        this.findings = findings;
        this.releases = releases;
        this.practices = practices;
        this.parameters = parameters;
        this.clock = clock;
    }

    /// The `sub` bound to a patient.
    ///
    /// @return empty when the patient is not known here; an empty `sub` within when nobody is bound
    public Optional<Optional<String>> subjectOf(PatientKey key) {
        return patients.find(key).map(WatchedPatient::boundSubject);
    }

    /// Whether anything of that patient, or the record alone, has come here.
    public boolean know(PatientKey key) {
        return patients.find(key).isPresent();
    }

    /// With the reports received up to that instant, by the parameters of today.
    @Transactional
    public Optional<Evaluation> at(PatientKey key, Instant at, Language language) {
        return patients.find(key)
                .map(patient -> evaluate(key, readings.patient(patient), historyOf(patient), at, language));
    }

    /// What a patient is to be told now.
    ///
    /// @param stillOpen open emergencies that the history no longer supports: until a clinician says so, they hold
    public record Advice(
            Evaluation evaluation, List<RaisedFinding> stillOpen, Instant evaluatedAt, AtPractice practice) {}

    /// Whether anybody is there to read what a patient told, and whom to call.
    ///
    /// @param emergencyNumber empty while the practice is not known
    /// @param open            empty while its hours are not known
    public record AtPractice(Optional<String> emergencyNumber, Optional<Boolean> open) {

        /// The number to call while nobody is there.
        Optional<String> numberWhileClosed() {
            return open.orElse(true) ? Optional.empty() : emergencyNumber;
        }

        /// A text that calls an ambulance names the number that is called where the practice is.
        public Language calling(Language language) {
            return emergencyNumber.map(language::calling).orElse(language);
        }

        /// What a patient is told at this hour.
        public Evaluation told(Evaluation evaluation, Language language) {
            return numberWhileClosed()
                    .map(number -> evaluation.whileClosed(language, number))
                    .orElse(evaluation);
        }
    }

    @Transactional
    public Optional<Advice> now(PatientKey key, Language language) {
        return patients.find(key).map(patient -> {
            var history = historyOf(patient);
            var now = clock.instant();
            var evaluation =
                    advise(key, readings.patient(patient), history, Watch.notBeforeReceipt(history, now), language);
            return advice(key, evaluation, now);
        });
    }

    private Advice advice(PatientKey key, Evaluation evaluation, Instant now) {
        var found = Stream.concat(evaluation.findings().stream(), evaluation.settled().stream())
                .map(Finding::rule)
                .collect(Collectors.toSet());
        var stillOpen = findings.open(List.of(key)).getOrDefault(key, List.of()).stream()
                .filter(finding -> finding.urgency() == Urgency.EMERGENCY_NOW
                        && (!finding.supported() || !found.contains(finding.rule())))
                .toList();
        return new Advice(evaluation, stillOpen, now, practice(key.practice(), now));
    }

    /// Whether anybody is at that practice now, and whom to call.
    public AtPractice practice(UUID practice) {
        return practice(practice, clock.instant());
    }

    private AtPractice practice(UUID practice, Instant at) {
        return new AtPractice(
                practices.emergencyNumber(practice),
                practices.openingHours(practice).openAt(at));
    }

    /// With more reports, which are not stored: what to say at once to whoever sends one.
    ///
    /// @param toldPatient used while the patient is not known here
    @Transactional
    public Advice with(PatientKey key, Patient toldPatient, List<Report> reports, Language language) {
        var history =
                new ArrayList<Report>(patients.find(key).map(this::historyOf).orElse(List.of()));
        var known = history.stream().map(Report::reportId).collect(Collectors.toCollection(HashSet::new));
        reports.stream().filter(report -> known.add(report.reportId())).forEach(history::add);
        var now = clock.instant();
        // The sender's record of the patient is the source of ours, and may be newer.
        return advice(key, advise(key, toldPatient, history, Watch.notBeforeReceipt(history, now), language), now);
    }

    private List<Report> historyOf(WatchedPatient patient) {
        return histories.of(Map.of(patient.key(), patient)).get(patient.key());
    }

    /// For the patient: what a clinician has looked into and answered sends nobody anywhere, and a hold holds until a
    /// clinician releases it.
    private Evaluation advise(PatientKey key, Patient patient, List<Report> history, Instant at, Language language) {
        var settled = findings.settledOf(key);
        var programme = patients.programme(key);
        var care = new Care(
                settled,
                gone -> settled.test(CallsForToday.over(List.of(gone))),
                programme.onHold(),
                programme
                        .releasedAt()
                        .filter(released -> released.plus(RELEASE_IS_TOLD).isAfter(at))
                        .isPresent(),
                finding ->
                        releases.cover(key, finding) && findings.inHandOf(key).test(finding));
        return Triage.evaluate(
                patient,
                withoutNotesRead(key, withoutSignsAnswered(history, settled, at)),
                parameters.inForce(key.practice()),
                at,
                calling(key, language),
                care);
    }

    /// Over a sign that nobody here could read, and of which a clinician has asked, nobody is told to call.
    private static List<Report> withoutSignsAnswered(List<Report> history, Predicate<Finding> settled, Instant at) {
        return history.stream()
                .map(report -> UnreadSigns.of(List.of(report), at).stream().anyMatch(settled)
                        ? report.with(draft -> draft.signUnread(false))
                        : report)
                .toList();
    }

    /// Of a note that a clinician has read nobody is told that it waits for a person.
    private List<Report> withoutNotesRead(PatientKey key, List<Report> history) {
        if (history.stream().noneMatch(Report::hasNote)) {
            return history;
        }
        var read = notes.readOf(key);
        return history.stream()
                .map(report -> report.hasNote() && read.contains(report.reportId())
                        ? report.with(draft -> draft.hasNote(false))
                        : report)
                .toList();
    }

    private Evaluation evaluate(PatientKey key, Patient patient, List<Report> history, Instant at, Language language) {
        return Triage.evaluate(patient, history, parameters.inForce(key.practice()), at, calling(key, language));
    }

    private Language calling(PatientKey key, Language language) {
        return practices.emergencyNumber(key.practice()).map(language::calling).orElse(language);
    }
}
