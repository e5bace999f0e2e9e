package care.sacrum.session.silence;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.Contracts;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// "I still write this."
class SignalContractTest {

    @Test
    void aSilenceIsWrittenAsTheGoldenExampleSays() {
        var golden = Contracts.example(PatientSilent.TYPE);

        writes(
                golden,
                PatientSilent.of(
                        key(golden),
                        1,
                        quiet(false),
                        told("2026-02-06T18:00:00Z", "2026-02-06T18:01:00Z", LocalDate.of(2026, 2, 6)),
                        5,
                        false,
                        Instant.parse("2026-02-11T08:30:04Z")));
    }

    @Test
    void aReturnIsWrittenAsTheGoldenExampleSays() {
        var golden = Contracts.example(PatientBack.TYPE);

        writes(
                golden,
                PatientBack.of(
                        key(golden),
                        1,
                        Instant.parse("2026-02-11T08:30:04Z"),
                        told("2026-02-12T19:15:00Z", "2026-02-12T19:20:05Z", LocalDate.of(2026, 2, 12)),
                        Instant.parse("2026-02-12T19:20:11Z")));
    }

    @Test
    void thatASilenceIsOverForAPauseIsWrittenAsTheGoldenExampleSays() {
        var golden = Contracts.example(PatientSilenceOver.TYPE);

        writes(
                golden,
                PatientSilenceOver.paused(
                        key(golden), 1, Instant.parse("2026-02-11T08:30:04Z"), Instant.parse("2026-02-11T10:05:11Z")));
    }

    @Test
    void aLapseIsWrittenAsTheGoldenExampleSays() {
        var golden = Contracts.example(AdherenceLapsed.TYPE);
        var rolling = new Lapse.Rolling(LocalDate.of(2026, 2, 25), 1, 1, 3, Optional.of(30), 4);
        var terms =
                new SignalWatches.Terms(new WorkingHours(ZoneOffset.UTC, List.of(), Set.of(), false), Thresholds.USUAL);

        writes(golden, AdherenceLapsed.of(key(golden), 1, rolling, terms, Instant.parse("2026-02-25T08:30:04Z")));
    }

    @Test
    void theEndOfALapseIsWrittenAsTheGoldenExampleSays() {
        var golden = Contracts.example(AdherenceLapseOver.TYPE);

        writes(
                golden,
                AdherenceLapseOver.of(
                        key(golden),
                        1,
                        Instant.parse("2026-02-25T08:30:04Z"),
                        new Lapse.Decision.Over(Lapse.Because.FOLLOWED_AGAIN),
                        Instant.parse("2026-03-04T18:20:11Z")));
    }

    @Test
    void theIdOfASignalIsTheSameWheneverItIsToldAgain() {
        var golden = Contracts.example(PatientSilent.TYPE);
        var first = silent(golden, 1).event(Contracts.JSON);

        assertThat(silent(golden, 1).event(Contracts.JSON).id()).isEqualTo(first.id());
        assertThat(silent(golden, 2).event(Contracts.JSON).id()).isNotEqualTo(first.id());
        assertThat(first.subject()).startsWith("patient/");
    }

    private static Signal silent(JsonNode golden, long number) {
        return PatientSilent.of(key(golden), number, quiet(true), Silence.Told.NOTHING, 5, true, Instant.EPOCH);
    }

    private static Silence.Quiet quiet(boolean neverHeard) {
        var gap = new Silence.Gap(LocalDate.of(2026, 2, 6), 5, Optional.of(LocalDate.of(2026, 2, 7)));
        return new Silence.Quiet(gap, neverHeard, false);
    }

    private static void writes(JsonNode golden, Signal signal) {
        assertThat(Contracts.faults(signal.type(), golden.toString())).isEmpty();
        assertThat(Contracts.json(new String(signal.event(Contracts.JSON).data(), StandardCharsets.UTF_8)))
                .isEqualTo(golden);
    }

    private static PatientKey key(JsonNode golden) {
        return new PatientKey(
                UUID.fromString(golden.path("practiceId").asText()),
                UUID.fromString(golden.path("patientId").asText()));
    }

    private static Silence.Told told(String observed, String received, LocalDate session) {
        var newest = Optional.of(Instant.parse(received));
        return new Silence.Told(3, Optional.of(Instant.parse(observed)), newest, newest, Optional.of(session));
    }
}
