package care.sacrum.triage.live;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.triage.finding.Life;
import care.sacrum.triage.finding.Lives;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.rules.Certainty;
import care.sacrum.triage.rules.Family;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Languages;
import care.sacrum.triage.rules.Programme;
import care.sacrum.triage.rules.Referral;
import care.sacrum.triage.rules.Urgency;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A report that nobody could read, put on the worklist: it may be the one that mattered.
@Singleton
class UnreadableReports {

    private final Lives lives;
    private final Event<ProgrammeMustHold> mustHold;

    UnreadableReports(Lives lives, Event<ProgrammeMustHold> mustHold) {
        this.lives = lives;
        this.mustHold = mustHold;
    }

    /// Raised once for a record, however often it comes; the patient's row is locked.
    void raise(PatientKey key, IncomingEvent event, String reason, Instant now) {
        var id = EventId.of(Life.UNREADABLE_REPORT, event.topic(), event.partition(), event.offset());
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        var finding = new Finding(
                Life.UNREADABLE_REPORT,
                1,
                Family.OTHER_MEDICAL,
                Urgency.URGENT_SAME_DAY,
                List.of(Referral.PHYSICAL_THERAPIST),
                List.of(),
                "A report of this patient could not be read (" + reason + "): ask what it said",
                Languages.ENGLISH.advice(Life.UNREADABLE_REPORT, Urgency.URGENT_SAME_DAY),
                List.of("judgement"),
                Certainty.LOW,
                Programme.HOLD,
                Set.of(event.topic() + "/" + event.partition() + "/" + event.offset()),
                at,
                id.toString());
        lives.raiseOnce(id, key, finding, at);
        mustHold.fire(new ProgrammeMustHold(
                List.of(new ProgrammeMustHold.Patient(
                        key, List.of(new ProgrammeMustHold.Ground(finding, Optional.of(id))))),
                at));
    }
}
