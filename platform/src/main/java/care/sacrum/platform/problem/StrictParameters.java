package care.sacrum.platform.problem;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// A query parameter that an operation does not have is refused, as an unknown field of a body is: with `untill` for
/// `until` the answer would be another one, and nobody would see why. So is one given twice, of which one would not
/// count, and a word where a number or a truth is read: JAX-RS answers the one as if there were nothing at the address,
/// and takes any other word than `true` for `false`; and a text that PostgreSQL cannot keep. An id of the path that is
/// none is not found, and said to be none.
@Singleton
public class StrictParameters {

    private static final int MOST_CHARACTERS_REPEATED = 40;

    private final Map<Method, Taken> taken = new ConcurrentHashMap<>();

    /// What an operation takes.
    ///
    /// @param ids names of the path under which a UUID stands
    private record Taken(SortedMap<String, Parameter> query, List<String> ids) {

        static Taken by(Method operation) {
            var query = new TreeMap<String, Parameter>();
            var ids = new ArrayList<String>();
            for (var parameter : operation.getParameters()) {
                var ofQuery = parameter.getAnnotation(QueryParam.class);
                var ofPath = parameter.getAnnotation(PathParam.class);
                if (ofQuery != null) {
                    query.put(ofQuery.value(), parameter);
                }
                if (ofPath != null && parameter.getType() == UUID.class) {
                    ids.add(ofPath.value());
                }
            }
            return new Taken(query, ids);
        }
    }

    @ServerRequestFilter
    public Optional<Response> refuse(UriInfo asked, ResourceInfo operation) {
        var known = taken.computeIfAbsent(operation.getResourceMethod(), Taken::by);
        return ids(asked, known.ids).or(() -> query(asked, known.query)).map(Problem::response);
    }

    private static Optional<Problem> ids(UriInfo asked, List<String> ids) {
        var wrong = ids.stream()
                .filter(name -> asked.getPathParameters().getOrDefault(name, List.of()).stream()
                        .anyMatch(written -> Uuids.read(written).isEmpty()))
                .map(name -> new Problem.FieldError(name, Uuids.REFUSED))
                .toList();
        return wrong.isEmpty() ? Optional.empty() : Optional.of(Problem.notAnId(wrong));
    }

    private static Optional<Problem> query(UriInfo asked, SortedMap<String, Parameter> known) {
        var given = asked.getQueryParameters();
        var wrong = new ArrayList<Problem.FieldError>();
        for (var name : new TreeSet<>(given.keySet())) {
            var parameter = known.get(name);
            if (parameter == null) {
                wrong.add(new Problem.FieldError(shortened(name), unknown(known.keySet())));
            } else {
                wrongIn(parameter, given.get(name)).ifPresent(why -> wrong.add(new Problem.FieldError(name, why)));
            }
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(Problem.unprocessable(wrong));
    }

    private static String unknown(Set<String> known) {
        return known.isEmpty()
                ? "is no query parameter; this operation takes none"
                : "is no query parameter of this operation, which takes " + String.join(", ", known);
    }

    private static Optional<String> wrongIn(Parameter parameter, List<String> given) {
        var type = parameter.getType();
        if (given.size() > 1 && !Collection.class.isAssignableFrom(type)) {
            return Optional.of("is given more than once; leave one");
        }
        if (given.stream().anyMatch(NulText::isIn)) {
            return Optional.of(NulText.REFUSED);
        }
        if (type == int.class) {
            long least = parameter.isAnnotationPresent(Min.class)
                    ? parameter.getAnnotation(Min.class).value()
                    : Integer.MIN_VALUE;
            long most = parameter.isAnnotationPresent(Max.class)
                    ? parameter.getAnnotation(Max.class).value()
                    : Integer.MAX_VALUE;
            return given.stream().allMatch(written -> isWithin(written, least, most))
                    ? Optional.empty()
                    : Optional.of("must be a whole number from " + least + " to " + most);
        }
        boolean truth = type != boolean.class
                || given.stream().allMatch(written -> written.equals("true") || written.equals("false"));
        return truth ? Optional.empty() : Optional.of("must be true or false");
    }

    private static boolean isWithin(String written, long least, long most) {
        try {
            long number = Long.parseLong(written);
            return number >= least && number <= most;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static String shortened(String name) {
        return name.length() <= MOST_CHARACTERS_REPEATED ? name : name.substring(0, MOST_CHARACTERS_REPEATED);
    }
}
