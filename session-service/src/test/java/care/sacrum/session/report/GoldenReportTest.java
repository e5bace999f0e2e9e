package care.sacrum.session.report;

import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.session.Contracts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenReportTest {

    private static final List<String> ADDED_BY_THE_SERVICE =
            List.of("reportId", "localDay", "receivedAt", "hasNote", "setAside");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "care.sacrum.session.completed.v1",
                "care.sacrum.session.symptoms-reported.v1",
                "care.sacrum.session.report-corrected.v1"
            })
    void theGoldenExampleIsWhatTheServiceWritesForItsReport(String type) {
        var golden = Contracts.example(type);
        assertThat(Contracts.faults(type, golden.toString())).isEmpty();

        var event = eventOf(golden.path("report").deepCopy(), golden);

        assertThat(event.type()).isEqualTo(type);
        assertThat(Contracts.json(new String(event.data(), StandardCharsets.UTF_8)))
                .isEqualTo(golden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "care.sacrum.session.completed.v1",
                "care.sacrum.session.symptoms-reported.v1",
                "care.sacrum.session.report-corrected.v1"
            })
    void whatIsHandedInOnBehalfSaysSoFitsItsSchemaAndIsTheSameEvent(String type) {
        var golden = Contracts.example(type);
        var own = eventOf(golden.path("report").deepCopy(), golden);

        var event = new ReportEvent(own.practice(), own.patient(), own.report().handedInOnBehalf());

        var data = new String(event.data(), StandardCharsets.UTF_8);
        assertThat(Contracts.faults(type, data)).isEmpty();
        ((ObjectNode) golden.path("report")).put("onBehalf", true);
        assertThat(Contracts.json(data)).isEqualTo(golden);
        assertThat(event.id()).isEqualTo(own.id());
        assertThat(own.report().content().has("onBehalf")).isFalse();
        assertThat(Contracts.faults(type, data.replace("\"onBehalf\":true", "\"onBehalf\":false")))
                .isNotEmpty();
    }

    @Test
    void theGoldenExampleOfAFieldThatNobodyKnowsIsWhatTheServiceWritesForIt() {
        var type = "care.sacrum.session.symptoms-reported.v1";
        var golden = Contracts.example(type + ".unread");
        ObjectNode body = golden.path("report").deepCopy();
        body.withArray("symptoms").remove(1);

        var event = eventOf(body, golden);

        assertThat(Contracts.faults(type, golden.toString())).isEmpty();
        assertThat(Contracts.json(new String(event.data(), StandardCharsets.UTF_8)))
                .isEqualTo(golden);
    }

    @Test
    void theSchemaRefusesAnyFreeText() {
        var type = "care.sacrum.session.completed.v1";
        ObjectNode golden = Contracts.example(type).deepCopy();
        ((ObjectNode) golden.path("report")).put("freeTextNote", "My own words");

        assertThat(Contracts.faults(type, golden.toString())).isNotEmpty();
    }

    @Test
    void theSameReportHasTheSameEventIdWheneverItIsPublished() {
        var golden = Contracts.example("care.sacrum.session.completed.v1");

        assertThat(eventOf(golden.path("report").deepCopy(), golden).id())
                .isEqualTo(eventOf(golden.path("report").deepCopy(), golden).id());
    }

    /// What the device had sent, for the service to write such an event.
    private static ReportEvent eventOf(ObjectNode body, JsonNode golden) {
        var report = golden.path("report");
        for (var setAside : report.path("setAside")) {
            body.put(setAside.path("field").asText(), 11);
        }
        body.remove(ADDED_BY_THE_SERVICE);
        if (report.path("hasNote").booleanValue()) {
            body.put("freeTextNote", "My own words");
        }
        var reading = ReportReader.read(
                UUID.fromString(report.path("reportId").asText()),
                Set.of(Kind.values()),
                body,
                ZoneId.of(report.path("observedTimeZone").asText()),
                Instant.parse(report.path("receivedAt").asText()),
                slug -> true);
        return new ReportEvent(
                UUID.fromString(golden.path("practiceId").asText()),
                UUID.fromString(golden.path("patientId").asText()),
                ((Reading.Readable) reading).report());
    }
}
