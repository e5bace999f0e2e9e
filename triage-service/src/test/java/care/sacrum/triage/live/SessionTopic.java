package care.sacrum.triage.live;

import care.sacrum.local.backing.TestTopic;
import care.sacrum.triage.finding.PatientKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Writes to the session topic what session-service would.
public final class SessionTopic implements AutoCloseable {

    private final TestTopic topic = TestTopic.named("sacrum.session.v1");

    /// @param hours as an array of openings
    public void practice(UUID practice, int version, String hours) {
        send(practice.toString(), "care.sacrum.session.practice-recorded.v1", """
                {"practiceId": "%s", "version": %d, "country": "GB", "timeZone": "Europe/London", "emergencyNumber": "999",
                 "hours": %s, "holidays": []}""".formatted(practice, version, hours));
    }

    public void practice(UUID practice) {
        send(practice.toString(), "care.sacrum.session.practice-recorded.v1", """
                {"practiceId": "%s", "version": 1, "country": "GB", "timeZone": "Europe/London", "emergencyNumber": "999"}""".formatted(practice));
    }

    public void patient(PatientKey key, long version, String subject, String facts) {
        send(key.toString(), "care.sacrum.session.patient-recorded.v1", """
                {"practiceId": "%s", "patientId": "%s", "version": %d, "status": "active", "subject": "%s", "patient": %s}""".formatted(
                        key.practice(), key.patient(), version, subject, facts));
    }

    public void patient(PatientKey key) {
        patient(key, 1, "sub-" + key.patient(), """
                {"ageYears": 41, "sex": "female", "homeTimeZone": "Europe/London", "riskFactors": [],
                 "baselineConditions": [], "alreadyUnderCareOf": []}""");
    }

    public void report(PatientKey key, String report) {
        send(key.toString(), "care.sacrum.session.completed.v1", """
                {"practiceId": "%s", "patientId": "%s", "report": %s}""".formatted(key.practice(), key.patient(), report));
    }

    public void erased(PatientKey key) {
        send(key.toString(), "care.sacrum.session.patient-erased.v1", """
                {"practiceId": "%s", "patientId": "%s", "erasedAt": "%s"}""".formatted(
                        key.practice(), key.patient(), Instant.now()));
    }

    public void silent(PatientKey key, long silence, String quietSince) {
        silent(key, silence, quietSince, "");
    }

    /// @param more fields, with a comma after each
    public void silent(PatientKey key, long silence, String quietSince, String more) {
        send(key.toString(), "care.sacrum.session.patient-silent.v1", """
                {"practiceId": "%s", "patientId": "%s", "silence": %d, "raisedAt": "%s", "neverHeard": false, %s
                 "quietSince": "%s", "quietDays": 6, "silentAfterDays": 5, "synced": false, "hoursAssumed": false}""".formatted(
                        key.practice(), key.patient(), silence, Instant.now(), more, quietSince));
    }

    public void back(PatientKey key, long silence) {
        send(key.toString(), "care.sacrum.session.patient-back.v1", """
                {"practiceId": "%s", "patientId": "%s", "silence": %d, "raisedAt": "%s", "silentAt": "%s",
                 "earlierDaysOnly": false}""".formatted(
                        key.practice(), key.patient(), silence, Instant.now(), Instant.now()));
    }

    public void silenceOver(PatientKey key, long silence) {
        send(key.toString(), "care.sacrum.session.patient-silence-over.v1", """
                {"practiceId": "%s", "patientId": "%s", "silence": %d, "raisedAt": "%s", "silentAt": "%s",
                 "because": "paused"}""".formatted(
                        key.practice(), key.patient(), silence, Instant.now(), Instant.now()));
    }

    public void lapsed(PatientKey key, long lapse, int percent) {
        send(key.toString(), "care.sacrum.session.adherence-lapsed.v1", """
                {"practiceId": "%s", "patientId": "%s", "lapse": %d, "raisedAt": "%s", "windowDays": 7,
                 "from": "2026-02-04", "to": "2026-02-10", "done": 1, "partial": 1, "missed": 3, "percent": %d,
                 "lapseBelowPercent": 50, "calculationVersion": 1, "hoursAssumed": false}""".formatted(
                        key.practice(), key.patient(), lapse, Instant.now(), percent));
    }

    public void lapseOver(PatientKey key, long lapse) {
        send(key.toString(), "care.sacrum.session.adherence-lapse-over.v1", """
                {"practiceId": "%s", "patientId": "%s", "lapse": %d, "raisedAt": "%s", "lapsedAt": "%s",
                 "because": "followed_again"}""".formatted(
                        key.practice(), key.patient(), lapse, Instant.now(), Instant.now()));
    }

    /// The record says now that the patient is, say, discharged.
    public void status(PatientKey key, long version, String status) {
        send(key.toString(), "care.sacrum.session.patient-recorded.v1", """
                {"practiceId": "%s", "patientId": "%s", "version": %d, "status": "%s",
                 "patient": {"ageYears": 41, "homeTimeZone": "Europe/London"}}""".formatted(
                        key.practice(), key.patient(), version, status));
    }

    public void noteRead(PatientKey key, UUID reportId) {
        send(key.toString(), "care.sacrum.session.note-read.v1", """
                {"practiceId": "%s", "patientId": "%s", "reportId": "%s", "readAt": "%s", "readBy": "someone"}""".formatted(
                        key.practice(), key.patient(), reportId, Instant.now()));
    }

    public void send(String key, String type, String data) {
        var headers = new HashMap<>(Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_source",
                "/sacrum/session-service"));
        if (!type.isEmpty()) {
            headers.put("ce_type", type);
        }
        topic.send(key, data, headers);
    }

    /// A session with a pain score before and after, and no red flag answered.
    public static String session(UUID id, Instant observedAt, int pain) {
        return """
                {"reportId": "%s", "kind": "session", "observedAt": "%s", "observedTimeZone": "Europe/London",
                 "receivedAt": "%s", "painRegion": "low_back", "painBefore": %d, "painAfter": %d, "symptoms": []}""".formatted(id, observedAt, observedAt.plusSeconds(60), pain, pain);
    }

    /// A check-in with one symptom, new on the day of the report.
    public static String checkIn(UUID id, Instant observedAt, String code, String status) {
        return """
                {"reportId": "%s", "kind": "symptom_check_in", "observedAt": "%s", "observedTimeZone": "Europe/London",
                 "receivedAt": "%s", "painBefore": 3,
                 "symptoms": [{"code": "%s", "status": "%s", "onset": "new"}]}""".formatted(id, observedAt, observedAt.plusSeconds(60), code, status);
    }

    /// The same, begun on a day that the patient states.
    public static String checkInSince(UUID id, Instant observedAt, String code, LocalDate began) {
        return checkIn(id, observedAt, code, "present")
                .replace("\"onset\": \"new\"", "\"onset\": \"new\", \"onsetDate\": \"%s\"".formatted(began));
    }

    @Override
    public void close() {
        topic.close();
    }
}
