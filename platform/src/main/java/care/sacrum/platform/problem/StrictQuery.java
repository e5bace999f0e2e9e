package care.sacrum.platform.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// A query parameter that an operation does not have is refused, as an unknown field of a body is: with `untill` for
/// `until` the answer would be another one, and nobody would see why.
@Singleton
public class StrictQuery {

    private static final int MOST_CHARACTERS_REPEATED = 40;

    private final Map<Method, SortedSet<String>> taken = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public Optional<Response> refuse(UriInfo asked, ResourceInfo operation) {
        var given = asked.getQueryParameters().keySet();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        var known = taken.computeIfAbsent(operation.getResourceMethod(), StrictQuery::parameters);
        var unknown = new TreeSet<>(given);
        unknown.removeAll(known);
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(refusal(unknown, known).response());
    }

    private static Problem refusal(Set<String> unknown, SortedSet<String> known) {
        var why = known.isEmpty()
                ? "is no query parameter; this operation takes none"
                : "is no query parameter of this operation, which takes " + String.join(", ", known);
        return Problem.unprocessable(unknown.stream()
                .map(name -> new Problem.FieldError(shortened(name), why))
                .toList());
    }

    private static String shortened(String name) {
        return name.length() <= MOST_CHARACTERS_REPEATED ? name : name.substring(0, MOST_CHARACTERS_REPEATED);
    }

    private static SortedSet<String> parameters(Method operation) {
        return Arrays.stream(operation.getParameters())
                .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(QueryParam.class)))
                .map(QueryParam::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
