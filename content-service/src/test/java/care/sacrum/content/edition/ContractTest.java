package care.sacrum.content.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// I still write what the files in `contracts/` say.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "content"))
class ContractTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SCHEMA = Announcements.PUBLISHED + ".schema.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Drafts.contract(SCHEMA), InputFormat.JSON);

    @ParameterizedTest
    @ValueSource(strings = {"", ".article", ".programme"})
    void theGoldenExampleFitsTheSchemaAndIsWhatTheServiceWrites(String which) throws IOException {
        String file = Announcements.PUBLISHED + which + ".example.json";
        assertThat(schema.validate(Drafts.contract(file), InputFormat.JSON)).isEmpty();
        var golden = Drafts.json(file);
        String key = "content/%s/%s"
                .formatted(golden.path("kind").asText(), golden.path("slug").asText());

        try (var topic = TestTopic.named("sacrum.content.v1").fromTheBeginning()) {
            var event = topic.next(message -> key.equals(message.key()), SOON);

            assertThat(JSON.readTree(event.value())).isEqualTo(golden);
        }
    }

    @Test
    void everyEventOnTheTopicFitsTheSchema() {
        try (var topic = TestTopic.named("sacrum.content.v1").fromTheBeginning()) {
            topic.next(message -> "content/article/emergency-texts".equals(message.key()), SOON);

            assertThat(topic.all(message -> true))
                    .allSatisfy(message -> assertThat(schema.validate(message.value(), InputFormat.JSON))
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({"version, 0", "kind, \"poem\"", "document, {}", "title, 1"})
    void theSchemaRefusesWhatIsNoEventOfOurs(String field, String value) throws IOException {
        ObjectNode event = Drafts.json(Announcements.PUBLISHED + ".example.json");
        event.set(field, JSON.readTree(value));

        assertThat(schema.validate(event.toString(), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void theSchemaIsServedWhereTheEventsSayItIs() throws IOException {
        String served = given().get("/contracts/" + SCHEMA)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(JSON.readTree(served)).isEqualTo(Drafts.json(SCHEMA));
    }

    @Test
    void theAsyncApiNamesTheTopicTheTypeAndFilesThatExist() {
        String asyncApi = Drafts.contract("asyncapi.yaml");

        assertThat(asyncApi).contains("address: sacrum.content.v1", "name: " + Announcements.PUBLISHED);
        var files = Pattern.compile("\\$ref: '\\./([^']+)'")
                .matcher(asyncApi)
                .results()
                .toList();
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.exists(Path.of("contracts", file.group(1))))
                        .isTrue());
    }

    @Test
    void everyOperationSaysWhatItIsForAndTheFourAddressesOfEachKindAreThere() throws IOException {
        var paths = JSON.readTree(
                        given().get("/q/openapi?format=json").then().extract().asString())
                .path("paths");

        for (String kind : new String[] {"exercises", "articles", "programmes"}) {
            assertThat(paths.at("/~1" + kind + "/get/summary").asText()).isNotEmpty();
            assertThat(paths.at("/~1" + kind + "~1{slug}/get/summary").asText()).isNotEmpty();
            assertThat(paths.at("/~1" + kind + "~1{slug}~1versions~1{version}/get/summary")
                            .asText())
                    .isNotEmpty();
            assertThat(paths.at("/~1" + kind + "~1{slug}~1versions/post/responses")
                            .has("422"))
                    .isTrue();
        }
    }
}
