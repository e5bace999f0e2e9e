package care.sacrum.session.adherence;

import care.sacrum.session.replay.Chapter;
import care.sacrum.session.replay.Span;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/// Every excuse as it stands, those that were withdrawn too.
@Singleton
class ExcuseChapter implements Chapter {

    private final Excuses excuses;
    private final ObjectMapper json;

    ExcuseChapter(Excuses excuses, ObjectMapper json) {
        this.excuses = excuses;
        this.json = json;
    }

    @Override
    public String name() {
        return "excuse";
    }

    @Override
    public Turn turn() {
        return Turn.PLAN;
    }

    @Override
    public Page of(UUID practice, UUID patient, Span span, Optional<String> place, int limit) {
        var found = excuses.all(practice, patient, place.map(UUID::fromString), limit);
        return new Page(
                found.stream()
                        .map(excuse -> ExcuseRecorded.of(practice, excuse).event(json))
                        .toList(),
                found.size() < limit
                        ? Optional.empty()
                        : Optional.of(found.getLast().excuseId().toString()));
    }
}
