package care.sacrum.session.report;

import care.sacrum.session.replay.Chapter;
import care.sacrum.session.replay.Span;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// That a note was read, in the order of reading.
@Singleton
class NoteChapter implements Chapter {

    private final Notes notes;
    private final ObjectMapper json;

    NoteChapter(Notes notes, ObjectMapper json) {
        this.notes = notes;
        this.json = json;
    }

    @Override
    public String name() {
        return "note";
    }

    @Override
    public Turn turn() {
        return Turn.MARKS;
    }

    @Override
    public Page of(UUID practice, UUID patient, Span span, Optional<String> place, int limit) {
        var found = notes.readIn(practice, patient, span, place.map(NoteChapter::read), limit);
        return new Page(
                found.stream().map(mark -> mark.event(json)).toList(),
                found.size() < limit
                        ? Optional.empty()
                        : Optional.of(
                                found.getLast().readAt() + "|" + found.getLast().reportId()));
    }

    private static Notes.Place read(String place) {
        var parts = place.split("\\|");
        return new Notes.Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    }
}
