package care.sacrum.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/// An RFC 9457 problem: what a caller reads when a request was refused.
///
/// @param type   a stable relative reference that names the kind of problem
/// @param title  the same sentence for every problem of this type
/// @param status the HTTP status
/// @param detail what was wrong this time and what to do about it
/// @param errors the fields at fault, empty when no field is
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {

    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /// One field at fault: where it is, and the remedy.
    public record FieldError(String field, String why) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    /// Thrown by a resource that refuses; answered as the problem it carries.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.title(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    public Refused refused() {
        return new Refused(this);
    }

    /// 400: the request cannot be read at all.
    public static Problem unreadable(String detail, List<FieldError> errors) {
        return new Problem("/problems/unreadable-request", "The request cannot be read", 400, detail, errors);
    }

    /// 404: also for a record of another practice, so that its existence is not told.
    public static Problem notFound(String what, Object id) {
        return new Problem(
                "/problems/not-found",
                "Not found",
                404,
                "There is no " + what + " " + id + " that you may see. Check the id and the practice.",
                List.of());
    }

    /// 404: what stands in the path is no id, so nothing can be there.
    static Problem notAnId(List<FieldError> errors) {
        return new Problem(
                "/problems/not-found", "Not found", 404, "Correct the ids named in errors; nothing is there.", errors);
    }

    /// 409: the same id with another content.
    ///
    /// @param remedy what to do where what is there is wrong
    public static Problem differs(String what, UUID id, String remedy) {
        return new Problem(
                "/problems/id-already-used",
                "This id is already used for other content",
                409,
                "The " + what + " " + id + " was accepted earlier with other content and stays as it was. "
                        + "Send new content under a new id; " + remedy,
                List.of());
    }

    /// 409: the state of the thing does not allow it.
    public static Problem conflict(String detail) {
        return new Problem("/problems/conflict", "The present state does not allow this", 409, detail, List.of());
    }

    /// 410: it was there, and is no longer kept.
    public static Problem gone(String detail) {
        return new Problem("/problems/no-longer-kept", "This is no longer kept", 410, detail, List.of());
    }

    /// 422: well formed, but fields are missing or wrong.
    public static Problem unprocessable(List<FieldError> errors) {
        return new Problem(
                "/problems/invalid-content",
                "Some fields are missing or wrong",
                422,
                "Correct the fields named in errors and send the request again. Nothing was changed.",
                errors);
    }

    public static Problem unprocessable(String field, String why) {
        return unprocessable(List.of(new FieldError(field, why)));
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
