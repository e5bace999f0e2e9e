package care.sacrum.platform.answer;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/// The languages that a caller reads.
public final class AcceptLanguage {

    private AcceptLanguage() {}

    /// The most wanted first; none where the header is absent, or cannot be read: nobody's report is refused for that.
    public static List<Locale> of(HttpHeaders headers) {
        try {
            return headers.getAcceptableLanguages();
        } catch (RuntimeException unreadable) {
            return List.of();
        }
    }
}
