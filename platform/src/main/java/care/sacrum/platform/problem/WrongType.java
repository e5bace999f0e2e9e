package care.sacrum.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What to write instead where a field of a body is not of its type.
final class WrongType {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(LocalDate.class, "a date such as 2026-02-05"),
            Map.entry(Instant.class, "a time with its offset such as 2026-02-05T18:00:00Z"),
            Map.entry(UUID.class, "a UUID"),
            Map.entry(String.class, "a text"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(int.class, "a whole number"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(long.class, "a whole number"),
            Map.entry(Long.class, "a whole number"),
            Map.entry(double.class, "a number"),
            Map.entry(Double.class, "a number"));

    private WrongType() {}

    /// Whether it is a number, and well-formed, but further from zero than its type goes.
    static boolean tooLarge(JsonProcessingException e) {
        return e.getCause() instanceof InputCoercionException;
    }

    static String remedy(JsonProcessingException e) {
        return switch (e) {
            case JsonProcessingException large when tooLarge(large) -> "is a larger number than can be meant here";
            case UnrecognizedPropertyException _ -> "is not known here; see /q/openapi";
            case InvalidFormatException format when NulText.isIn(format.getValue()) -> NulText.REFUSED;
            case MismatchedInputException mismatch -> remedy(mismatch.getTargetType());
            default -> "has the wrong type; see /q/openapi";
        };
    }

    private static String remedy(@Nullable Class<?> wanted) {
        return wanted(wanted).map(what -> "must be " + what).orElse("has the wrong type; see /q/openapi");
    }

    /// What is to be written for a value of that type; empty where nobody knows which.
    static Optional<String> wanted(@Nullable Class<?> type) {
        if (type == null) {
            return Optional.empty();
        }
        if (type.isEnum()) {
            return Optional.of("one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> JSON.convertValue(constant, String.class))
                            .collect(Collectors.joining(", ")));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return Optional.of("a list");
        }
        return Optional.of(TYPES.getOrDefault(type, "an object; see /q/openapi"));
    }
}
