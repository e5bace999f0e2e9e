package care.sacrum.triage.advice;

import care.sacrum.platform.answer.AcceptLanguage;
import care.sacrum.triage.rules.Language;
import care.sacrum.triage.rules.Languages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

/// The language in which a caller reads, by Accept-Language.
@RequestScoped
class Wording {

    private final HttpHeaders headers;

    Wording(HttpHeaders headers) {
        this.headers = headers;
    }

    Language language() {
        return Languages.first(AcceptLanguage.of(headers));
    }
}
