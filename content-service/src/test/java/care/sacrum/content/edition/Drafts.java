package care.sacrum.content.edition;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// What an editor could send, made from the golden examples.
final class Drafts {

    private static final Path CONTRACTS = Path.of("contracts");
    static final ObjectMapper JSON = new ObjectMapper();

    private Drafts() {}

    static ObjectNode exercise() {
        return of(Announcements.PUBLISHED + ".example.json");
    }

    static ObjectNode article() {
        return of(Announcements.PUBLISHED + ".article.example.json");
    }

    static ObjectNode programme() {
        return of(Announcements.PUBLISHED + ".programme.example.json");
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /// A slug that no other test uses.
    static String newSlug() {
        return "test-" + UUID.randomUUID();
    }

    static ObjectNode json(String file) {
        try {
            return (ObjectNode) JSON.readTree(contract(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String contract(String file) {
        try {
            return Files.readString(CONTRACTS.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode of(String example) {
        return json(example).retain("language", "title", "document");
    }
}
