package care.sacrum.platform.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// A query parameter that an operation does not have is refused, as an unknown field of a body is: with `untill` for
/// `until` the answer would be another one, and nobody would see why. So is a word where a number or a truth is read:
/// JAX-RS answers the one as if there were nothing at the address, and takes any other word than `true` for `false`.
@Singleton
public class StrictQuery {

    private static final int MOST_CHARACTERS_REPEATED = 40;

    private final Map<Method, SortedMap<String, Class<?>>> taken = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public Optional<Response> refuse(UriInfo asked, ResourceInfo operation) {
        var given = asked.getQueryParameters();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        var known = taken.computeIfAbsent(operation.getResourceMethod(), StrictQuery::parameters);
        var wrong = new ArrayList<Problem.FieldError>();
        for (var name : new TreeSet<>(given.keySet())) {
            var type = known.get(name);
            if (type == null) {
                wrong.add(new Problem.FieldError(shortened(name), unknown(known.keySet())));
            } else if (!given.get(name).stream().allMatch(written -> isA(type, written))) {
                wrong.add(new Problem.FieldError(
                        name, type == int.class ? "must be a whole number" : "must be true or false"));
            }
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.unprocessable(wrong).response());
    }

    private static String unknown(Set<String> known) {
        return known.isEmpty()
                ? "is no query parameter; this operation takes none"
                : "is no query parameter of this operation, which takes " + String.join(", ", known);
    }

    /// Of a type other than these two the operation itself reads what is written.
    private static boolean isA(Class<?> type, String written) {
        if (type == int.class) {
            try {
                Integer.parseInt(written);
                return true;
            } catch (NumberFormatException notANumber) {
                return false;
            }
        }
        return type != boolean.class || written.equals("true") || written.equals("false");
    }

    private static String shortened(String name) {
        return name.length() <= MOST_CHARACTERS_REPEATED ? name : name.substring(0, MOST_CHARACTERS_REPEATED);
    }

    private static SortedMap<String, Class<?>> parameters(Method operation) {
        var parameters = new TreeMap<String, Class<?>>();
        for (var parameter : operation.getParameters()) {
            var query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                parameters.put(query.value(), parameter.getType());
            }
        }
        return parameters;
    }
}
