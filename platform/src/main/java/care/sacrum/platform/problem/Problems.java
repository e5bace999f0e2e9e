package care.sacrum.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// The one place that turns failure into `application/problem+json`.
@Singleton
public class Problems {

    private static final Map<Integer, String> REMEDIES = Map.of(
            400, "Check the path and the query parameters against the API's description at /q/openapi.",
            404, "There is nothing at this address. The API is described at /q/openapi.",
            405, "This address does not take this method. The API is described at /q/openapi.",
            406,
                    "The operation at this address answers in no media type that Accept names. What it answers in stands at"
                            + " /q/openapi; where nothing else stands, application/json.",
            415, "Send the body as application/json.");

    private static final Pattern TWICE = Pattern.compile("^Duplicate (?:Field name|[Ff]ield) [\"']([^\"']{1,80})[\"']");

    /// As [NotNull] says it where nobody says it otherwise.
    private static final String NOT_NULL = "{jakarta.validation.constraints.NotNull.message}";

    private static final int UNREADABLE = 400;
    private static final int TOO_LARGE = 413;
    private static final int BEFORE_THE_LIMIT = -1000;

    private final ObjectMapper json;
    private final long mostBytes;

    Problems(ObjectMapper json, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.json = json;
        this.mostBytes = largestBody.asLongValue();
    }

    /// What never reaches a resource, such as a body over the limit, is refused by the HTTP layer itself.
    void refuseInTheHttpLayer(@Observes Router router) {
        router.errorHandler(TOO_LARGE, this::tooLarge);
        // Quarkus itself would end such a request without a word.
        router.route().order(BEFORE_THE_LIMIT).handler(context -> {
            if (announcedLength(context) > mostBytes) {
                context.response().putHeader(HttpHeaders.CONNECTION, "close");
                tooLarge(context);
            } else {
                context.next();
            }
        });
    }

    /// @return 0 where the request says no length, or one that is none: the HTTP layer counts those
    private static long announcedLength(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notALength) {
            return 0;
        }
    }

    private void tooLarge(RoutingContext context) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        byte[] body;
        try {
            body = json.writeValueAsBytes(ofStatus(TOO_LARGE));
        } catch (JsonProcessingException e) {
            body = new byte[0];
        }
        context.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                .end(io.vertx.core.buffer.Buffer.buffer(body));
    }

    @ServerExceptionMapper
    public Response refused(Problem.Refused refused) {
        return refused.problem().response();
    }

    @ServerExceptionMapper
    public Response notMapped(JsonMappingException e) {
        return unreadableJson(e).response();
    }

    /// Named for itself, since Quarkus brings a mapper of this very type that answers without a body.
    @ServerExceptionMapper
    public Response notMatched(MismatchedInputException e) {
        return unreadableJson(e).response();
    }

    @ServerExceptionMapper
    public Response notParsed(StreamReadException e) {
        return unreadableJson(e).response();
    }

    @ServerExceptionMapper
    public Response outOfBounds(StreamConstraintsException e) {
        return Problem.unreadable(
                        "The body is nested too deeply, or a name, a number or a text in it is too long. See the shape"
                                + " that this operation takes at /q/openapi.",
                        List.of())
                .response();
    }

    @ServerExceptionMapper
    public Response ofHttp(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException badJson) {
            return unreadableJson(badJson).response();
        }
        return ofStatus(e.getResponse().getStatus()).response();
    }

    @ServerExceptionMapper
    public Response notAuthenticated(AuthenticationFailedException e) {
        return unauthorized();
    }

    @ServerExceptionMapper
    public Response notAuthenticated(UnauthorizedException e) {
        return unauthorized();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return new Problem(
                        "/problems/wrong-role",
                        "Your role does not allow this",
                        403,
                        "Sign in with a role that may do this; each operation names its roles at /q/openapi.",
                        List.of())
                .response();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        return Problem.unprocessable(e.getConstraintViolations().stream()
                        .map(violation -> new Problem.FieldError(fieldOf(violation), whyOf(violation)))
                        .sorted((a, b) -> a.field().compareTo(b.field()))
                        .toList())
                .response();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        if (Faults.ofACallerWhoLeft(e)) {
            // Nobody reads this; whoever sent half a request sends it again.
            return ofStatus(UNREADABLE).response();
        }
        // The exception's text may hold a value of a patient, so only its kinds and places are logged.
        Log.error("A request failed: " + Faults.withoutValues(e));
        if (Faults.passing(e)) {
            return Response.fromResponse(new Problem(
                                    "/problems/not-available",
                                    "Not available just now",
                                    503,
                                    "A part this service needs does not answer. Nothing was lost: send the same request"
                                            + " again, with the same id, in a few seconds.",
                                    List.of())
                            .response())
                    .header("Retry-After", 5)
                    .build();
        }
        return new Problem(
                        "/problems/internal-error",
                        "Something failed on our side",
                        500,
                        "Send the same request again, with the same id; if it fails again, tell the operator the time of it.",
                        List.of())
                .response();
    }

    private Problem ofStatus(int status) {
        Response.@Nullable StatusType known = Response.Status.fromStatusCode(status);
        String title = known == null ? "The request was refused" : known.getReasonPhrase();
        String remedy = status == TOO_LARGE
                ? "The request has more than the %d bytes that this service takes. Send less at a time."
                        .formatted(mostBytes)
                : REMEDIES.getOrDefault(status, title + ".");
        return new Problem("about:blank", title, status, remedy, List.of());
    }

    private static Response unauthorized() {
        return Response.fromResponse(new Problem(
                                "/problems/not-signed-in",
                                "A valid token is needed",
                                401,
                                "Send a bearer token of the practice's issuer that has not expired.",
                                List.of())
                        .response())
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    private static Problem unreadableJson(JsonProcessingException e) {
        var where = e.getLocation() == null
                ? ""
                : " near line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        var twice = TWICE.matcher(e.getOriginalMessage());
        if (twice.find()) {
            return Problem.unreadable(
                    "A field stands twice in one object" + where + ".",
                    List.of(new Problem.FieldError(twice.group(1), "stands here twice; leave it once")));
        }
        if (!(e instanceof JsonMappingException mapping)) {
            return Problem.unreadable("The body is not well-formed JSON" + where + ".", List.of());
        }
        if (mapping.getCause() instanceof StreamReadException && !WrongType.tooLarge(mapping)) {
            return Problem.unreadable("The body is not well-formed JSON" + where + ".", List.of());
        }
        String field = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        if (field.isEmpty()) {
            return Problem.unreadable(
                    "The body is not well-formed JSON, or not of the shape that this operation takes; see /q/openapi.",
                    List.of());
        }
        return Problem.unreadable(
                "A field can not be read" + where + ". Correct it and send the request again.",
                List.of(new Problem.FieldError(field, WrongType.remedy(e))));
    }

    /// What must be given where nothing was: JSON that leaves a field out has no null to speak of.
    private static String whyOf(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof NotNull missing
                        && violation.getMessageTemplate().equals(NOT_NULL)
                ? "must be given"
                        + WrongType.wanted(typeOf(violation))
                                .map(wanted -> ": " + wanted)
                                .orElse("")
                : violation.getMessage();
    }

    /// Of the field; null where it is none of a record, such as an element of a list.
    private static @Nullable Class<?> typeOf(ConstraintViolation<?> violation) {
        @Nullable Object bean = violation.getLeafBean();
        var last = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .reduce((_, next) -> next)
                .orElseThrow();
        if (last.getKind() == ElementKind.PARAMETER) {
            return Object.class;
        }
        if (bean == null || !bean.getClass().isRecord()) {
            return null;
        }
        return Arrays.stream(bean.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(last.getName()))
                .<Class<?>>map(RecordComponent::getType)
                .findFirst()
                .orElse(null);
    }

    /// The path below the parameter, so `name` of `record.practice.name`, without the nodes that have no name of
    /// their own.
    private static String fieldOf(ConstraintViolation<?> violation) {
        var names = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT)
                .filter(node -> node.getKind() != ElementKind.METHOD)
                .map(Object::toString)
                .toList();
        return String.join(".", names.size() > 1 ? names.subList(1, names.size()) : names);
    }
}
