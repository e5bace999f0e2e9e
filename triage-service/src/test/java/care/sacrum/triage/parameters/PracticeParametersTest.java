package care.sacrum.triage.parameters;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.rules.Parameters;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class PracticeParametersTest {

    @Inject
    PracticeParameters parameters;

    @Inject
    AgroalDataSource database;

    private final UUID practice = UUID.randomUUID();

    @Test
    void aPracticeThatSetNothingHasTheDefaultsAsVersionZero() {
        var read = read();

        read.then().statusCode(200).header("ETag", "\"0\"");
        assertThat(read.jsonPath().getInt("version")).isZero();
        assertThat(read.jsonPath().getInt("parameters.persistenceMinSpanDays")).isEqualTo(5);
        assertThat(read.jsonPath().getString("parameters.bilateralLegLevel")).isEqualTo("urgent_same_day");
        assertThat(read.jsonPath().<Object>get("setAt")).isNull();
        assertThat(versions("").getList("versions")).isEmpty();
    }

    @Test
    void whatIsSetHoldsAndWhatIsNotNamedIsAtItsDefault() {
        set("\"0\"", "{\"persistenceMinSpanDays\": 4, \"bilateralLegLevel\": \"emergency_now\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        set("\"1\"", "{\"neuroSignMemoryDays\": 90}").then().statusCode(200).header("ETag", "\"2\"");

        var now = read().jsonPath();
        assertThat(now.getInt("parameters.persistenceMinSpanDays")).isEqualTo(5);
        assertThat(now.getInt("parameters.neuroSignMemoryDays")).isEqualTo(90);
        assertThat(parameters.inForce(practice))
                .isEqualTo(
                        ((Parameters.Setting.Taken) Parameters.set(Map.of("neuroSignMemoryDays", "90"))).parameters());
        assertThat(parameters.inForce(UUID.randomUUID())).isEqualTo(Parameters.DEFAULTS);
    }

    @Test
    void everyVersionIsKeptWithWhoAndWhen() {
        set("\"0\"", "{\"persistenceMinSpanDays\": 4}");
        set("\"1\"", "{\"persistenceMinSpanDays\": 3}");
        set("\"2\"", "{}");

        var first = versions("?limit=2");
        assertThat(first.getList("versions.version")).containsExactly(3, 2);
        assertThat(first.getString("versions[1].setBy")).isEqualTo("lead-of-" + practice);
        assertThat(first.getString("versions[1].setAt")).isNotBlank();
        assertThat(first.getInt("versions[1].parameters.persistenceMinSpanDays"))
                .isEqualTo(3);
        var second = versions("?limit=2&before=" + first.getInt("next"));
        assertThat(second.getList("versions.version")).containsExactly(1);
        assertThat(second.<Object>get("next")).isNull();
    }

    @Test
    void aChangeSaysWhichVersionItChanges() {
        set(null, "{\"persistenceMinSpanDays\": 4}").then().statusCode(428);
        set("\"1\"", "{\"persistenceMinSpanDays\": 4}").then().statusCode(412);
        set("\"0\"", "{\"persistenceMinSpanDays\": 4}").then().statusCode(200);
        set("\"0\"", "{\"persistenceMinSpanDays\": 3}").then().statusCode(412);

        assertThat(read().jsonPath().getInt("parameters.persistenceMinSpanDays"))
                .isEqualTo(4);
    }

    @Test
    void whatHoldsAlreadyChangesNothingAndNeedsNoTag() throws SQLException {
        set("\"0\"", "{\"persistenceMinSpanDays\": 4}");

        set(null, "{\"persistenceMinSpanDays\": 4, \"symptomaticThreshold\": 3}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");

        assertThat(versions("").getList("versions")).hasSize(1);
    }

    @Test
    void outOfBoundsUnknownOrNoNumberIsRefusedByNameAndNothingIsStored() {
        var refused = set("\"0\"", """
                {"persistenceMinSpanDays": 15, "symptomaticThreshold": "high", "worseningPoints": 2.5,
                 "resolvedThreshold": null, "persistanceMinSpanDays": 5, "bilateralLegLevel": "soon",
                 "newOnsetWindowDays": [14]}""");

        refused.then().statusCode(422);
        assertThat(refused.jsonPath().getList("errors.field"))
                .containsExactlyInAnyOrder(
                        "persistenceMinSpanDays",
                        "symptomaticThreshold",
                        "worseningPoints",
                        "resolvedThreshold",
                        "persistanceMinSpanDays",
                        "bilateralLegLevel",
                        "newOnsetWindowDays");
        assertThat(refused.jsonPath().getList("errors.why")).contains("must be a whole number from 3 to 14");
        for (var body : List.of("[]", "5", "null", "\"persistenceMinSpanDays\"")) {
            set("\"0\"", body).then().statusCode(422);
        }
        set("\"0\"", "{").then().statusCode(400);
        assertThat(read().jsonPath().getInt("version")).isZero();
    }

    @Test
    void aDayIsNotQuietAndSymptomaticAtOnce() {
        var refused = set("\"0\"", "{\"symptomaticThreshold\": 2, \"resolvedThreshold\": 2}");

        refused.then().statusCode(422);
        assertThat(refused.jsonPath().getList("errors.field")).containsExactly("resolvedThreshold");
        assertThat(refused.jsonPath().getString("errors[0].why")).contains("below symptomaticThreshold, 2");
        set("\"0\"", "{\"symptomaticThreshold\": 2, \"resolvedThreshold\": 1}")
                .then()
                .statusCode(200);
    }

    @Test
    void onlyTheLeadOfThePracticeSetsThem() {
        var body = "{\"persistenceMinSpanDays\": 4}";
        set(Tokens.clinician(practice), "\"0\"", body).then().statusCode(403);
        set(Tokens.integrator(practice), "\"0\"", body).then().statusCode(403);
        set(Tokens.patient("somebody"), "\"0\"", body).then().statusCode(403);
        set(Tokens.lead(UUID.randomUUID()), "\"0\"", body).then().statusCode(404);

        given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/parameters", practice)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.clinician(UUID.randomUUID()))
                .get("/practices/{p}/parameters", practice)
                .then()
                .statusCode(404);
    }

    @Test
    void ofManyWhoChangeTheSameVersionAtOnceOneDoes() throws Exception {
        try (var together = Executors.newFixedThreadPool(8)) {
            var answers = java.util.stream.IntStream.rangeClosed(7, 14)
                    .mapToObj(days -> together.submit(() -> set(
                                    "\"0\"",
                                    "{\"newOnsetWindowDays\": 7, " + "\"persistenceMinSpanDays\": " + days + "}")
                            .statusCode()))
                    .toList();
            var statuses = new java.util.ArrayList<Integer>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        }
        assertThat(versions("").getList("versions")).hasSize(1);
    }

    @Test
    void whatWasSetUnderWiderBoundsIsAtItsDefaultAndTheRestHolds() throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into practice_parameters values
                        (?, 1, '{"persistenceMinSpanDays": 40, "worseningPoints": 3, "gone": 1}', now(), 'somebody')""")) {
            insert.setObject(1, practice);
            insert.executeUpdate();
        }

        assertThat(parameters.inForce(practice))
                .isEqualTo(((Parameters.Setting.Taken) Parameters.set(Map.of("worseningPoints", "3"))).parameters());
    }

    private Response read() {
        return given().auth().oauth2(Tokens.lead(practice)).get("/practices/{p}/parameters", practice);
    }

    private JsonPath versions(String query) {
        return given().auth()
                .oauth2(Tokens.clinician(practice))
                .get("/practices/{p}/parameters/versions" + query, practice)
                .jsonPath();
    }

    private Response set(@org.jspecify.annotations.Nullable String ifMatch, String body) {
        return set(Tokens.of("lead-of-" + practice, "practice_lead", practice), ifMatch, body);
    }

    private Response set(String token, @org.jspecify.annotations.Nullable String ifMatch, String body) {
        var request = given().auth().oauth2(token).contentType(ContentType.JSON).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/practices/{p}/parameters", practice);
    }
}
