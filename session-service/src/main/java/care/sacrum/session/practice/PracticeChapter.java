package care.sacrum.session.practice;

import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.session.replay.Chapter;
import care.sacrum.session.replay.Span;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The practice as it stands; it has no part in what is told of a patient.
@Singleton
class PracticeChapter implements Chapter {

    private final Practices practices;
    private final ObjectMapper json;

    PracticeChapter(Practices practices, ObjectMapper json) {
        this.practices = practices;
        this.json = json;
    }

    @Override
    public String name() {
        return "practice";
    }

    @Override
    public Turn turn() {
        return Turn.PERSON;
    }

    @Override
    public List<OutgoingEvent> ofPractice(UUID practice) {
        practices.oneAtATime(practice);
        return practices.findByIdOptional(practice).stream()
                .map(found -> PracticeRecorded.of(found.view()).at(found.recordedAt(), json))
                .toList();
    }

    @Override
    public Page of(UUID practice, UUID patient, Span span, Optional<String> place, int limit) {
        return Page.last(List.of());
    }
}
