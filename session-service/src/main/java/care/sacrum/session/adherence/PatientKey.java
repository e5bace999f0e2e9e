package care.sacrum.session.adherence;

import java.util.Comparator;
import java.util.UUID;

/// A patient of a practice. Rows are locked in the order of their keys.
record PatientKey(UUID practice, UUID patient) implements Comparable<PatientKey> {

    private static final Comparator<PatientKey> ORDER = Comparator.comparing(
                    (PatientKey key) -> key.practice.toString())
            .thenComparing(key -> key.patient.toString());

    @Override
    public int compareTo(PatientKey other) {
        return ORDER.compare(this, other);
    }
}
