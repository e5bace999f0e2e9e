package care.sacrum.triage.whatif;

import care.sacrum.platform.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a page ends, as the next one is asked for.
final class Cursor {

    private static final int LENGTH_OF_AN_ID = 36;

    private Cursor() {}

    static String of(Results.Place place) {
        return place.patient() + "." + place.number();
    }

    static Results.@Nullable Place place(@Nullable String after) {
        if (after == null) {
            return null;
        }
        var parts = after.split("\\.", 2);
        if (parts.length != 2 || !parts[1].matches("[0-9]{1,9}")) {
            throw refused();
        }
        return new Results.Place(id(parts[0]), Integer.parseInt(parts[1]));
    }

    static @Nullable UUID patient(@Nullable String after) {
        return after == null ? null : id(after);
    }

    private static UUID id(String text) {
        try {
            if (text.length() == LENGTH_OF_AN_ID) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException notAnId) {
            // Refused below.
        }
        throw refused();
    }

    private static Problem.Refused refused() {
        return Problem.unprocessable("after", "is the `next` of the page before; leave it out for the first page")
                .refused();
    }
}
