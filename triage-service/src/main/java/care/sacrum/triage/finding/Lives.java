package care.sacrum.triage.finding;

import care.sacrum.platform.event.EventId;
import care.sacrum.triage.cases.Answer;
import care.sacrum.triage.rules.Evaluation;
import care.sacrum.triage.rules.Finding;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Carries the lives of findings on: what an evaluation says now is held against what was raised before, saved, and
/// announced. The patients' rows are locked by the caller; all is in the transaction under way.
@Singleton
public class Lives {

    private final RaisedFindings findings;
    private final Places places;
    private final DueTimes dueTimes;
    private final Snoozes snoozes;
    private final Announcements announcements;
    private final ObjectMapper json;

    Lives(
            RaisedFindings findings,
            Places places,
            DueTimes dueTimes,
            Snoozes snoozes,
            Announcements announcements,
            ObjectMapper json) {
        this.findings = findings;
        this.places = places;
        this.dueTimes = dueTimes;
        this.snoozes = snoozes;
        this.announcements = announcements;
        this.json = json;
    }

    /// One look at several patients.
    ///
    /// @param withStanding those of whom something was raised before
    public Round round(Collection<PatientKey> withStanding, Instant now) {
        return new Round(findings.all(withStanding), now);
    }

    /// Raises what no rule found, once however often it comes.
    public void raiseOnce(UUID id, PatientKey key, Finding finding, Instant now) {
        if (findings.findByIdOptional(id).isPresent()) {
            return;
        }
        var due = dueTimes.reading().due(key.practice(), finding.urgency(), now);
        var raised = RaisedFinding.raise(id, key, finding, detail(finding), due, now);
        findings.persist(raised);
        var draft = announcements.draft();
        draft.raised(raised, finding, now);
        draft.write();
        places.renew(key);
    }

    /// What a look leaves behind.
    ///
    /// @param place    what the findings make of the patient's place on the worklist
    /// @param standing the newest finding of each rule that was raised and not withdrawn
    public record Reconciled(Place place, Map<String, UUID> standing) {

        /// The finding that stands for what a rule found.
        public Optional<UUID> idOf(Finding found) {
            return Optional.ofNullable(standing.get(found.rule()));
        }
    }

    private static Map<String, UUID> newestByRule(Collection<RaisedFinding> standing) {
        return standing.stream()
                .filter(RaisedFinding::stands)
                .sorted(Comparator.comparing(RaisedFinding::raisedAt))
                .collect(Collectors.toMap(RaisedFinding::rule, RaisedFinding::id, (older, newer) -> newer));
    }

    /// The patients of one look, one after the other; written together.
    public final class Round {

        private final Map<PatientKey, List<RaisedFinding>> before;
        private final Instant now;
        private final DueTimes.Reading due = dueTimes.reading();
        private final Announcements.Draft announced = announcements.draft();

        private Round(Map<PatientKey, List<RaisedFinding>> before, Instant now) {
            this.before = before;
            this.now = now;
        }

        /// @param found what the rules say of this patient now
        public Reconciled reconcile(PatientKey key, Treatment treatment, List<Finding> found) {
            var standing = new LinkedHashMap<UUID, RaisedFinding>();
            before.getOrDefault(key, List.of()).forEach(finding -> standing.put(finding.id(), finding));
            refresh(standing.values(), found);
            var earlier = standing.values().stream().map(RaisedFinding::earlier).toList();
            var steps = Life.decide(
                    earlier, found, (id, finding) -> !standing.get(id).leavesUnanswered(finding));
            for (var step : steps) {
                take(step, key, standing);
            }
            return new Reconciled(Place.of(standing.values(), treatment), newestByRule(standing.values()));
        }

        private void take(Life.Step step, PatientKey key, Map<UUID, RaisedFinding> standing) {
            switch (step) {
                case Life.Step.Raise(Finding finding) -> {
                    var id = EventId.of("finding", key, finding.rule(), now);
                    var raised = RaisedFinding.raise(id, key, finding, detail(finding), due(key, finding), now);
                    findings.persist(raised);
                    standing.put(raised.id(), raised);
                    announced.raised(raised, finding, now);
                }
                case Life.Step.Restate(UUID id, Finding finding, boolean moreUrgent, boolean newEvidence) -> {
                    var raised = standing.get(id);
                    if (moreUrgent || newEvidence) {
                        snoozes.endAll(id);
                        raised.restsOnNewEvidence(now);
                    }
                    if (moreUrgent) {
                        raised.sayAgain(finding, detail(finding), due(key, finding));
                        announced.raisedAgain(raised, finding, now);
                    } else {
                        raised.restate(finding, detail(finding));
                        announced.restated(raised, newEvidence, now);
                    }
                }
                case Life.Step.Reopen(UUID id, Finding finding) -> {
                    standing.get(id).reopen(finding, detail(finding), due(key, finding));
                    announced.reopened(standing.get(id), now);
                }
                case Life.Step.KeepUnsupported(UUID id) -> {
                    standing.get(id).keepUnsupported();
                    announced.kept(standing.get(id), now);
                }
                case Life.Step.Withdraw(UUID id) -> {
                    snoozes.endAll(id);
                    standing.get(id).withdraw(now);
                    announced.withdrawn(standing.get(id), now);
                }
            }
        }

        private Optional<Deadline> due(PatientKey key, Finding finding) {
            return due.due(key.practice(), finding.urgency(), now);
        }

        /// What a patient is to be told changed; that is no finding's life, but is announced in the same order.
        public void advised(PatientKey key, Evaluation evaluation) {
            announced.advised(key, evaluation, now);
        }

        public void write() {
            findings.flush();
            announced.write();
        }

        private void refresh(Collection<RaisedFinding> standing, List<Finding> found) {
            for (var raised : standing) {
                for (var finding : found) {
                    if (raised.open()
                            && raised.rule().equals(finding.rule())
                            && raised.urgency() == finding.urgency()) {
                        raised.refresh(detail(finding));
                    }
                }
            }
        }
    }

    /// The finding as an answer writes it.
    private String detail(Finding finding) {
        try {
            return json.writeValueAsString(Answer.Found.of(finding));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values is always JSON", e);
        }
    }
}
