package care.sacrum.session.asking;

import care.sacrum.platform.problem.Problem;
import java.util.Optional;
import java.util.UUID;

/// An id that a caller chose: a UUID in its usual form of 36 characters.
public final class Id {

    private static final int LENGTH = 36;

    private Id() {}

    /// Reads an id of a path, or refuses with 422.
    public static UUID of(String field, String text) {
        return read(text)
                .orElseThrow(
                        () -> Problem.unprocessable(field, "is not a UUID such as 5ac20000-0000-4000-8000-000000000001")
                                .refused());
    }

    /// Stricter than [UUID#fromString], which takes `1-1-1-1-1`.
    public static Optional<UUID> read(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            var id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAUuid) {
            return Optional.empty();
        }
    }
}
