package care.sacrum.triage.parameters;

import care.sacrum.platform.problem.Problem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The version that a change says it changes, so that nobody overwrites what another set in the meantime.
final class IfMatch {

    private IfMatch() {}

    /// Refuses with 428 where no version is said, with 412 where it is another than the present one.
    static void mustName(@Nullable String ifMatch, long present) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                            "/problems/version-needed",
                            "Say which version you change",
                            428,
                            "The parameters would be changed. Read them, then send your change with the header"
                                    + " If-Match: " + tag(present) + ", or whichever version you have read.",
                            List.of())
                    .refused();
        }
        var named = Arrays.stream(ifMatch.split(",")).map(String::strip).toList();
        if (!named.contains("*") && !named.contains(tag(present))) {
            throw differs("The present version is " + present + ". Read it, then send your change with If-Match: "
                    + tag(present) + ".");
        }
    }

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    static Problem.Refused differs(String detail) {
        return new Problem("/problems/version-differs", "Somebody changed this in the meantime", 412, detail, List.of())
                .refused();
    }
}
