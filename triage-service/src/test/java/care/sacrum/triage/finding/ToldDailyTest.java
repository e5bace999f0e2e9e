package care.sacrum.triage.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import care.sacrum.triage.cases.Case;
import care.sacrum.triage.cases.CaseReader;
import care.sacrum.triage.cases.Reading;
import care.sacrum.triage.rules.Triage;
import care.sacrum.triage.rules.Urgency;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// "Raised once in an episode and tier; again only on new evidence": the same told day after day, and every finding
/// acknowledged by the end of its day, as a replay takes it.
class ToldDailyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /// Longer than "new" is the same complaint.
    private static final int DAYS = 20;

    /// Longer than any rule remembers.
    private static final int MANY_DAYS = 60;

    @TestFactory
    Stream<DynamicTest> whatTheLatestReportOfACaseTellsIsRaisedOnceHoweverOftenItIsTold() throws IOException {
        return ofEachCase(DAYS);
    }

    @TestFactory
    @Tag("full")
    Stream<DynamicTest> evenForTwoMonths() throws IOException {
        return ofEachCase(MANY_DAYS);
    }

    /// Of those that are plainly written.
    private static Stream<DynamicTest> ofEachCase(int days) throws IOException {
        try (var files = Files.walk(Path.of("src/test/resources/cases"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .map(file -> dynamicTest(
                            file.getParent().getFileName() + "/" + file.getFileName(), () -> toldDaily(file, days)));
        }
    }

    @Test
    void aRiseThatStaysIsRaisedOnceAndTwoPointsMoreAgain() {
        assertThat(raised("worsening-trend", 40, day -> pain(day < 10 ? 6 : 8))).hasSize(1);
        assertThat(raised("worsening-trend", 40, day -> pain(day < 10 ? 5 : day < 15 ? 7 : 9)))
                .hasSize(2);
        assertThat(raised("worsening-trend", 80, day -> pain(day % 40 < 25 ? 3 : 6)))
                .as("down for weeks, and up again")
                .hasSize(2);
    }

    @Test
    void aRiseByTheWeekIsRaisedOnceAndAgainByTheStep() {
        assertThat(raised("load-not-settling", 40, day -> pain(Math.min(5.6, 2 + day * 0.12))))
                .hasSize(1);
        assertThat(raised("load-not-settling", 70, day -> pain(2 + day * 0.115)))
                .hasSizeBetween(2, 3);
    }

    @Test
    void badMorningsInARowAreRaisedOnce() {
        assertThat(raised("load-not-settling", 20, day -> """
                        "kind": "session", "painBefore": 2, "painAfter": 3, "painNextMorning": 5""")).hasSize(1);
    }

    private static String pain(double score) {
        return """
                "kind": "symptom_check_in", "painBefore": %s""".formatted(score);
    }

    /// On which days somebody is told of that rule.
    private static List<LocalDate> raised(String rule, int days, IntFunction<String> says) {
        var document = JSON.createObjectNode();
        document.putObject("patient").put("ageYears", 41).put("homeTimeZone", "Etc/UTC");
        var replay = new Replay();
        for (int day = 0; day < days; day++) {
            var at = Instant.parse("2026-01-01T09:00:00Z").plus(Duration.ofDays(day));
            try {
                document.withArray("reports").add(JSON.readTree("""
                        {"reportId": "r%d", "observedAt": "%s", "observedTimeZone": "Etc/UTC", %s}""".formatted(day, at, says.apply(day))));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            document.put("evaluateAt", at.plusSeconds(60).toString());
            look(replay, ((Reading.Read) CaseReader.read(document)).course());
        }
        return replay.raised().stream()
                .filter(one -> one.rule().equals(rule))
                .map(Replay.Raised::day)
                .toList();
    }

    private static void toldDaily(Path file, int days) throws IOException {
        var document = (ObjectNode) JSON.readTree(Files.readString(file));
        var reports = document.withArray("reports");
        if (reports.isEmpty()
                || !(CaseReader.read(document) instanceof Reading.Read(Case first))
                || !first.setAside().isEmpty()) {
            return;
        }
        var latest = latest(reports);
        var replay = new Replay();
        look(replay, first);
        for (int day = 1; day <= days; day++) {
            reports.add(dayLater(latest, day));
            document.put(
                    "evaluateAt", first.evaluateAt().plus(Duration.ofDays(day)).toString());
            look(replay, ((Reading.Read) CaseReader.read(document)).course());
        }
        assertThat(raisedAgain(replay)).isEmpty();
    }

    private static ObjectNode latest(ArrayNode reports) {
        JsonNode latest = reports.get(0);
        for (var report : reports) {
            boolean later = report.path("observedAt")
                            .asText()
                            .compareTo(latest.path("observedAt").asText())
                    >= 0;
            latest = later && !report.path("kind").asText().equals("correction") ? report : latest;
        }
        return latest.deepCopy();
    }

    private static ObjectNode dayLater(ObjectNode report, int days) {
        var again = report.deepCopy();
        again.put("reportId", report.path("reportId").asText() + "-" + days);
        for (var time : List.of("observedAt", "receivedAt", "sentAt")) {
            instant(again.path(time))
                    .ifPresent(
                            at -> again.put(time, at.plus(Duration.ofDays(days)).toString()));
        }
        // "Worse" told again is worse again, and no more of the same.
        again.path("symptoms").forEach(symptom -> {
            if (symptom instanceof ObjectNode told) {
                told.remove("changeSinceLast");
            }
        });
        return again;
    }

    private static Optional<Instant> instant(JsonNode written) {
        try {
            return Optional.of(OffsetDateTime.parse(written.asText()).toInstant());
        } catch (DateTimeParseException otherwise) {
            return Optional.empty();
        }
    }

    private static void look(Replay replay, Case course) {
        var day = course.evaluateAt().atZone(course.patient().homeTimeZone()).toLocalDate();
        replay.look(
                day,
                Triage.evaluate(course.patient(), course.reports(), course.parameters(), course.evaluateAt())
                        .findings());
    }

    /// What somebody is told of more than once; what is only for the patient is not.
    private static Map<String, List<String>> raisedAgain(Replay replay) {
        var days = new TreeMap<String, List<String>>();
        replay.raised().stream()
                .filter(one -> one.urgency() != Urgency.SELF_CARE)
                .forEach(one ->
                        days.computeIfAbsent(one.rule(), _ -> new ArrayList<>()).add(one.day() + " " + one.urgency()));
        days.values().removeIf(each -> each.size() == 1);
        return days;
    }
}
