package care.sacrum.triage.live;

import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.finding.Treatment;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A patient's row, locked while it is decided about.
///
/// @param version of session-service's record; 0 until it was told
/// @param subject the issuer's id of the patient, absent until one is bound
/// @param facts   the patient object as it was told, as JSON
/// @param reports how many reports are kept: the version of the history
/// @param standing how many findings were ever raised
/// @param advised what the last advice event said
record WatchedPatient(
        PatientKey key,
        long version,
        String status,
        @Nullable String subject,
        String facts,
        int reports,
        int standing,
        String advised,
        @Nullable Instant evaluatedAt) {

    Optional<String> boundSubject() {
        return Optional.ofNullable(subject);
    }

    Treatment treatment() {
        return Treatment.of(status);
    }

    WatchedPatient told(SessionEvent.PatientRecorded news) {
        return news.version() <= version
                ? this
                : new WatchedPatient(
                        key,
                        news.version(),
                        news.status(),
                        news.subject(),
                        news.facts().toString(),
                        reports,
                        standing,
                        advised,
                        evaluatedAt);
    }
}
