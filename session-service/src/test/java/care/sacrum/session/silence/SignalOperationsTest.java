package care.sacrum.session.silence;

import static care.sacrum.local.backing.EveryOperation.Call.get;
import static care.sacrum.local.backing.EveryOperation.Call.put;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.EveryOperation;
import care.sacrum.local.backing.EveryOperation.Call;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// Every operation about signals does what its description says, and refuses what it says.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class SignalOperationsTest {

    @TestHTTPResource("/")
    URI service;

    @Test
    void whatIsSaidOfSignalsIsTrue() {
        var course = Course.begin();
        var elsewhere = Course.begin();
        var practice = "/practices/" + course.practice();
        EveryOperation.at(service)
                .tagged("Signals")
                .row(
                        "readSignals",
                        row -> row.done(() -> get(practice + "/signals").as(course.clinician()))
                                .badInput(() -> get("/practices/here/signals").as(course.clinician()))
                                .wrongRole(() -> get(practice + "/signals").as(course.own()))
                                .wrongPractice(() -> get(practice + "/signals").as(elsewhere.clinician())))
                .row(
                        "setSignals",
                        row -> row.done(() -> set(practice, course.lead()).json(Thresholds.EXAMPLE))
                                .badInput(() -> set(practice, course.lead()).json("{\"silentAfterDays\": 400}"))
                                .badInput(() -> set(practice, course.lead()).json("{"))
                                .wrongRole(
                                        () -> set(practice, course.clinician()).json(Thresholds.EXAMPLE))
                                .wrongPractice(
                                        () -> set(practice, elsewhere.lead()).json(Thresholds.EXAMPLE)))
                .row(
                        "listSilentPatients",
                        row -> row.done(() -> get(practice + "/silent-patients").as(course.clinician()))
                                .badInput(() -> get(practice + "/silent-patients?limit=0")
                                        .as(course.clinician()))
                                .badInput(() -> get(practice + "/silent-patients?after=x")
                                        .as(course.clinician()))
                                .wrongRole(
                                        () -> get(practice + "/silent-patients").as(course.own()))
                                .wrongPractice(
                                        () -> get(practice + "/silent-patients").as(elsewhere.clinician())))
                .row(
                        "readSilence",
                        row -> row.done(() -> get(course.path() + "/silence").as(course.clinician()))
                                .badInput(() ->
                                        get(practice + "/patients/bo/silence").as(course.clinician()))
                                .wrongRole(() -> get(course.path() + "/silence").as(course.own()))
                                .wrongPractice(
                                        () -> get(course.path() + "/silence").as(elsewhere.clinician())))
                .verify();
    }

    private static Call set(String practice, String token) {
        return put(practice + "/signals").as(token).header("If-Match", "*");
    }
}
