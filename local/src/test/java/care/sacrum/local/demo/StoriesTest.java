package care.sacrum.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoriesTest {

    private static final Instant A_DAY = Instant.parse("2026-11-22T00:00:00Z");

    /// Every hour of a day in winter, and of one after each change of the clocks.
    private static final List<Instant> ANY_HOUR =
            List.of(A_DAY, A_DAY.plus(Duration.ofDays(128)), A_DAY.plus(Duration.ofDays(340))).stream()
                    .flatMap(day -> IntStream.range(0, 24).mapToObj(hour -> day.plus(Duration.ofHours(hour))))
                    .toList();

    private static final List<Story> EVERYONE =
            Stream.concat(Stories.ALL.stream(), Stories.AMERICAN.stream()).toList();

    @Test
    void nothingIsToldOfTheFutureAndSixWeeksAreToldWhateverTheHour() {
        for (var now : ANY_HOUR) {
            for (var story : EVERYONE) {
                var enrolled = story.enrolledForADemoThatBegins(now);
                var told = story.toldSince(enrolled, now);

                assertThat(told)
                        .isNotEmpty()
                        .allMatch(telling -> !telling.observedAt().isAfter(now));
                assertThat(Duration.between(told.getFirst().observedAt(), now))
                        .as("%s at %s", story.about(), now)
                        .isBetween(Duration.ofDays(43), Duration.ofDays(46));
            }
        }
    }

    @Test
    void toldAgainItIsTheSameAndALaterDayOnlyAddsToIt() {
        for (var story : EVERYONE) {
            var enrolled = story.enrolledForADemoThatBegins(A_DAY);
            var first = bodies(story.toldSince(enrolled, A_DAY));
            var later = bodies(story.toldSince(enrolled, A_DAY.plus(Duration.ofDays(3))));

            assertThat(bodies(story.toldSince(enrolled, A_DAY))).isEqualTo(first);
            assertThat(later).as(story.about()).containsAllEntriesOf(first);
        }
    }

    @Test
    void itEndsAfterNinetyDays() {
        for (var story : EVERYONE) {
            var enrolled = story.enrolledForADemoThatBegins(A_DAY);
            var last = story.toldSince(enrolled, A_DAY.plus(Duration.ofDays(900)));

            assertThat(Duration.between(A_DAY, last.getLast().observedAt())).isLessThan(Duration.ofDays(47));
        }
    }

    /// A session on such a day would be extra, and the story another one.
    @Test
    void nobodyExercisesOnAnExcusedDay() {
        for (var story : EVERYONE) {
            if (story.excuse() == null) {
                continue;
            }
            var enrolled = story.enrolledForADemoThatBegins(A_DAY);
            var from = enrolled.plusDays(story.excuse().from() - 1L);
            var to = enrolled.plusDays(story.excuse().to() - 1L);

            assertThat(story.toldSince(enrolled, A_DAY))
                    .filteredOn(
                            telling -> telling.body(A_DAY).path("kind").asText().equals("session"))
                    .extracting(telling ->
                            telling.observedAt().atZone(story.person().home()).toLocalDate())
                    .as(story.about())
                    .noneMatch(day -> !day.isBefore(from) && !day.isAfter(to));
        }
    }

    @Test
    void everyReportHasAnIdOfItsOwn() {
        var ids = new HashSet<UUID>();
        for (var story : EVERYONE) {
            for (var telling : story.toldSince(LocalDate.of(2026, 1, 1), A_DAY)) {
                assertThat(ids.add(telling.id())).as(story.about()).isTrue();
            }
        }
    }

    @Test
    void onlyThePhoneThatWasOfflineSaysWhenItSends() {
        for (var story : EVERYONE) {
            var sent = story.toldSince(story.enrolledForADemoThatBegins(A_DAY), A_DAY).stream()
                    .filter(telling -> telling.body(A_DAY).has("sentAt"))
                    .toList();

            if (story.number() == 4) {
                assertThat(sent).hasSize(3);
                assertThat(Duration.between(sent.getLast().observedAt(), A_DAY))
                        .isBetween(Duration.ofHours(33), Duration.ofDays(3));
            } else {
                assertThat(sent).as(story.about()).isEmpty();
            }
        }
    }

    @Test
    void aCorrectionIsTheSameReportBeforeTheHourIsOver() {
        var told = story(13).toldSince(story(13).enrolledForADemoThatBegins(A_DAY), A_DAY);
        var correction = told.stream()
                .filter(telling -> telling.body(A_DAY).path("kind").asText().equals("correction"))
                .findFirst()
                .orElseThrow();
        var original = told.stream()
                .filter(telling -> correction
                        .body(A_DAY)
                        .path("corrects")
                        .asText()
                        .equals(telling.id().toString()))
                .findFirst()
                .orElseThrow();

        assertThat(Duration.between(original.observedAt(), correction.observedAt()))
                .isEqualTo(Duration.ofMinutes(25));
        assertThat(original.body(A_DAY).path("painAfter").intValue()).isEqualTo(9);
        assertThat(correction.body(A_DAY).path("painAfter").intValue()).isEqualTo(1);
        assertThat(correction.body(A_DAY).path("exercisesDone"))
                .isEqualTo(original.body(A_DAY).path("exercisesDone"));
    }

    @Test
    void overTheDateLineFiveMorningsOfPainAreFourDates() {
        var told = story(17).toldSince(story(17).enrolledForADemoThatBegins(A_DAY), A_DAY);
        var here = new TreeSet<LocalDate>();
        var atHome = new TreeSet<LocalDate>();
        for (var telling : told) {
            var body = telling.body(A_DAY);
            if (body.path("painNextMorning").asInt(body.path("painBefore").asInt()) >= 3) {
                here.add(telling.observedAt()
                        .atZone(ZoneId.of(body.path("observedTimeZone").asText()))
                        .toLocalDate());
                atHome.add(
                        telling.observedAt().atZone(story(17).person().home()).toLocalDate());
            }
        }

        assertThat(here).hasSize(4);
        assertThat(atHome).hasSize(5);
    }

    private static Story story(int number) {
        return Stories.of(number);
    }

    private static Map<UUID, JsonNode> bodies(Collection<Telling> told) {
        var bodies = new LinkedHashMap<UUID, JsonNode>();
        for (var telling : told) {
            ObjectNode body = telling.body(A_DAY);
            bodies.put(telling.id(), body);
        }
        return bodies;
    }
}
