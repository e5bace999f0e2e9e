package care.sacrum.session.report;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class HistoryTest {

    private Course course;

    @BeforeEach
    void begin() {
        course = Course.begin();
    }

    @Test
    void reportsAreReadByLocalDayWhateverTheOrderTheyCameIn() {
        var evening = observed("2026-02-05T23:30:00Z", "Europe/London");
        var late = observed("2026-02-01T08:00:00Z", "Europe/London");
        // Later than the evening in London, yet of the day before it there.
        var travelling = observed("2026-02-06T01:00:00Z", "America/New_York");
        var morning = observed("2026-02-06T07:00:00Z", "Europe/London");

        as(course.own())
                .get(course.path() + "/history")
                .then()
                .statusCode(200)
                .body("items.localDay", contains("2026-02-06", "2026-02-05", "2026-02-05", "2026-02-01"))
                .body("items.reportId", contains(morning, travelling, evening, late))
                .body("$", not(hasKey("next")));
    }

    @Test
    void aHistoryIsReadBetweenTwoDaysBothIncluded() {
        for (int day = 1; day <= 5; day++) {
            observed("2026-02-0" + day + "T12:00:00Z", "Europe/London");
        }

        as(course.clinician())
                .get(course.path() + "/history?from=2026-02-02&to=2026-02-04")
                .then()
                .body("items.localDay", contains("2026-02-04", "2026-02-03", "2026-02-02"));
        as(course.clinician())
                .get(course.path() + "/history?from=2026-02-04&to=2026-02-02")
                .then()
                .statusCode(422)
                .body("errors.field", contains("to"));
    }

    @Test
    void pagesFollowEachOtherWithoutAGapOrARepeat() {
        var logged = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            // Three of them at the very same moment.
            logged.add(observed("2026-02-0" + Math.max(1, i - 2) + "T12:00:00Z", "Europe/London"));
        }

        var read = new ArrayList<String>();
        String after = "";
        do {
            var page = as(course.own())
                    .get(course.path() + "/history?limit=2&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(page.<List<String>>path("items.reportId"));
            after = page.path("next");
        } while (after != null);

        assertThat(read).containsExactlyInAnyOrderElementsOf(logged).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=many",
                "from=yesterday",
                "to=2026-02-30",
                "after=nonsense",
                "after=***",
                "after=YXxifGM",
                "untill=2026-02-05"
            })
    void aQueryThatCannotBeReadIsRefusedByName(String query) {
        as(course.own())
                .get(course.path() + "/history?" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", contains(query.substring(0, query.indexOf('='))));
    }

    @Test
    void onlyThePatientAndThePracticeReadIt() {
        observed("2026-02-05T23:30:00Z", "Europe/London");
        var path = course.path() + "/history";
        for (var token :
                List.of(course.own(), course.clinician(), course.lead(), Tokens.integrator(course.practice()))) {
            as(token).get(path).then().statusCode(200).body("items", hasSize(1));
        }
        for (var token :
                List.of(Course.begin().clinician(), course.withAnotherPatient().own(), Tokens.patient("somebody"))) {
            as(token).get(path).then().statusCode(404);
        }
        as(Tokens.operator()).get(path).then().statusCode(403);
        as("nonsense").get(path).then().statusCode(401);
    }

    private String observed(String at, String zone) {
        var id = UUID.randomUUID();
        course.logs(id, "\"observedAt\": \"%s\", \"observedTimeZone\": \"%s\"".formatted(at, zone))
                .statusCode(201);
        return id.toString();
    }
}
