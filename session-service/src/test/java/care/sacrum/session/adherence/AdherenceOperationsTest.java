package care.sacrum.session.adherence;

import static care.sacrum.local.backing.EveryOperation.Call.delete;
import static care.sacrum.local.backing.EveryOperation.Call.get;
import static care.sacrum.local.backing.EveryOperation.Call.put;
import static care.sacrum.session.Course.as;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.EveryOperation;
import care.sacrum.local.backing.EveryOperation.Call;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every operation about adherence does what its description says, and refuses what it says.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class AdherenceOperationsTest {

    private static final String EXCUSE = "{\"from\": \"%s\", \"reason\": \"holiday\"}";

    @TestHTTPResource("/")
    URI service;

    @Test
    void whatIsSaidOfAdherenceIsTrue() {
        var course = Course.begin();
        var elsewhere = Course.begin();
        var own = course.path() + "/adherence";
        var practice = "/practices/" + course.practice() + "/adherence";
        course.logs("");
        EveryOperation.at(service)
                .tagged("Adherence")
                .row(
                        "readAdherence",
                        row -> row.done(() -> get(own).as(course.own()))
                                .badInput(() -> get(own + "?from=x").as(course.own()))
                                .wrongRole(() -> get(own).as(Tokens.editor()))
                                .wrongPractice(() -> get(own).as(elsewhere.clinician())))
                .row(
                        "explainAdherence",
                        row -> row.done(() -> get(own + "/explanation?from=2026-02-01&to=2026-02-08")
                                        .as(course.clinician()))
                                .badInput(() -> get(own + "/explanation?from=2020-02-01&to=2026-02-08")
                                        .as(course.own()))
                                .wrongRole(() -> get(own + "/explanation").as(Tokens.editor()))
                                .wrongPractice(() -> get(own + "/explanation").as(elsewhere.own())))
                .row(
                        "excuseDays",
                        row -> row.done(() ->
                                        excuse(course).as(course.clinician()).json(someDays()))
                                .done(() -> excuse(course).as(course.own()).json(someDays()))
                                .badInput(() -> excuse(course).as(course.own()).json("{}"))
                                .wrongRole(() -> excuse(course)
                                        .as(Tokens.integrator(course.practice()))
                                        .json(someDays()))
                                .wrongPractice(() ->
                                        excuse(course).as(elsewhere.clinician()).json(someDays())))
                .row(
                        "withdrawExcuse",
                        row -> row.done(() -> delete(excused(course)).as(course.own()))
                                .badInput(() ->
                                        delete(course.path() + "/excuses/last").as(course.own()))
                                .wrongRole(() -> delete(excused(course)).as(Tokens.integrator(course.practice())))
                                .wrongPractice(() -> delete(excused(course)).as(elsewhere.clinician())))
                .row(
                        "listExcuses",
                        row -> row.done(() ->
                                        get(course.path() + "/excuses?limit=2").as(course.own()))
                                .badInput(() ->
                                        get(course.path() + "/excuses?limit=0").as(course.own()))
                                .wrongRole(() -> get(course.path() + "/excuses").as(Tokens.editor()))
                                .wrongPractice(
                                        () -> get(course.path() + "/excuses").as(elsewhere.own())))
                .row(
                        "readAdherenceOverview",
                        row -> row.done(() -> get(practice).as(course.clinician()))
                                .badInput(() -> get(practice + "?order=random").as(course.clinician()))
                                .wrongRole(() -> get(practice).as(course.own()))
                                .wrongPractice(() -> get(practice).as(elsewhere.clinician())))
                .row(
                        "exportAdherenceOverview",
                        row -> row.done(() -> get(practice + "/export").as(course.lead()))
                                .badInput(
                                        () -> get(practice + "/export?trend=up").as(course.lead()))
                                .wrongRole(() -> get(practice + "/export").as(Tokens.integrator(course.practice())))
                                .wrongPractice(() -> get(practice + "/export").as(elsewhere.lead())))
                .verify();
    }

    private static Call excuse(Course course) {
        return put("%s/excuses/%s", course.path(), UUID.randomUUID());
    }

    private static String someDays() {
        return EXCUSE.formatted(LocalDate.now());
    }

    private static String excused(Course course) {
        var path = course.path() + "/excuses/" + UUID.randomUUID();
        as(course.own()).body(someDays()).put(path).then().statusCode(201);
        return path;
    }
}
