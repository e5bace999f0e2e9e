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

    /// One report.
    static final int MOST_BYTES = 64 * 1024;

    static final Problem TOO_LARGE = new Problem(
            "about:blank",
            "Request Entity Too Large",
            413,
            "The request is larger than the 64 KiB that this operation takes. Send less at a time.",
            List.of());

    private final ObjectReader reader;

    ReportBody(ObjectMapper json) {
        reader = json.readerFor(JsonNode.class)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    /// @throws JsonProcessingException where it is not JSON; answered as a problem that says where
    JsonNode parse(byte[] body) throws JsonProcessingException {
        if (body.length > MOST_BYTES) {
            throw TOO_LARGE.refused();
        }
        return tree(body);
    }

    /// A body of any size that HTTP let through.
    JsonNode tree(byte[] body) throws JsonProcessingException {
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
