package care.sacrum.session.report;

import care.sacrum.platform.problem.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Only a batch may be as large as HTTP lets through; any other body announced as larger than one report is refused
/// before it is read.
@Singleton
class LargestBodies {

    private static final int BEFORE_THE_RESOURCES = -900;
    private static final String OF_A_BATCH = "/reports";

    void bound(@Observes Router router, ObjectMapper json) throws JsonProcessingException {
        var refusal = json.writeValueAsString(ReportBody.TOO_LARGE);
        router.route().order(BEFORE_THE_RESOURCES).handler(context -> {
            if (announcedLength(context) > ReportBody.MOST_BYTES
                    && !context.normalizedPath().endsWith(OF_A_BATCH)) {
                context.response()
                        .setStatusCode(ReportBody.TOO_LARGE.status())
                        .putHeader(HttpHeaders.CONNECTION, "close")
                        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                        .end(refusal);
            } else {
                context.next();
            }
        });
    }

    private static long announcedLength(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notALength) {
            return 0;
        }
    }
}
