package care.sacrum.session.erasure;

import care.sacrum.session.replay.Chapter;
import care.sacrum.session.replay.Span;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/// That a patient was erased: a reader that missed it, or was restored from a backup of before, learns it now.
@Singleton
class ErasureChapter implements Chapter {

    private final Erasures erasures;

    ErasureChapter(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public String name() {
        return "erasure";
    }

    @Override
    public Turn turn() {
        return Turn.END;
    }

    @Override
    public Page of(UUID practice, UUID patient, Span span, Optional<String> place, int limit) {
        return Page.last(erasures.before(practice, patient).stream()
                .filter(erased -> span.holds(erased.erasedAt()))
                .map(PatientErased::event)
                .toList());
    }
}
