package care.sacrum.triage.live;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.triage.rules.Certainty;
import care.sacrum.triage.rules.Family;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Programme;
import care.sacrum.triage.rules.Referral;
import care.sacrum.triage.rules.Urgency;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/// A report that nobody could read, put on the worklist: it may be the one that mattered.
@Singleton
class UnreadableReports {

    private final RaisedFindings findings;
    private final WatchedPatients patients;
    private final Announcements announcements;
    private final Readings readings;

    UnreadableReports(
            RaisedFindings findings, WatchedPatients patients, Announcements announcements, Readings readings) {
        this.findings = findings;
        this.patients = patients;
        this.announcements = announcements;
        this.readings = readings;
    }

    /// Raised once for a record, however often it comes; the patient's row is locked.
    void raise(PatientKey key, IncomingEvent event, String reason, Instant now) {
        var id = EventId.of(Life.UNREADABLE_REPORT, event.topic(), event.partition(), event.offset());
        if (findings.findByIdOptional(id).isPresent()) {
            return;
        }
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        var finding = new Finding(
                Life.UNREADABLE_REPORT,
                1,
                Family.OTHER_MEDICAL,
                Urgency.URGENT_SAME_DAY,
                List.of(Referral.PHYSICAL_THERAPIST),
                List.of(),
                "A report of this patient could not be read (" + reason + "): ask what it said",
                "We could not read one of your reports. Please tell your clinic today how you are.",
                List.of("judgement"),
                Certainty.LOW,
                Programme.HOLD,
                Set.of(event.topic() + "/" + event.partition() + "/" + event.offset()),
                id.toString());
        var raised = RaisedFinding.raise(id, key, finding, readings.detail(finding), at);
        findings.persistAndFlush(raised);
        var draft = announcements.draft();
        draft.raised(raised, finding, at);
        draft.write();
        var open = findings.open(List.of(key)).getOrDefault(key, List.of());
        var top = Watch.mostUrgent(open);
        patients.saveOpen(key, top == null ? null : top.urgency(), top == null ? null : top.raisedAt());
    }
}
