package care.sacrum.session.asking;

import care.sacrum.platform.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Versions as entity tags: `ETag: "3"` in an answer, `If-Match: "3"` in a change that must not overwrite
/// another's.
public final class Versions {

    private Versions() {}

    /// Refuses with 412 when the caller wants to change another version than the present one.
    ///
    /// @param ifMatch the header, absent where the caller does not mind
    public static void mustMatch(@Nullable String ifMatch, long present) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return;
        }
        if (!ifMatch.strip().equals(tag(present))) {
            throw new Problem(
                            "/problems/version-differs",
                            "Somebody changed this in the meantime",
                            412,
                            "The present version is " + present + ". Read it, then send your change with If-Match: "
                                    + tag(present) + ".",
                            List.of())
                    .refused();
        }
    }

    public static String tag(long version) {
        return "\"" + version + "\"";
    }
}
