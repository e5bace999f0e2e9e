package care.sacrum.session.patient;

import care.sacrum.platform.identity.Caller;
import care.sacrum.platform.outbox.Outbox;
import care.sacrum.platform.problem.Problem;
import care.sacrum.session.hold.ProgrammeState;
import care.sacrum.session.practice.Practices;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The patients of the practices.
@Singleton
public class Patients implements PanacheRepositoryBase<Patient, PatientKey> {

    private final Practices practices;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Event<Told> told;
    private final Event<Planned> planned;

    Patients(
            Practices practices,
            Outbox outbox,
            ObjectMapper json,
            InstantSource clock,
            Event<Told> told,
            Event<Planned> planned) {
        this.practices = practices;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.told = told;
        this.planned = planned;
    }

    /// A record was made or changed; fired inside its transaction, the patient's row locked.
    public record Told(UUID practice, UUID patient, String status) {}

    /// What is expected of a patient was changed; fired as [Told] is.
    public record Planned(UUID practice, UUID patient) {}

    /// Says so.
    public void planned(UUID practice, UUID patient) {
        planned.fire(new Planned(practice, patient));
    }

    /// What advice rests on, besides the report.
    ///
    /// @param patient        what the rules must know, as JSON in the words of a clinical case
    /// @param practiceClosed it is known that nobody is at the practice now
    public record Facts(ObjectNode patient, String language, String emergencyNumber, boolean practiceClosed) {}

    /// The zone where the patient lives; of a patient who is not there, that of Greenwich.
    public ZoneId homeZone(UUID practice, UUID patient) {
        return findByIdOptional(new PatientKey(practice, patient))
                .map(found -> ZoneId.of(found.view().homeTimeZone()))
                .orElse(ZoneOffset.UTC);
    }

    public Facts facts(UUID practice, UUID patient) {
        var found = seen(practice, patient);
        var now = clock.instant();
        var facts = found.facts(now.atOffset(ZoneOffset.UTC).getYear());
        return new Facts(
                json.valueToTree(facts),
                found.view().language(),
                practices.emergencyNumber(practice).orElse("112"),
                practices.isClosed(practice, now));
    }

    /// Whether that patient's programme is on hold; absent while it is not.
    public Optional<ProgrammeState> programme(UUID practice, UUID patient) {
        return findByIdOptional(new PatientKey(practice, patient)).flatMap(Patient::programme);
    }

    /// Refuses with 404 unless there is such a patient and the caller may see the record.
    public void mustBeVisibleTo(Caller caller, UUID practice, UUID patient) {
        visible(caller, practice, patient);
    }

    /// The record as the caller may read it; refuses with 404 as [#mustBeVisibleTo] does.
    public ObjectNode record(Caller caller, UUID practice, UUID patient) {
        return json.valueToTree(visible(caller, practice, patient).view());
    }

    /// Locks the patient's row until the transaction ends, as everyone does who adds an event of this patient;
    /// refuses with 404 where there is none.
    public void lock(UUID practice, UUID patient) {
        locked(new PatientKey(practice, patient))
                .orElseThrow(() -> Problem.notFound("patient", patient).refused());
    }

    /// Whether an invitation can still be redeemed for that patient: somebody is treated, and nobody is bound yet.
    public boolean awaitsSubject(UUID practice, UUID patient) {
        return locked(new PatientKey(practice, patient))
                .filter(found -> found.isTreated() && found.subject().isEmpty())
                .isPresent();
    }

    /// Whether the subject acts as any patient of the practice.
    public boolean isBound(UUID practice, String subject) {
        return count("key.practiceId = ?1 and subject = ?2", practice, subject) > 0;
    }

    /// Whoever signs in as that subject is this patient from now on; told by event.
    public void bind(UUID practice, UUID patient, String subject) {
        var found = locked(new PatientKey(practice, patient)).orElseThrow();
        found.bind(subject, now());
        tell(found);
    }

    /// Puts the record as it stands in the outbox; the row is locked.
    void tell(Patient patient) {
        outbox.add(patient.recorded().at(patient.recordedAt(), json));
        told.fire(new Told(
                patient.key().practiceId(),
                patient.key().patientId(),
                patient.view().status()));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Patient visible(Caller caller, UUID practice, UUID patient) {
        var found = seen(practice, patient);
        caller.maySeePatient(practice, patient, found.view().subject());
        return found;
    }

    /// Refuses with 410 to use the id of a patient who was erased: whoever reads the events would take one for the
    /// other.
    void mustNotBeErased(PatientKey key) {
        var erased = getEntityManager()
                .createNativeQuery("select 1 from erased_patient where practice_id = ?1 and patient_id = ?2")
                .setParameter(1, key.practiceId())
                .setParameter(2, key.patientId())
                .getResultList();
        if (!erased.isEmpty()) {
            throw new Problem(
                            "/problems/erased",
                            "This patient was erased",
                            410,
                            "The id is never used again. Record the person under a new id.",
                            List.of())
                    .refused();
        }
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

    /// By id.
    List<PatientView> page(
            UUID practice, Optional<String> status, Optional<UUID> clinician, Optional<UUID> after, int limit) {
        var query = new StringBuilder("key.practiceId = :practice");
        var values = new HashMap<String, Object>(Map.of("practice", practice));
        status.ifPresent(word -> {
            query.append(" and status = :status");
            values.put("status", word);
        });
        clinician.ifPresent(id -> {
            query.append(" and responsibleClinician = :clinician");
            values.put("clinician", id);
        });
        after.ifPresent(id -> {
            query.append(" and key.patientId > :after");
            values.put("after", id);
        });
        return find(query + " order by key.patientId", values).page(0, limit).stream()
                .map(Patient::view)
                .toList();
    }

    /// The records that the subject acts as, in any practice.
    List<PatientView> boundTo(String subject, int limit) {
        return find("subject = ?1 order by key.practiceId, key.patientId", subject).page(0, limit).stream()
                .map(Patient::view)
                .toList();
    }

    private Patient seen(UUID practice, UUID patient) {
        return findByIdOptional(new PatientKey(practice, patient))
                .orElseThrow(() -> Problem.notFound("patient", patient).refused());
    }
}
