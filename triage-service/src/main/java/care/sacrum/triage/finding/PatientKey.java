package care.sacrum.triage.finding;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/// A patient of a practice, by pseudonyms: the key of the session topic and the unit of order.
public record PatientKey(UUID practice, UUID patient) implements Comparable<PatientKey> {

    private static final Comparator<PatientKey> BY_PRACTICE_THEN_PATIENT =
            Comparator.comparing(PatientKey::practice).thenComparing(PatientKey::patient);

    /// Reads a record's key, `practice/patient`.
    public static Optional<PatientKey> read(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PatientKey(
                    UUID.fromString(key.substring(0, slash)), UUID.fromString(key.substring(slash + 1))));
        } catch (IllegalArgumentException notUuids) {
            return Optional.empty();
        }
    }

    /// One order for all, so that two instances never lock each other out.
    @Override
    public int compareTo(PatientKey other) {
        return BY_PRACTICE_THEN_PATIENT.compare(this, other);
    }

    @Override
    public String toString() {
        return practice + "/" + patient;
    }
}
