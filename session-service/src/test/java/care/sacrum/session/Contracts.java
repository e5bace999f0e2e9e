package care.sacrum.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files in `contracts/`, as a test asks them.
public final class Contracts {

    public static final List<String> TYPES = List.of(
            "care.sacrum.session.practice-recorded.v1",
            "care.sacrum.session.patient-recorded.v1",
            "care.sacrum.session.prescription-recorded.v1",
            "care.sacrum.session.excuse-recorded.v1",
            "care.sacrum.session.completed.v1",
            "care.sacrum.session.symptoms-reported.v1",
            "care.sacrum.session.report-corrected.v1",
            "care.sacrum.session.note-read.v1",
            "care.sacrum.session.patient-silent.v1",
            "care.sacrum.session.patient-back.v1",
            "care.sacrum.session.patient-silence-over.v1",
            "care.sacrum.session.adherence-lapsed.v1",
            "care.sacrum.session.adherence-lapse-over.v1",
            "care.sacrum.session.patient-erased.v1");

    /// Writes as the service's own mapper does.
    public static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contracts() {}

    public static String schema(String type) {
        return file(type + ".schema.json");
    }

    public static JsonNode example(String type) {
        return json(file(type + ".example.json"));
    }

    /// What is wrong with the data of an event of that type; nothing, where it fits.
    public static List<Error> faults(String type, String data) {
        return SCHEMAS.getSchema(schema(type), InputFormat.JSON).validate(data, InputFormat.JSON);
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String name) {
        try {
            return Files.readString(Path.of("contracts", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
