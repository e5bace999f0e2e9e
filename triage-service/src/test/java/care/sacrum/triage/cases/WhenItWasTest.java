package care.sacrum.triage.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What becomes of a sign of which nobody can tell for sure when it was told, or when it began.
class WhenItWasTest {

    @Test
    void aSignThatDoesNotCountYetByHoursNeverCalms() {
        Reading reading = CaseReader.read("""
                { "evaluateAt": "2026-02-20T09:00:00Z", "patient": { "ageYears": 41, "homeTimeZone": "Europe/London" },
                  "reports": [{ "observedAt": "2026-02-19T09:00:00Z", "painBefore": 1 },
                              { "observedAt": "2026-02-20T09:30:00Z", "symptoms": [{"code": "urine_leak"}] }] }""");
        assertThat(((Reading.Read) reading).course().answer().message())
                .startsWith("You told us of a sign, and this program can not read all that you told.");
    }

    @Test
    void aSignOfADayWithoutATimeIsThereInTheMorningOfThatDay() {
        for (String date : List.of("2026-02-20", "20 February 2026", "20/02/2026")) {
            assertThat(urgencyAtNine("{\"observedAt\": \"%s\", \"symptoms\": [{\"code\": \"saddle_numbness\"}]}"
                            .formatted(date)))
                    .as(date)
                    .isEqualTo("emergency_now");
        }
        assertThat(urgencyAtNine("{\"observedAt\": \"2026-02-20T08:00:00Z\", \"receivedAt\": \"2026-02-20\","
                        + " \"symptoms\": [{\"code\": \"saddle_numbness\"}]}"))
                .isEqualTo("emergency_now");
    }

    @Test
    void aDenialOfADayWithoutATimeTakesNothingOfThatDayBack() {
        assertThat(
                        urgencyAtNine(
                                "{\"observedAt\": \"2026-02-20T08:00:00Z\", \"symptoms\": [{\"code\": \"urine_leak\"}]},"
                                        + "{\"observedAt\": \"2026-02-20\", \"symptoms\": [{\"code\": \"urine_leak\", \"status\": \"denied\"}]}"))
                .isEqualTo("emergency_now");
    }

    private static String urgencyAtNine(String reports) {
        Reading reading = CaseReader.read("""
                { "evaluateAt": "2026-02-20T09:00:00Z", "patient": { "ageYears": 41, "homeTimeZone": "Europe/London" },
                  "reports": [%s] }""".formatted(reports));
        return ((Reading.Read) reading).course().answer().urgency();
    }

    @Test
    void anOnsetThatNobodyCanReadNeverCalmsOverAStableConditionAndOneByNameIsRead() {
        for (String onset : List.of(
                "\"onsetDate\": \"yesterday\"",
                "\"onsetDate\": \"anoche\"",
                "\"onset\": \"desde ayer\"",
                "\"onsetDate\": \"last night\"",
                "\"onset\": \"since yesterday\"")) {
            assertThat(overAKnownCondition(onset).urgency()).as(onset).isEqualTo("emergency_now");
        }
        for (String onset : List.of(
                "\"onsetDate\": \"2026-02-31\"", "\"onsetDate\": \"the other day\"", "\"onsetDate\": \"2027-01-01\"")) {
            assertThat(overAKnownCondition(onset).message()).as(onset).doesNotContain("Nothing in your reports");
        }
    }

    private static Answer overAKnownCondition(String onset) {
        Reading reading = CaseReader.read("""
                { "evaluateAt": "2026-02-20T09:00:00Z",
                  "patient": { "ageYears": 61, "homeTimeZone": "Europe/London", "baselineConditions": [
                      {"code": "benign_prostate_enlargement", "stable": true, "assessedByClinician": true}] },
                  "reports": [{ "observedAt": "2026-02-20T08:00:00Z", "symptoms": [{"code": "urine_cannot_start", %s}] }] }""".formatted(onset));
        return ((Reading.Read) reading).course().answer();
    }
}
