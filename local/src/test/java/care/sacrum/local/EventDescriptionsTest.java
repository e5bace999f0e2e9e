package care.sacrum.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Each service's AsyncAPI document against its code: the same types, topics, headers and source, and the
/// files that it names.
class EventDescriptionsTest {

    private static final Path HOME = Path.of("..");
    private static final Path PLATFORM = HOME.resolve("platform/src/main/java");
    private static final String SCHEMA = ".schema.json";

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void theTypesDescribedAreTheTypesThatTheCodeWritesAndEachHasItsFiles(ServiceName service) {
        var described = messages(service).stream()
                .map(message -> message.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isNotEmpty().isEqualTo(typesInTheCodeOf(service)).isEqualTo(typesWithASchema(service));
        assertThat(described)
                .allMatch(type -> Files.exists(contracts(service).resolve(type + ".example.json")), "has an example");
    }

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void everyMessageStandsInAChannelAndNamesTheSchemaOfItsType(ServiceName service) {
        var document = document(service);
        var inChannels = new ArrayList<JsonNode>();
        document.path("channels")
                .forEach(channel ->
                        channel.path("messages").forEach(message -> inChannels.add(resolved(document, message))));

        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(inChannels).containsExactlyInAnyOrderElementsOf(messages(service));
        assertThat(inChannels).allSatisfy(message -> {
            var schema = message.path("payload").path("schema").path("$ref").asText();
            assertThat(schema.replaceFirst("^\\./", ""))
                    .isEqualTo(message.path("name").asText() + SCHEMA);
        });
    }

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void theChannelsAreTopicsThatTheSuiteMakes(ServiceName service) {
        var addresses = document(service).path("channels").findValuesAsText("address");

        assertThat(addresses).isNotEmpty();
        assertThat(quoted(PLATFORM.resolve("care/sacrum/platform/event/Topics.java"), "\"(sacrum\\.[a-z.-]+v\\d)\""))
                .containsAll(addresses);
    }

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void theHeadersDescribedAreThoseThatTheRelaySends(ServiceName service) {
        var document = document(service);
        var sent = quoted(
                PLATFORM.resolve("care/sacrum/platform/outbox/Relay.java"),
                "headers\\.put\\(\"(ce_[a-z]+|content-type)\"");
        var attributes = sent.stream().filter(name -> name.startsWith("ce_")).toList();

        assertThat(attributes).hasSize(7);
        assertThat(messages(service)).allSatisfy(message -> {
            var headers = resolved(document, message.path("headers"));
            assertThat(headers.path("required")).map(JsonNode::asText).containsAll(attributes);
            assertThat(headers.path("required")).map(JsonNode::asText).isSubsetOf(sent);
            assertThat(headers.at("/properties/ce_source/const").asText()).isEqualTo("/sacrum/" + service.module());
        });
        assertThat(text(HOME.resolve(service.module()).resolve("src/main/resources/application.properties")))
                .contains("sacrum.outbox.source=/sacrum/" + service.module());
    }

    /// Literals that are a type of this service's own and nothing more.
    private static Set<String> typesInTheCodeOf(ServiceName service) {
        var own = "\"(care\\.sacrum\\." + service.database() + "\\.[a-z-]+\\.v\\d+)\"";
        try (var files = Files.walk(HOME.resolve(service.module()).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> quoted(file, own).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> typesWithASchema(ServiceName service) {
        try (Stream<Path> files = Files.list(contracts(service))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SCHEMA))
                    .map(name -> name.substring(0, name.length() - SCHEMA.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> messages(ServiceName service) {
        var messages = new ArrayList<JsonNode>();
        document(service).path("components").path("messages").forEach(messages::add);
        return messages;
    }

    /// What a reference within the document points at, or the node itself.
    private static JsonNode resolved(JsonNode document, JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.startsWith("#") ? document.at(reference.substring(1)) : node;
    }

    private static JsonNode document(ServiceName service) {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return new ObjectMapper()
                .valueToTree(yaml.<Object>load(text(contracts(service).resolve("asyncapi.yaml"))));
    }

    private static Path contracts(ServiceName service) {
        return HOME.resolve(service.module()).resolve("contracts");
    }

    private static Set<String> quoted(Path file, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text(file))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
