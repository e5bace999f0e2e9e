package care.sacrum.session.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.sacrum.platform.event.IncomingEvent;
import care.sacrum.platform.inbox.Unusable;
import care.sacrum.session.Contracts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// I can still read what content-service says it writes.
class PublishedTest {

    private static final String TYPE = "care.sacrum.content.published.v1";
    private static final String RETIRED = "care.sacrum.content.retired.v1";
    private static final Path CONTRACTS = Path.of("..", "content-service", "contracts");

    @ParameterizedTest
    @CsvSource({"'', exercise", ".article, article", ".programme, programme"})
    void theOwnersGoldenExamplesAreRead(String which, String kind) throws IOException {
        var golden = Files.readString(CONTRACTS.resolve(TYPE + which + ".example.json"));

        var published = Published.read(event(TYPE, golden), Contracts.JSON).orElseThrow();

        assertThat(published.kind()).isEqualTo(kind);
        assertThat(published.slug()).isNotBlank();
        assertThat(published.version()).isPositive();
    }

    @Test
    void theEmergencyTextsOfAnArticleAreRead() throws IOException {
        var golden = Files.readString(CONTRACTS.resolve(TYPE + ".article.example.json"));

        var published = Published.read(event(TYPE, golden), Contracts.JSON).orElseThrow();

        assertThat(published.emergencyTexts().path("urine_cannot_start").asText())
                .contains("emergency department now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"version\": 1}", "{\"version\": \"1\"}", "{\"version\": 0}"})
    void whatCanNeverBeReadIsSaidToBeUnusable(String data) {
        assertThatThrownBy(() -> Published.read(event(TYPE, data), Contracts.JSON))
                .isInstanceOf(Unusable.class);
    }

    @Test
    void whatIsAPracticesOwnIsReadAsItsOwn() throws IOException {
        var golden = Files.readString(CONTRACTS.resolve(TYPE + ".own.example.json"));

        var published = Published.read(event(TYPE, golden), Contracts.JSON).orElseThrow();

        assertThat(published.practice()).isEqualTo(UUID.fromString("5ac20000-0000-4000-8000-000000000001"));
    }

    @Test
    void theOwnersGoldenRetirementIsRead() throws IOException {
        var golden = Files.readString(CONTRACTS.resolve(RETIRED + ".example.json"));

        assertThat(Retired.read(event(RETIRED, golden), Contracts.JSON))
                .contains(new Retired(
                        UUID.fromString("5ac20000-0000-4000-8000-000000000001"), "programme", "own-tilts-only", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"throughVersion\": 1}", "{\"kind\": \"programme\", \"slug\": \"x\"}"})
    void aRetirementThatCanNeverBeReadIsSaidToBeUnusable(String data) {
        assertThatThrownBy(() -> Retired.read(event(RETIRED, data), Contracts.JSON))
                .isInstanceOf(Unusable.class);
    }

    @Test
    void anotherTypeIsOfNoConcern() {
        assertThat(Published.read(event("care.sacrum.content.burnt.v1", "{"), Contracts.JSON))
                .isEmpty();
        assertThat(Retired.read(event("care.sacrum.content.burnt.v1", "{"), Contracts.JSON))
                .isEmpty();
    }

    private static IncomingEvent event(String type, String data) {
        return new IncomingEvent(
                "sacrum.content.v1",
                0,
                0,
                "key",
                Instant.EPOCH,
                Map.of("ce_type", type),
                data.getBytes(StandardCharsets.UTF_8));
    }
}
