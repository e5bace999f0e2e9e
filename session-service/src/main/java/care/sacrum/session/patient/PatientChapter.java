package care.sacrum.session.patient;

import care.sacrum.session.replay.Chapter;
import care.sacrum.session.replay.Span;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/// The record as it stands: a reader has no use for older versions, and knows them by their number where it has them.
@Singleton
class PatientChapter implements Chapter {

    private final Patients patients;
    private final ObjectMapper json;

    PatientChapter(Patients patients, ObjectMapper json) {
        this.patients = patients;
        this.json = json;
    }

    @Override
    public String name() {
        return "patient";
    }

    @Override
    public Turn turn() {
        return Turn.PERSON;
    }

    @Override
    public Page of(UUID practice, UUID patient, Span span, Optional<String> place, int limit) {
        return Page.last(patients.findByIdOptional(new PatientKey(practice, patient)).stream()
                .map(found -> found.recorded().at(found.recordedAt(), json))
                .toList());
    }
}
