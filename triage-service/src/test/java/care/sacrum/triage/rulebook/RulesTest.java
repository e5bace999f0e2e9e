package care.sacrum.triage.rulebook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.rules.Triage;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class RulesTest {

    @Test
    void theDescriptionNamesWhatComesFromNoRule() {
        assertThat(given().get("/q/openapi?format=json").jsonPath().getString("paths.'/rules'.get.description"))
                .contains("Three findings", "`unread-sign`", "`unreadable-report`", "`call-today`");
    }

    @Test
    void whoeverIsSignedInReadsEveryRule() {
        var answer = given().auth().oauth2(Tokens.patient("anyone")).get("/rules");

        assertThat(answer.statusCode()).isEqualTo(200);
        var read = answer.jsonPath();
        assertThat(read.<Map<String, Object>>getList("rules"))
                .extracting(rule -> rule.get("id") + "@" + rule.get("version"))
                .isEqualTo(Triage.catalogue());
        assertThat(answer.asString()).doesNotContain("null");
    }

    @Test
    void aRuleTellsAllThatItDoes() {
        var rule = given().auth()
                .oauth2(Tokens.editor())
                .get("/rules")
                .jsonPath()
                .setRootPath("rules.find { it.id == 'ces-sexual' }");

        assertThat(rule.getString("family")).isEqualTo("cauda_equina");
        assertThat(rule.getList("levels.urgency")).containsExactly("emergency_now", "urgent_same_day");
        assertThat(rule.getList("levels.programme")).containsExactly("hold", "hold");
        assertThat(rule.getList("levels[1].referTo")).containsExactly("urgent_care", "physician");
        assertThat(rule.getString("levels[1].criterion"))
                .isEqualTo("`sexual_function_change` told as new at most 14 (`lateReportEmergencyWindowDays`) days ago"
                        + " and not denied since.");
        assertThat(rule.getString("levels[0].logic.is")).isEqualTo("any");
        assertThat(rule.getList("levels[0].logic.parts.is")).containsExactly("together", "together");
        assertThat(rule.getList("levels[0].logic.parts[1].parts.is")).containsExactly("fact", "fact");
        assertThat(rule.getString("levels[0].advice")).startsWith("Go to the emergency department now.");
        assertThat(rule.getString("diagram")).startsWith("flowchart LR\n");
        assertThat(rule.getList("sources")).containsExactly("GIRFT 2023");
        assertThat(rule.getString("certainty")).isEqualTo("moderate");
        assertThat(rule.getList("parameters")).contains("lateReportEmergencyWindowDays", "neuroSignMemoryDays");
    }

    @Test
    void theParametersComeWithTheirDefaultsAndBounds() {
        var span = given().auth()
                .oauth2(Tokens.operator())
                .get("/rules")
                .jsonPath()
                .setRootPath("parameters.find { it.name == 'persistenceMinSpanDays' }");

        assertThat(span.getString("'default'")).isEqualTo("5");
        assertThat(span.getString("from")).isEqualTo("3");
        assertThat(span.getString("to")).isEqualTo("14");
    }

    @Test
    void nobodyElseReadsThem() {
        given().get("/rules").then().statusCode(401);
    }
}
