package care.sacrum.session.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.inbox.Unusable;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// "I can still read that": triage-service's golden examples, as its contracts hold them.
class TriageEventTest {

    private static final Path CONTRACTS = Path.of("..", "triage-service", "contracts");
    private static final UUID PRACTICE = UUID.fromString("5ac20000-0000-4000-8000-000000000001");
    private static final UUID PATIENT = UUID.fromString("5ac20000-0000-4000-9000-000000000004");
    private static final UUID HOLD = UUID.fromString("3d1c5b9e-6a42-4f0a-8a5e-0d7c1b2a3f44");
    private static final Instant SINCE = Instant.parse("2026-02-05T18:01:00.120Z");
    private static final String KEY = PRACTICE + "/" + PATIENT;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theGoldenHoldIsRead() throws IOException {
        assertThat(TriageEvent.read(golden("programme-held"), JSON))
                .isEqualTo(new TriageEvent.ProgrammeHeld(
                        new ProgrammeHold(PRACTICE, PATIENT, HOLD, SINCE, Optional.empty())));
    }

    @Test
    void theGoldenReleaseIsRead() throws IOException {
        assertThat(TriageEvent.read(golden("programme-released"), JSON))
                .isEqualTo(new TriageEvent.ProgrammeReleased(new ProgrammeHold(
                        PRACTICE, PATIENT, HOLD, SINCE, Optional.of(Instant.parse("2026-02-06T09:30:00.250Z")))));
    }

    @Test
    void whatIsOfNoConcernIsPassedOver() {
        assertThat(TriageEvent.read(event("care.sacrum.triage.finding-raised.v1", KEY, "not even JSON"), JSON))
                .isEqualTo(new TriageEvent.OfNoConcern());
        assertThat(TriageEvent.read(event("care.sacrum.triage.programme-held.v2", KEY, "{}"), JSON))
                .isEqualTo(new TriageEvent.OfNoConcern());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                                              | malformed-json",
                "''                                                             | not-an-object",
                "[]                                                             | not-an-object",
                "{}                                                             | missing-practiceId",
                "{\"practiceId\": \"me\"}                                       | bad-practiceId",
                "{\"practiceId\": \"5ac20000-0000-4000-8000-000000000001\"}     | missing-patientId",
                "{\"practiceId\": \"5ac20000-0000-4000-8000-000000000001\", \"patientId\": \"5ac20000-0000-4000-9000-000000000005\"} | key-differs",
                "{\"practiceId\": \"5ac20000-0000-4000-8000-000000000001\", \"patientId\": \"5ac20000-0000-4000-9000-000000000004\", \"holdId\": \"3d1c5b9e-6a42-4f0a-8a5e-0d7c1b2a3f44\", \"since\": \"now\"} | bad-since",
            })
    void whatCannotBeReadIsRefusedWithACode(String data, String code) {
        assertThatThrownBy(() -> TriageEvent.read(event("care.sacrum.triage.programme-held.v1", KEY, data), JSON))
                .isInstanceOf(Unusable.class)
                .hasMessage(code);
    }

    private static IncomingEvent golden(String name) throws IOException {
        var type = "care.sacrum.triage." + name + ".v1";
        return event(type, KEY, Files.readString(CONTRACTS.resolve(type + ".example.json")));
    }

    private static IncomingEvent event(String type, String key, String data) {
        return new IncomingEvent(
                "sacrum.triage.v1",
                0,
                0,
                key,
                Instant.EPOCH,
                Map.of("ce_type", type),
                data.getBytes(StandardCharsets.UTF_8));
    }
}
