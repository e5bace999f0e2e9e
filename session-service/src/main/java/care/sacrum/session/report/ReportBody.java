package care.sacrum.session.report;

import care.sacrum.platform.problem.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/// Turns the bytes of a request into JSON of any shape; what stands in it is for [ReportReader] to judge.
@Singleton
class ReportBody {

    private final ObjectReader reader;

    ReportBody(ObjectMapper json) {
        reader = json.readerFor(JsonNode.class)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    /// @throws JsonProcessingException where it is not JSON; answered as a problem that says where
    JsonNode parse(byte[] body) throws JsonProcessingException {
        try {
            var read = reader.readTree(body);
            if (read.isMissingNode()) {
                throw Problem.unreadable("The body is not well-formed JSON: it is empty.", List.of())
                        .refused();
            }
            return read;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException notEvenText) {
            throw Problem.unreadable("The body is not well-formed JSON in UTF-8.", List.of())
                    .refused();
        }
    }
}
