package care.sacrum.session.patient;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.problem.Problem;
import care.sacrum.session.practice.Practices;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The patients of the practices.
@Singleton
public class Patients implements PanacheRepositoryBase<Patient, PatientKey> {

    private final Practices practices;
    private final ObjectMapper json;
    private final InstantSource clock;

    Patients(Practices practices, ObjectMapper json, InstantSource clock) {
        this.practices = practices;
        this.json = json;
        this.clock = clock;
    }

    /// What advice rests on, besides the report.
    ///
    /// @param patient what the rules must know, as JSON in the words of a clinical case
    public record Facts(ObjectNode patient, String language, String emergencyNumber) {}

    /// The zone where the patient lives; of a patient who is not there, that of Greenwich.
    public ZoneId homeZone(UUID practice, UUID patient) {
        return findByIdOptional(new PatientKey(practice, patient))
                .map(found -> ZoneId.of(found.view().homeTimeZone()))
                .orElse(ZoneOffset.UTC);
    }

    public Facts facts(UUID practice, UUID patient) {
        var found = seen(practice, patient);
        var facts = found.facts(clock.instant().atOffset(ZoneOffset.UTC).getYear());
        return new Facts(
                json.valueToTree(facts),
                found.view().language(),
                practices.emergencyNumber(practice).orElse("112"));
    }

    /// Refuses with 404 unless there is such a patient and the caller may see the record.
    public void mustBeVisibleTo(Caller caller, UUID practice, UUID patient) {
        visible(caller, practice, patient);
    }

    Patient visible(Caller caller, UUID practice, UUID patient) {
        var found = seen(practice, patient);
        caller.maySeePatient(practice, patient, found.view().subject());
        return found;
    }

    /// Locks the row, as everyone does who adds an event of this patient.
    Optional<Patient> locked(PatientKey key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean boundToAnother(PatientKey key, String subject) {
        return count(
                        "key.practiceId = ?1 and subject = ?2 and key.patientId <> ?3",
                        key.practiceId(),
                        subject,
                        key.patientId())
                > 0;
    }

    List<PatientView> page(UUID practice, Optional<UUID> after, int limit) {
        var found = after.isEmpty()
                ? find("key.practiceId = ?1 order by key.patientId", practice)
                : find("key.practiceId = ?1 and key.patientId > ?2 order by key.patientId", practice, after.get());
        return found.page(0, limit).stream().map(Patient::view).toList();
    }

    private Patient seen(UUID practice, UUID patient) {
        return findByIdOptional(new PatientKey(practice, patient))
                .orElseThrow(() -> Problem.notFound("patient", patient).refused());
    }
}
