package care.sacrum.session.asking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One page of a longer list.
///
/// @param next given as `after` it brings the page behind this one; absent on the last page
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> next) {

    /// @param found up to one item more than the limit: that there is one more says that there is a next page
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursorOf) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        var items = found.subList(0, limit);
        return new Page<>(items, Optional.of(cursorOf.apply(items.getLast())));
    }
}
