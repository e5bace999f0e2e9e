package care.sacrum.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/// When the worklist may be shown: who is silent must be on it, and whoever is back must not.
class WhoIsSilentTest {

    private static final String GRACE = """
            {"patientId": "grace", "silentAt": "2026-02-11T09:00:00Z", "lastSyncedAt": "2026-02-11T08:59:59Z"}""";
    private static final String NEVER_HEARD = """
            {"patientId": "never", "silentAt": "2026-02-11T09:00:00Z"}""";
    private static final String PIOTR_TOLD_AGAIN = """
            {"patientId": "piotr", "silentAt": "2026-02-11T09:00:00Z", "lastSyncedAt": "2026-02-11T09:00:01Z",
             "quietDays": 1, "silentAfterDays": 5}""";

    @Test
    void bothSayTheSameOnceEverythingHasComeThrough() {
        assertThat(settled("", quiet("grace").replace("silence", "lapse"))).isTrue();
        assertThat(settled(GRACE + "," + NEVER_HEARD, quiet("never") + "," + quiet("grace")))
                .isTrue();
    }

    @Test
    void whoIsBackAndStillOnTheWorklistIsWaitedFor() {
        assertThat(settled(GRACE, quiet("grace") + "," + quiet("piotr"))).isFalse();
    }

    @Test
    void whoseReportEndsTheSilenceInAMomentIsWaitedFor() {
        assertThat(settled(GRACE + "," + PIOTR_TOLD_AGAIN, quiet("grace") + "," + quiet("piotr")))
                .isFalse();
    }

    @Test
    void whosePhoneSyncedAndBroughtNothingOfTheLastDaysStaysOnIt() {
        assertThat(settled(PIOTR_TOLD_AGAIN.replace("\"quietDays\": 1", "\"quietDays\": 11"), quiet("piotr")))
                .isTrue();
    }

    @Test
    void whoWentQuietAndIsNotYetOnTheWorklistIsWaitedFor() {
        assertThat(settled(GRACE + "," + NEVER_HEARD, quiet("grace"))).isFalse();
    }

    private static String quiet(String patient) {
        return "{\"patientId\": \"%s\", \"silence\": {}}".formatted(patient);
    }

    private static boolean settled(String silent, String worklist) {
        return DemoPractice.isSettled(page(silent), page(worklist));
    }

    private static JsonNode page(String items) {
        try {
            return new ObjectMapper().readTree("{\"items\": [" + items + "]}");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
