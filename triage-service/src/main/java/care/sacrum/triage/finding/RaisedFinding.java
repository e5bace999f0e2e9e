package care.sacrum.triage.finding;

import care.sacrum.triage.rules.Family;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Urgency;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A finding from the moment somebody had to be told of it: raised, then acknowledged by a clinician or withdrawn
/// because
/// the history no longer supports it.
@Entity
@Table(name = "raised_finding")
public class RaisedFinding {

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

    /// For Hibernate.
    protected RaisedFinding() {}

    /// @param detail the finding as an answer writes it, as JSON
    static RaisedFinding raise(UUID id, PatientKey key, Finding finding, String detail, Instant at) {
        var raised = new RaisedFinding();
        raised.id = id;
        raised.practice = key.practice();
        raised.patient = key.patient();
        raised.raisedAt = at;
        raised.say(finding, detail);
        return raised;
    }

    void restate(Finding finding, String detail) {
        say(finding, detail);
        supported = true;
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
        supported = false;
    }

    void withdraw(Instant at) {
        state = "withdrawn";
        supported = false;
        withdrawnAt = at;
    }

    /// What came of an acknowledgement.
    public sealed interface Acknowledgement {
        /// It is acknowledged now.
        record Taken() implements Acknowledgement {}

        /// The same person said the same before.
        record Repeated() implements Acknowledgement {}

        /// Somebody acknowledged it before.
        record AlreadyAcknowledged(Instant at) implements Acknowledgement {}

        /// The history stopped supporting it before anybody acknowledged it.
        record AlreadyWithdrawn(Instant at) implements Acknowledgement {}
    }

    Acknowledgement acknowledge(String by, String why, Instant at) {
        if (withdrawnAt != null) {
            return new Acknowledgement.AlreadyWithdrawn(withdrawnAt);
        }
        if (acknowledgedAt != null) {
            return by.equals(acknowledgedBy) && why.equals(note)
                    ? new Acknowledgement.Repeated()
                    : new Acknowledgement.AlreadyAcknowledged(acknowledgedAt);
        }
        state = "acknowledged";
        acknowledgedAt = at;
        acknowledgedBy = by;
        note = why;
        return new Acknowledgement.Taken();
    }

    Life.Earlier earlier() {
        var life = acknowledgedAt == null ? Life.State.RAISED : Life.State.ACKNOWLEDGED;
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

    /// `raised`, `acknowledged` or `withdrawn`.
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
}
