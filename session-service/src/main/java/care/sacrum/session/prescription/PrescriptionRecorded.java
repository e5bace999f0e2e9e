package care.sacrum.session.prescription;

import care.sacrum.platform.event.EventId;
import care.sacrum.platform.event.OutgoingEvent;
import care.sacrum.platform.event.Topics;
import care.sacrum.session.asking.Weekday;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The event that says what a patient is to do from now on, pauses and all.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PrescriptionRecorded(
        UUID practiceId,
        UUID patientId,
        UUID prescriptionId,
        long version,
        String programme,
        Optional<Integer> programmeVersion,
        LocalDate startDate,
        Optional<LocalDate> endDate,
        int timesADay,
        int daysAWeek,
        Optional<List<Weekday>> weekdays,
        List<AdjustedExercise> exercises,
        List<Pause> pauses) {

    static final String TYPE = "care.sacrum.session.prescription-recorded.v1";

    static PrescriptionRecorded of(UUID practice, PrescriptionView prescription) {
        return new PrescriptionRecorded(
                practice,
                prescription.patientId(),
                prescription.prescriptionId(),
                prescription.version(),
                prescription.programme(),
                prescription.programmeVersion(),
                prescription.startDate(),
                prescription.endDate(),
                prescription.timesADay(),
                prescription.daysAWeek(),
                prescription.weekdays(),
                prescription.exercises(),
                prescription.pauses());
    }

    OutgoingEvent at(Instant recordedAt, ObjectMapper json) {
        return new OutgoingEvent(
                EventId.of(TYPE, practiceId, prescriptionId, version),
                Topics.SESSION,
                practiceId + "/" + patientId,
                TYPE,
                "prescription/" + prescriptionId,
                recordedAt,
                data(json));
    }

    byte[] data(ObjectMapper json) {
        try {
            return json.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A prescription can always be written", e);
        }
    }
}
