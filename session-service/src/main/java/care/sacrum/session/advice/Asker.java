package care.sacrum.session.advice;

import care.sacrum.platform.answer.AcceptLanguage;
import care.sacrum.platform.identity.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/// Who asks for advice, as triage must know it: by the caller's own token, in the caller's own languages.
@RequestScoped
public class Asker {

    private final Caller caller;
    private final HttpHeaders headers;

    Asker(Caller caller, HttpHeaders headers) {
        this.caller = caller;
        this.headers = headers;
    }

    String bearer() {
        return "Bearer " + caller.rawToken();
    }

    /// As the caller's device wrote them in Accept-Language; where it wrote none, the language of the record.
    String languages(String recorded) {
        return wished().isEmpty() ? recorded : String.join(", ", headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /// The dearest of them.
    String language(String recorded) {
        return wished().isEmpty() ? recorded : wished().getFirst().getLanguage();
    }

    private List<Locale> wished() {
        return AcceptLanguage.of(headers).stream()
                // Neither a star nor what is no language at all wishes for anything.
                .filter(language -> language.getLanguage().matches("[a-z]{2,3}"))
                .toList();
    }
}
