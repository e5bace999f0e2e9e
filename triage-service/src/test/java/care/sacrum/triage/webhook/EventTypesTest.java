package care.sacrum.triage.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    private static final String SCHEMA = ".schema.json";

    @Test
    void everyEventThatIsPublishedMayBeWished() throws IOException {
        for (var contracts : List.of(Path.of("contracts"), Path.of("..", "session-service", "contracts"))) {
            try (var files = Files.list(contracts)) {
                var types = files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(SCHEMA))
                        .map(name -> name.substring(0, name.length() - SCHEMA.length()))
                        .toList();

                assertThat(types).isNotEmpty().allMatch(EventTypes::mayBeWished);
            }
        }
    }

    @Test
    void allOfAServiceMayBeWishedAndNothingThatNobodyPublishes() {
        assertThat(EventTypes.mayBeWished("care.sacrum.triage.*")).isTrue();
        assertThat(EventTypes.mayBeWished("care.sacrum.session.*")).isTrue();
        assertThat(EventTypes.mayBeWished("care.sacrum.triage.finding-raised.v2"))
                .isFalse();
        assertThat(EventTypes.mayBeWished("care.sacrum.triage.patient-cured.v1"))
                .isFalse();
        assertThat(EventTypes.mayBeWished("*")).isFalse();
    }
}
