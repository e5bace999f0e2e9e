package care.sacrum.platform.problem;

import java.util.Optional;
import java.util.UUID;

/// An id that a caller wrote: a UUID in its usual form of 36 characters.
public final class Uuids {

    /// Why a text is refused that is none.
    public static final String REFUSED = "is not a UUID such as 5ac20000-0000-4000-8000-000000000001";

    private static final int CHARACTERS = 36;

    private Uuids() {}

    /// Stricter than [UUID#fromString], which takes `1-1-1-1-1`.
    public static Optional<UUID> read(String text) {
        if (text.length() != CHARACTERS) {
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
