package care.sacrum.session.report;

import java.util.Locale;
import java.util.Optional;

/// What a report is.
enum Kind {
    SESSION("care.sacrum.session.completed.v1"),
    SYMPTOM_CHECK_IN("care.sacrum.session.symptoms-reported.v1"),
    MORNING_CHECK_IN("care.sacrum.session.symptoms-reported.v1"),
    CORRECTION("care.sacrum.session.report-corrected.v1");

    private final String eventType;

    Kind(String eventType) {
        this.eventType = eventType;
    }

    /// The event that says such a report was accepted.
    String eventType() {
        return eventType;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// However the word is joined: `morningCheckIn`.
    static Optional<Kind> find(String written) {
        var letters = OtherNames.letters(written);
        for (var kind : values()) {
            if (OtherNames.letters(kind.word()).equals(letters)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
