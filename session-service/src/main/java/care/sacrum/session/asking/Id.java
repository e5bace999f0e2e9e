package care.sacrum.session.asking;

import care.sacrum.platform.problem.Problem;
import care.sacrum.platform.problem.Uuids;
import java.util.Optional;
import java.util.UUID;

/// An id that a caller chose.
public final class Id {

    private Id() {}

    /// Reads an id of a path, or refuses with 422.
    public static UUID of(String field, String text) {
        return read(text)
                .orElseThrow(() -> Problem.unprocessable(field, Uuids.REFUSED).refused());
    }

    public static Optional<UUID> read(String text) {
        return Uuids.read(text);
    }
}
