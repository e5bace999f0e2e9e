package care.sacrum.session.prescription;

import care.sacrum.session.replay.Chapter;
import care.sacrum.session.replay.Span;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/// Every prescription as it stands, pauses and all.
@Singleton
class PrescriptionChapter implements Chapter {

    private final Prescriptions prescriptions;
    private final ObjectMapper json;

    PrescriptionChapter(Prescriptions prescriptions, ObjectMapper json) {
        this.prescriptions = prescriptions;
        this.json = json;
    }

    @Override
    public String name() {
        return "prescription";
    }

    @Override
    public Turn turn() {
        return Turn.PLAN;
    }

    @Override
    public Page of(UUID practice, UUID patient, Span span, Optional<String> place, int limit) {
        var found = prescriptions.all(practice, patient, place.map(UUID::fromString), limit);
        var events = found.stream()
                .map(one -> PrescriptionRecorded.of(practice, one.view()).at(one.recordedAt(), json))
                .toList();
        return new Page(
                events,
                found.size() < limit
                        ? Optional.empty()
                        : Optional.of(found.getLast().view().prescriptionId().toString()));
    }
}
