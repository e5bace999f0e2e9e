package care.sacrum.session.invitation;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.local.backing.Tokens;
import care.sacrum.session.Contracts;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class InvitationsTest {

    @Inject
    AgroalDataSource database;

    private final String bo = "sub-of-bo-" + UUID.randomUUID();
    private Course course;

    @BeforeEach
    void begin() {
        course = new Course(Course.begin().practice(), UUID.randomUUID());
        course.putPatient("{\"homeTimeZone\": \"Europe/London\"}").statusCode(201);
    }

    @Test
    void whoRedeemsAnInvitationIsThatPatientFromThenOn() {
        as(bo()).get(course.path()).then().statusCode(404);
        var code = invited();
        assertThat(code).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");

        redeem(bo(), code.toLowerCase().replace("-", " "))
                .statusCode(200)
                .body("practiceId", is(course.practice().toString()))
                .body("patientId", is(course.patient().toString()));

        as(bo()).get(course.path())
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("subject", is(bo));
        as(bo()).get("/me/records")
                .then()
                .statusCode(200)
                .body("items.patientId", contains(course.patient().toString()));
        list("").statusCode(200).body("items.state", contains("redeemed"));
        try (var topic = TestTopic.named("sacrum.session.v1").fromTheBeginning()) {
            var told = topic.next(
                    message -> course.key().equals(message.key())
                            && message.value().contains(bo),
                    Duration.ofSeconds(30));
            assertThat(told.type()).isEqualTo("care.sacrum.session.patient-recorded.v1");
            assertThat(Contracts.faults(told.type(), told.value())).isEmpty();
            assertThat(Contracts.json(told.value()).path("version").intValue()).isEqualTo(2);
        }
    }

    @Test
    void whyACodeIsRefusedIsNotTold() throws SQLException {
        var wrong = refusal(Tokens.patient("sub-" + UUID.randomUUID()), "0000-0000-0000-0000");

        var used = invited();
        redeem(bo(), used).statusCode(200);
        assertThat(refusal(bo(), used)).isEqualTo(wrong);
        assertThat(refusal(Tokens.patient("sub-of-somebody-else"), used)).isEqualTo(wrong);

        var other = new Course(course.practice(), UUID.randomUUID());
        other.putPatient("{\"homeTimeZone\": \"UTC\"}").statusCode(201);
        var forOther = invited(other);
        // Bo is another patient of this practice already.
        assertThat(refusal(bo(), forOther)).isEqualTo(wrong);

        expire(other);
        var someone = Tokens.patient("sub-" + UUID.randomUUID());
        assertThat(refusal(someone, forOther)).isEqualTo(wrong);

        var replaced = invited(other);
        var fresh = invited(other);
        assertThat(refusal(someone, replaced)).isEqualTo(wrong);

        other.putPatient("{\"homeTimeZone\": \"UTC\", \"status\": \"discharged\"}")
                .statusCode(200);
        assertThat(refusal(someone, fresh)).isEqualTo(wrong);
        assertThat(refusal(someone, "not even a code")).isEqualTo(wrong);
    }

    @Test
    void aFewWrongCodesAndNoFurtherOneIsLookedAt() {
        var code = invited();
        for (int i = 0; i < 10; i++) {
            redeem(bo(), "0000-0000-0000-000" + i).statusCode(422);
        }

        redeem(bo(), code)
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "3600")
                .body("type", is("/problems/too-many-codes"));
        redeem(Tokens.patient("sub-" + UUID.randomUUID()), code).statusCode(200);
    }

    @Test
    void ofManyWhoRedeemACodeAtOnceOneIsThePatient() throws Exception {
        var code = invited();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(n ->
                                    () -> redeem(Tokens.patient("sub-" + n + "-of-" + course.patient()), code)
                                            .extract()
                                            .statusCode())
                            .toList())
                    .stream()
                    .map(answer -> answer.resultNow())
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(200, 422, 422, 422, 422, 422, 422, 422);
        }
    }

    @Test
    void aRevokedInvitationIsOfNoUseAndARedeemedOneIsNotRevoked() {
        var first = invite(course.clinician(), course).statusCode(201).extract();
        var path = path(course) + "/" + first.<String>path("invitationId");
        as(Course.begin().lead()).delete(path).then().statusCode(404);
        as(course.own()).delete(path).then().statusCode(403);
        as(course.clinician()).delete(path(course) + "/first").then().statusCode(422);
        as(course.clinician()).delete(path).then().statusCode(204);
        as(course.clinician()).delete(path).then().statusCode(204);
        redeem(bo(), first.path("code")).statusCode(422);

        var second = invite(course.lead(), course).statusCode(201).extract();
        redeem(bo(), second.path("code")).statusCode(200);
        as(course.clinician())
                .delete(path(course) + "/" + second.<String>path("invitationId"))
                .then()
                .statusCode(409);
        as(course.clinician())
                .delete(path(course) + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void whoIsBoundOrNotTreatedIsNotInvited() {
        redeem(bo(), invited()).statusCode(200);
        invite(course.clinician(), course).statusCode(409).contentType("application/problem+json");

        as(course.clinician())
                .header("If-Match", "\"2\"")
                .delete(course.path() + "/subject")
                .then()
                .statusCode(200);
        redeem(bo(), invited()).statusCode(200);

        var gone = new Course(course.practice(), UUID.randomUUID());
        gone.putPatient("{\"homeTimeZone\": \"UTC\", \"status\": \"transferred\"}")
                .statusCode(201);
        invite(course.clinician(), gone).statusCode(409);
    }

    @Test
    void invitationsAreListedWithoutTheirCodes() {
        var code = invited();
        invited();
        invited();

        var first = list("?limit=2")
                .statusCode(200)
                .body("items.state", contains("open", "revoked"))
                .body("items[0].redeemedAt", nullValue())
                .body(not(Matchers.containsString(code)))
                .extract();
        list("?limit=2&after=" + first.<String>path("next"))
                .statusCode(200)
                .body("items.state", contains("revoked"))
                .body("next", nullValue());
        list("?limit=none").statusCode(422);
        list("?after=eHx5").statusCode(422);
        as(course.own()).get(path(course)).then().statusCode(403);
        as(Course.begin().clinician()).get(path(course)).then().statusCode(404);
        as(course.clinician())
                .get(path(new Course(course.practice(), UUID.randomUUID())))
                .then()
                .statusCode(404);
    }

    @Test
    void onlyThePracticeInvitesAndOnlyAPatientRedeems() {
        invite(course.own(), course).statusCode(403);
        invite(Tokens.integrator(course.practice()), course).statusCode(403);
        invite(Course.begin().clinician(), course).statusCode(404);
        invite(course.clinician(), new Course(course.practice(), UUID.randomUUID()))
                .statusCode(404);
        as(course.clinician())
                .post("/practices/" + course.practice() + "/patients/bo/invitations")
                .then()
                .statusCode(422);

        var code = invited();
        redeem(course.clinician(), code).statusCode(403);
        redeem(Tokens.expired(course.practice()), code).statusCode(401);
        as(bo()).body("{}")
                .post("/invitations/redemptions")
                .then()
                .statusCode(422)
                .body("errors.field", contains("code"));
        as(bo()).body("[]").post("/invitations/redemptions").then().statusCode(400);
        redeem(bo(), "0".repeat(61)).statusCode(422).body("errors.field", contains("code"));
        redeem(bo(), code).statusCode(200);
    }

    @Test
    void noCodeIsKept() throws SQLException {
        var code = invited();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select i::text || encode(code_hash, 'escape') from invitation i where patient_id = ?""")) {
            select.setObject(1, course.patient());
            var found = select.executeQuery();
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).doesNotContain(code, code.replace("-", ""));
        }
    }

    /// What a person reads whose code is refused.
    private static String refusal(String token, String code) {
        return redeem(token, code)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", matchesPattern("/problems/invitation-not-usable"))
                .extract()
                .asString();
    }

    private void expire(Course invited) throws SQLException {
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement("update invitation set expires_at = now() where patient_id = ?")) {
            update.setObject(1, invited.patient());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private String bo() {
        return Tokens.patient(bo);
    }

    private String invited() {
        return invited(course);
    }

    private static String invited(Course course) {
        return invite(course.clinician(), course)
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .path("code");
    }

    private static ValidatableResponse invite(String token, Course course) {
        return as(token).post(path(course)).then();
    }

    private static ValidatableResponse redeem(String token, String code) {
        return as(token)
                .body("{\"code\": \"" + code + "\"}")
                .post("/invitations/redemptions")
                .then();
    }

    private ValidatableResponse list(String query) {
        return as(course.clinician()).get(path(course) + query).then();
    }

    private static String path(Course course) {
        return course.path() + "/invitations";
    }
}
