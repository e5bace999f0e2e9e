package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Family;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Urgency;
import care.sacrum.triage.rules.Word;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A finding from the moment somebody had to be told of it: raised, delivered to a screen, acknowledged by a clinician,
/// closed with an outcome; or withdrawn, because the history no longer supports it. Nobody acknowledged it by its
/// deadline: it is escalated. Whoever has something urgent and was not reached is tried again: it stays open,
/// and is due anew.
@Entity
@Table(name = "raised_finding")
public class RaisedFinding {

    /// A request that is sent again because its answer was lost is no second attempt.
    private static final Duration ONE_ATTEMPT = Duration.ofMinutes(5);

    @Id
    @Column(name = "finding_id")
    private UUID id = new UUID(0, 0);

    @Column(name = "practice_id")
    private UUID practice = new UUID(0, 0);

    @Column(name = "patient_id")
    private UUID patient = new UUID(0, 0);

    private String rule = "";

    @Column(name = "rule_version")
    private int ruleVersion;

    private String family = "";

    @Enumerated(EnumType.ORDINAL)
    private Urgency urgency = Urgency.SELF_CARE;

    private String headline = "";
    private String programme = "";
    private String detail = "";

    @Column(name = "evidence_keys")
    private String[] evidenceKeys = {};

    private String episode = "";
    private String state = "raised";
    private boolean supported = true;

    @Column(name = "raised_at")
    private Instant raisedAt = Instant.EPOCH;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    private @Nullable String acknowledgedBy;

    private @Nullable String note;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "due_counted")
    private @Nullable String dueCounted;

    @Column(name = "delivered_at")
    private @Nullable Instant deliveredAt;

    @Column(name = "delivered_by")
    private @Nullable String deliveredBy;

    private int escalations;

    @Column(name = "escalated_at")
    private @Nullable Instant escalatedAt;

    private @Nullable String outcome;

    @Column(name = "outcome_note")
    private @Nullable String outcomeNote;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    private int attempts;

    @Column(name = "attempted_at")
    private @Nullable Instant attemptedAt;

    @Column(name = "attempted_by")
    private @Nullable String attemptedBy;

    @Column(name = "attempt_note")
    private @Nullable String attemptNote;

    private int version = 1;

    @Column(name = "new_evidence_at")
    private @Nullable Instant newEvidenceAt;

    /// For Hibernate.
    protected RaisedFinding() {}

    /// @param detail the finding as an answer writes it, as JSON
    /// @param due    absent for self-care, which needs no clinician
    static RaisedFinding raise(
            UUID id, PatientKey key, Finding finding, String detail, Optional<Deadline> due, Instant at) {
        var raised = new RaisedFinding();
        raised.id = id;
        raised.practice = key.practice();
        raised.patient = key.patient();
        raised.raisedAt = at;
        raised.say(finding, detail);
        raised.mustBeSeenBy(due);
        return raised;
    }

    void restate(Finding finding, String detail) {
        version++;
        say(finding, detail);
        supported = true;
        if (urgency == Urgency.SELF_CARE) {
            mustBeSeenBy(Optional.empty());
        }
    }

    /// Somebody has to be told anew: a screen that showed it as it was has not shown this. A deadline that it had is
    /// never put off.
    void sayAgain(Finding finding, String detail, Optional<Deadline> due) {
        var before = dueAt;
        restate(finding, detail);
        forgetDelivery();
        if (before == null || due.filter(each -> each.at().isBefore(before)).isPresent()) {
            mustBeSeenBy(due);
        }
    }

    /// It rests on something that whoever reads it as it was does not know of.
    void restsOnNewEvidence(Instant at) {
        newEvidenceAt = at;
    }

    /// What had been withdrawn is back, on the evidence it had.
    void reopen(Finding finding, String detail, Optional<Deadline> due) {
        state = "raised";
        withdrawnAt = null;
        restate(finding, detail);
        forgetDelivery();
        newEvidenceAt = null;
        mustBeSeenBy(due);
        escalations = 0;
        escalatedAt = null;
    }

    private void forgetDelivery() {
        deliveredAt = null;
        deliveredBy = null;
    }

    private void mustBeSeenBy(Optional<Deadline> due) {
        dueAt = due.map(Deadline::at).orElse(null);
        dueCounted = due.map(each -> each.counted().word()).orElse(null);
    }

    /// The same finding on reports told since: nothing to announce, but a reader sees the newest grounds.
    void refresh(String detail) {
        this.detail = detail;
    }

    private void say(Finding finding, String detail) {
        rule = finding.rule();
        ruleVersion = finding.version();
        family = finding.family().word();
        urgency = finding.urgency();
        headline = finding.headline();
        programme = finding.programme().word();
        evidenceKeys = new TreeSet<>(finding.evidenceKeys()).toArray(String[]::new);
        episode = finding.episode();
        this.detail = detail;
    }

    void keepUnsupported() {
        version++;
        supported = false;
    }

    void withdraw(Instant at) {
        version++;
        state = "withdrawn";
        supported = false;
        withdrawnAt = at;
    }

    /// That a finding is not as somebody has read it, and what has happened to it, each at its last time.
    public record Changed(
            int version,
            @Nullable Instant newEvidenceAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant attemptedAt,
            @Nullable Instant closedAt) {}

    private Changed changed() {
        return new Changed(version, newEvidenceAt, acknowledgedAt, attemptedAt, closedAt);
    }

    /// What came of an acknowledgement.
    public sealed interface Acknowledgement {
        /// It is acknowledged now.
        record Taken() implements Acknowledgement {}

        /// The same person said the same before.
        record Repeated() implements Acknowledgement {}

        /// Somebody acknowledged it before.
        record AlreadyAcknowledged(Instant at) implements Acknowledgement {}

        /// They have not read it as it is.
        record ReadBefore(Changed changed) implements Acknowledgement {}

        /// The history stopped supporting it before anybody acknowledged it.
        record AlreadyWithdrawn(Instant at) implements Acknowledgement {}
    }

    Acknowledgement acknowledge(String by, String why, AsRead read, Instant at) {
        if (withdrawnAt != null) {
            return new Acknowledgement.AlreadyWithdrawn(withdrawnAt);
        }
        if (acknowledgedAt != null && by.equals(acknowledgedBy) && why.equals(note)) {
            return new Acknowledgement.Repeated();
        }
        if (read.isStale(version)) {
            return new Acknowledgement.ReadBefore(changed());
        }
        if (acknowledgedAt != null) {
            return new Acknowledgement.AlreadyAcknowledged(acknowledgedAt);
        }
        version++;
        newEvidenceAt = null;
        state = "acknowledged";
        acknowledgedAt = at;
        acknowledgedBy = by;
        note = why;
        return new Acknowledgement.Taken();
    }

    /// A screen showed it. Closed or withdrawn, it has an end, after which nothing is written.
    ///
    /// @return whether it was the first
    boolean deliver(String to, Instant at) {
        if (deliveredAt != null || closedAt != null || withdrawnAt != null) {
            return false;
        }
        deliveredAt = at;
        deliveredBy = to;
        return true;
    }

    /// What came of an outcome.
    public sealed interface Closing {

        /// It is closed now.
        ///
        /// @param acknowledgedToo nobody had acknowledged it before
        record Closed(boolean acknowledgedToo) implements Closing {}

        /// The patient was not reached, and must be: it stays open, or is open again.
        record TriedInVain() implements Closing {}

        /// The same person said the same before.
        record Repeated() implements Closing {}

        /// They have not read it as it is.
        record ReadBefore(Changed changed) implements Closing {}

        /// Nobody has acknowledged what it rests on by now, and they do not say that they have read it.
        record OnNewEvidence(Changed changed) implements Closing {}

        /// It was closed before.
        record AlreadyClosed(Instant at) implements Closing {}

        /// The history stopped supporting it before anybody acknowledged it.
        record AlreadyWithdrawn(Instant at) implements Closing {}
    }

    /// Whoever closes what nobody acknowledged has thereby acknowledged it. Who was sent on, or not reached, may be
    /// seen later: an outcome that answers the patient can follow one that does not. Any other can follow only that
    /// nobody was reached, which of something urgent closes nothing.
    ///
    /// @param dueAnew by when it must be acknowledged; asked where the patient has to be tried again
    Closing close(Outcome what, String by, String why, AsRead read, Supplier<Optional<Deadline>> dueAnew, Instant at) {
        if (withdrawnAt != null) {
            return new Closing.AlreadyWithdrawn(withdrawnAt);
        }
        if (closedAt != null && by.equals(closedBy) && what.word().equals(outcome) && why.equals(outcomeNote)) {
            return new Closing.Repeated();
        }
        boolean inVain = what == Outcome.PATIENT_NOT_REACHED && Life.isForToday(rule, urgency);
        if (inVain && isTheLastAttempt(by, why, at)) {
            return new Closing.Repeated();
        }
        if (read.isStale(version)) {
            return new Closing.ReadBefore(changed());
        }
        if (closedAt != null && !saysMore(what)) {
            return new Closing.AlreadyClosed(closedAt);
        }
        if (inVain) {
            mustBeTriedAgain(by, why, dueAnew.get(), at);
            return new Closing.TriedInVain();
        }
        if (!read.isSaid() && acknowledgedAt == null && newEvidenceAt != null) {
            return new Closing.OnNewEvidence(changed());
        }
        boolean first = acknowledgedAt == null;
        if (first) {
            acknowledgedAt = at;
            acknowledgedBy = by;
            note = why;
        }
        version++;
        state = "closed";
        outcome = what.word();
        outcomeNote = why;
        closedAt = at;
        closedBy = by;
        return new Closing.Closed(first);
    }

    private boolean saysMore(Outcome what) {
        boolean notReached =
                closedWith().filter(Outcome.PATIENT_NOT_REACHED::equals).isPresent();
        return notReached ? what != Outcome.PATIENT_NOT_REACHED : what.answersThePatient() && !answersThePatient();
    }

    private boolean isTheLastAttempt(String by, String why, Instant at) {
        return acknowledgedAt == null
                && attemptedAt != null
                && at.isBefore(attemptedAt.plus(ONE_ATTEMPT))
                && by.equals(attemptedBy)
                && why.equals(attemptNote);
    }

    /// Whoever had taken it on has not brought it to an end: it waits for a clinician again, with its whole time.
    private void mustBeTriedAgain(String by, String why, Optional<Deadline> dueAnew, Instant at) {
        version++;
        state = "raised";
        acknowledgedAt = null;
        acknowledgedBy = null;
        note = null;
        attempts++;
        attemptedAt = at;
        attemptedBy = by;
        attemptNote = why;
        mustBeSeenBy(dueAnew);
        escalations = 0;
        escalatedAt = null;
    }

    /// When the practice lead is to be told next; absent while nobody has to be.
    Optional<Instant> nextEscalation() {
        if (!open() || dueAt == null) {
            return Optional.empty();
        }
        return Optional.of(escalatedAt == null ? dueAt : escalatedAt.plus(Reminder.after(urgency, escalations)));
    }

    void escalate(Instant at) {
        escalations++;
        escalatedAt = at;
    }

    Life.Earlier earlier() {
        var life = withdrawnAt != null
                ? Life.State.WITHDRAWN
                : acknowledgedAt == null ? Life.State.RAISED : Life.State.ANSWERED;
        return new Life.Earlier(
                id,
                rule,
                Family.valueOf(family.toUpperCase(Locale.ROOT)),
                urgency,
                headline,
                Set.of(evidenceKeys),
                life,
                supported);
    }

    /// Whether it was closed with an outcome after which the patient need be sent nowhere over it.
    boolean answersThePatient() {
        return closedWith().filter(Outcome::answersThePatient).isPresent();
    }

    boolean isRaisedAgainAs(RaisedFinding other) {
        return closedAt != null && rule.equals(other.rule) && other.raisedAt.isAfter(closedAt);
    }

    /// Whether the outcome with which it was closed leaves open what is found now, and is for today. Told once
    /// more since, it is not answered where it was said not to be there, or where the patient is still told to
    /// go. Of another rule, such as that the sign was taken back, an outcome that answers nothing says nothing.
    boolean leavesUnanswered(Finding found) {
        if (closedAt == null || !Life.isForToday(found.rule(), found.urgency())) {
            return false;
        }
        boolean toldAgain = found.toldLast().isAfter(closedAt) && !answersThePatient(found.toldLast());
        return toldAgain || !found.rule().equals(rule) && !answersThePatient();
    }

    /// Whether somebody sees to it although what it rests on was taken back at that instant. What only waits is
    /// withdrawn then, unless it is an emergency; and an outcome that leaves the patient's advice as it was
    /// says nothing of what is taken back after it.
    boolean isInHandThoughTakenBack(Finding gone, Instant takenBack) {
        boolean onlyWaits = open() && urgency != Urgency.EMERGENCY_NOW;
        boolean afterTheEnd = closedAt != null && takenBack.isAfter(closedAt) && !answersThePatient();
        return !onlyWaits && !afterTheEnd && !leavesUnanswered(gone);
    }

    /// The same of a complaint that was told last at that instant.
    boolean answersThePatient(Instant told) {
        boolean toldAgain = closedAt != null && told.isAfter(closedAt);
        return closedWith().filter(one -> one.answersThePatient(toldAgain)).isPresent();
    }

    private Optional<Outcome> closedWith() {
        return Optional.ofNullable(outcome).flatMap(word -> Word.find(Outcome.class, word));
    }

    public UUID id() {
        return id;
    }

    public PatientKey key() {
        return new PatientKey(practice, patient);
    }

    public String rule() {
        return rule;
    }

    public int ruleVersion() {
        return ruleVersion;
    }

    public String family() {
        return family;
    }

    public Urgency urgency() {
        return urgency;
    }

    public String headline() {
        return headline;
    }

    public String programme() {
        return programme;
    }

    /// The finding as an answer writes it, as JSON.
    public String detail() {
        return detail;
    }

    /// `raised`, `acknowledged`, `closed` or `withdrawn`.
    public String state() {
        return state;
    }

    /// Whether the history, when it was last evaluated, still supported it.
    public boolean supported() {
        return supported;
    }

    public boolean open() {
        return acknowledgedAt == null && withdrawnAt == null;
    }

    boolean stands() {
        return withdrawnAt == null;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    public @Nullable Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    public @Nullable String acknowledgedBy() {
        return acknowledgedBy;
    }

    public @Nullable String note() {
        return note;
    }

    public @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }

    /// By when somebody must have acknowledged it, absent for self-care.
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    /// How the time until then was counted.
    public @Nullable String dueCounted() {
        return dueCounted;
    }

    public boolean overdue(Instant now) {
        return open() && dueAt != null && !now.isBefore(dueAt);
    }

    /// The first screen that showed it as it stands.
    public @Nullable Instant deliveredAt() {
        return deliveredAt;
    }

    public @Nullable String deliveredBy() {
        return deliveredBy;
    }

    /// How often the practice lead was told that nobody acknowledged it in time, since it stands.
    public int escalations() {
        return escalations;
    }

    public @Nullable Instant escalatedAt() {
        return escalatedAt;
    }

    public @Nullable String outcome() {
        return outcome;
    }

    public @Nullable String outcomeNote() {
        return outcomeNote;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public @Nullable String closedBy() {
        return closedBy;
    }

    /// Counts up whenever there is more to know before an outcome is said: restated, acknowledged, tried in vain.
    public int version() {
        return version;
    }

    /// How often somebody tried to reach the patient in vain while it had to stay open.
    public int attempts() {
        return attempts;
    }

    public @Nullable Instant attemptedAt() {
        return attemptedAt;
    }

    public @Nullable String attemptedBy() {
        return attemptedBy;
    }

    public @Nullable String attemptNote() {
        return attemptNote;
    }
}
