package care.sacrum.session.advice;

import care.sacrum.session.content.ContentCopy;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// What to tell at once about the symptoms that cannot wait.
@Singleton
class EmergencyTexts {

    /// The signs of cauda equina syndrome: hours count, so these are told of even before any content has come.
    private static final Set<String> CAUDA_EQUINA = Set.of(
            "urine_cannot_start",
            "urine_leak",
            "urine_reduced_feeling",
            "bowel_leak",
            "bowel_reduced_feeling",
            "saddle_numbness",
            "saddle_tingling",
            "sexual_function_change");

    private final ContentCopy content;

    EmergencyTexts(ContentCopy content) {
        this.content = content;
    }

    Set<String> among(Set<String> presentCodes) {
        if (presentCodes.isEmpty()) {
            return Set.of();
        }
        var codes = new HashSet<>(content.emergencyCodes());
        codes.addAll(CAUDA_EQUINA);
        codes.retainAll(presentCodes);
        return codes;
    }

    /// One text for all of them, those of the cauda equina first.
    ///
    /// @param lastWord whom to call, told where anything is told
    Optional<String> text(Set<String> redFlags, String language, String lastWord) {
        var texts = new LinkedHashSet<String>();
        redFlags.stream()
                .sorted((one, other) -> Boolean.compare(CAUDA_EQUINA.contains(other), CAUDA_EQUINA.contains(one)) != 0
                        ? Boolean.compare(CAUDA_EQUINA.contains(other), CAUDA_EQUINA.contains(one))
                        : one.compareTo(other))
                .forEach(code -> texts.add(content.emergencyText(code, language)
                        .orElseGet(() -> OwnWords.in(language).redFlag())));
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        texts.add(lastWord);
        return Optional.of(String.join("\n\n", texts));
    }
}
