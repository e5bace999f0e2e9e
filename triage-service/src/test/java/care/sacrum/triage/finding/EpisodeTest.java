package care.sacrum.triage.finding;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.triage.cases.CaseReader;
import care.sacrum.triage.rules.Finding;
import care.sacrum.triage.rules.Parameters;
import care.sacrum.triage.rules.Patient;
import care.sacrum.triage.rules.Report;
import care.sacrum.triage.rules.Triage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// "Live, a tier is raised once in an episode; again only on 2 points more, a new feature or the next tier. A new
/// episode
/// needs 30 pain-free days": the rules and the life of their findings together, day by day.
class EpisodeTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-02-01");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Report> history = new ArrayList<>();
    private final List<RaisedFinding> findings = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private int day;

    @BeforeEach
    void fiveDaysOfPain() {
        pains(4, 4, 4, 4);
        assertThat(said).isEmpty();
        pains(4);
        assertThat(said).containsExactly("raised persist-t1");
        said.clear();
    }

    @Test
    void theSamePainForDaysIsRaisedOnce() {
        pains(4, 4, 4, 4, 4, 4, 4, 4);

        assertThat(said).isEmpty();
    }

    @Test
    void afterAnAcknowledgementTheSamePainIsNotRaisedAgain() {
        acknowledge();
        pains(4, 4, 5, 4, 4);

        assertThat(said).isEmpty();
    }

    @Test
    void afterAnOutcomeTheSamePainIsNotRaisedAgain() {
        close();
        pains(4, 4, 5, 4, 4);

        assertThat(said).isEmpty();
    }

    @Test
    void afterAnOutcomeTwoPointsMoreAreRaised() {
        close();
        pains(6);
        assertThat(said).isEmpty();
        pains(6);

        assertThat(said).containsExactly("raised persist-t1");
    }

    @Test
    void afterAnOutcomeTheNextTierIsRaised() {
        close();
        for (int tier = 6; tier < 42; tier++) {
            pains(4);
        }
        assertThat(said).isEmpty();
        pains(4);

        assertThat(said).containsExactly("raised persist-t3");
    }

    @Test
    void aDipTakesItBackAndTheSamePainAfterwardsIsTheSameFinding() {
        pains(2);
        assertThat(said).containsExactly("withdrawn persist-t1");
        pains(4);

        assertThat(said).containsExactly("withdrawn persist-t1", "reopened persist-t1");
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().state()).isEqualTo("raised");
    }

    @Test
    void afterAnOutcomeADipChangesNothing() {
        close();
        pains(2, 4, 4);

        assertThat(said).isEmpty();
    }

    @Test
    void painThatIsBackBeforeThirtyPainFreeDaysIsTheSameEpisode() {
        close();
        pains(0, 0);
        silence(27);
        pains(4, 4, 4, 4, 4, 4);

        assertThat(said).isEmpty();
    }

    @Test
    void painThatIsBackAfterThirtyPainFreeDaysIsANewEpisode() {
        close();
        pains(0, 0);
        silence(28);
        pains(4, 4, 4, 4);
        assertThat(said).isEmpty();
        pains(4);

        assertThat(said).containsExactly("raised persist-t1");
    }

    @Test
    void aNewFeatureIsRaisedByItself() {
        close();
        report("""
                "symptoms": [{"code": "leg_tingling", "status": "present", "onset": "new", "side": "left"}]""");
        lookAtTheEndOfTheDay();

        assertThat(said).containsExactly("raised nerve-root");
    }

    private void pains(int... scores) {
        for (int score : scores) {
            report("\"painBefore\": " + score);
            lookAtTheEndOfTheDay();
        }
    }

    private void silence(int days) {
        for (int i = 0; i < days; i++) {
            lookAtTheEndOfTheDay();
        }
    }

    private void report(String says) {
        var at = at(LocalTime.of(9, 0));
        try {
            history.add(CaseReader.report(JSON.readTree("""
                            {"reportId": "r%d", "kind": "symptom_check_in", "observedAt": "%s", "observedTimeZone": "Etc/UTC",
                             "receivedAt": "%s", %s}""".formatted(day, at, at, says)), ZoneOffset.UTC, at)
                    .report());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As the watch does, in memory. Only what lasts is looked at, and what is new beside it: pain that rises has a
    /// rule
    /// of its own.
    private void lookAtTheEndOfTheDay() {
        var now = at(LocalTime.of(22, 0));
        var patient = new Patient(41, ZoneOffset.UTC, Set.of(), List.of(), Set.of());
        var found = Triage.evaluate(patient, history, Parameters.DEFAULTS, now).findings().stream()
                .filter(finding ->
                        finding.rule().startsWith("persist-") || finding.rule().equals("nerve-root"))
                .toList();
        var earlier = findings.stream().map(RaisedFinding::earlier).toList();
        for (var step : Life.decide(earlier, found)) {
            switch (step) {
                case Life.Step.Raise(Finding finding) -> {
                    var key = new PatientKey(new UUID(0, 1), new UUID(0, 2));
                    findings.add(RaisedFinding.raise(UUID.randomUUID(), key, finding, "{}", Optional.empty(), now));
                    said.add("raised " + finding.rule());
                }
                case Life.Step.Restate(UUID id, Finding finding, boolean moreUrgent, boolean newEvidence) -> {
                    of(id).restate(finding, "{}");
                    if (moreUrgent || newEvidence) {
                        said.add("again " + finding.rule());
                    }
                }
                case Life.Step.Reopen(UUID id, Finding finding) -> {
                    of(id).reopen(finding, "{}", Optional.empty());
                    said.add("reopened " + finding.rule());
                }
                case Life.Step.KeepUnsupported(UUID id) -> of(id).keepUnsupported();
                case Life.Step.Withdraw(UUID id) -> {
                    of(id).withdraw(now);
                    said.add("withdrawn " + of(id).rule());
                }
            }
        }
        day++;
    }

    private void acknowledge() {
        findings.getFirst().acknowledge("a clinician", "Seen", AsRead.NOT_SAID, at(LocalTime.NOON));
    }

    private void close() {
        findings.getFirst()
                .close(Outcome.SEEN, "a clinician", "Seen", AsRead.NOT_SAID, Optional::empty, at(LocalTime.NOON));
    }

    private RaisedFinding of(UUID id) {
        return findings.stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Instant at(LocalTime time) {
        return FIRST.plusDays(day).atTime(time).toInstant(ZoneOffset.UTC);
    }
}
