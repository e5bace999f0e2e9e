package care.sacrum.platform.problem;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Versions as entity tags: `ETag: "3"` in an answer, `If-Match: "3"` in a change, so that nobody overwrites what
/// another wrote in the meantime.
///
/// What would change nothing needs no tag and is never refused for one: a retry of a change whose answer was lost
/// is answered with what it made.
public final class Versions {

    private static final String ANY = "*";

    private Versions() {}

    /// Refuses a change of what is there: with 428 where it does not say of which version, with 412 where it says
    /// another than the present one.
    ///
    /// @param ifMatch the header; `*` says that any version may be overwritten
    public static void mustMatch(@Nullable String ifMatch, long present) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                            "/problems/version-needed",
                            "Say which version you change",
                            428,
                            "This is there already and would be changed. Read it, then send your change with the header"
                                    + " If-Match: " + tag(present) + ", or whichever version you have read.",
                            List.of())
                    .refused();
        }
        if (!covers(ifMatch, present)) {
            throw differs("The present version is " + present + ". Read it, then send your change with If-Match: "
                    + tag(present) + ".");
        }
    }

    /// Whether the header says that this version may be changed.
    public static boolean covers(String ifMatch, long version) {
        return ifMatch.strip().equals(ANY) || names(ifMatch, version);
    }

    /// Refuses with 412 a change of what is not there.
    public static void mustNotBeAsked(@Nullable String ifMatch) {
        if (ifMatch != null && !ifMatch.isBlank()) {
            throw differs("There is no version yet. Leave If-Match out to make the first one.");
        }
    }

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    private static boolean names(String ifMatch, long present) {
        return Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(tag(present)::equals);
    }

    /// Refuses with 412 what somebody else was first to change.
    public static Problem.Refused differs(String detail) {
        return new Problem("/problems/version-differs", "Somebody changed this in the meantime", 412, detail, List.of())
                .refused();
    }
}
