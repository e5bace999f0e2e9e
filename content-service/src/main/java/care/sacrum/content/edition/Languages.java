package care.sacrum.content.edition;

import care.sacrum.platform.answer.AcceptLanguage;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The languages that a reader takes, the dearest first. English, in which all content is complete, is always the last.
record Languages(List<String> inOrder) {

    private static final int MOST = 5;
    private static final String COMPLETE = Locale.ENGLISH.getLanguage();

    static Languages of(HttpHeaders headers) {
        return new Languages(Stream.concat(
                        AcceptLanguage.of(headers).stream()
                                .map(Locale::getLanguage)
                                .filter(language -> language.matches("[a-z]{2}"))
                                .distinct()
                                .limit(MOST),
                        Stream.of(COMPLETE))
                .distinct()
                .toList());
    }
}
