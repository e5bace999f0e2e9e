package care.sacrum.session;

import static io.restassured.RestAssured.given;

import care.sacrum.local.backing.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/// A practice of its own with one patient who lives in London, and the people who ask for them.
public record Course(UUID practice, UUID patient) {

    public static Course begin() {
        var course = new Course(UUID.randomUUID(), UUID.randomUUID());
        as(course.lead())
                .body("""
                        {"name": "By the park", "country": "GB", "timeZone": "Europe/London", "emergencyNumber": "999"}""")
                .put("/practices/{practice}", course.practice)
                .then()
                .statusCode(201);
        course.putPatient("""
                {"subject": "%s", "homeTimeZone": "Europe/London", "language": "en", "birthYear": 1985,
                 "sex": "female"}""".formatted(course.subject())).statusCode(201);
        as(course.clinician())
                .body("{\"name\": \"Ada Example\"}")
                .put(course.path() + "/contact")
                .then()
                .statusCode(201);
        return course;
    }

    /// A clinician reads the record, where there is one, and writes it.
    public ValidatableResponse putPatient(String record) {
        return changing(clinician(), path()).body(record).put(path()).then();
    }

    /// A request that says which version is there, as one who has just read it does.
    public static RequestSpecification changing(String token, String path) {
        var tag = as(token).get(path).header("ETag");
        return tag == null ? as(token) : as(token).header("If-Match", tag);
    }

    /// Another patient of the same practice.
    public Course withAnotherPatient() {
        var other = new Course(practice, UUID.randomUUID());
        other.putPatient("""
                {"subject": "%s", "homeTimeZone": "Asia/Kolkata"}""".formatted(other.subject())).statusCode(201);
        return other;
    }

    /// The key of the patient's events.
    public String key() {
        return practice + "/" + patient;
    }

    public String subject() {
        return "sub-of-" + patient;
    }

    public String own() {
        return Tokens.patient(subject());
    }

    public String clinician() {
        return Tokens.clinician(practice);
    }

    public String lead() {
        return Tokens.lead(practice);
    }

    public String path() {
        return "/practices/" + practice + "/patients/" + patient;
    }

    public String session(UUID id) {
        return path() + "/sessions/" + id;
    }

    public String checkIn(UUID id) {
        return path() + "/check-ins/" + id;
    }

    /// The patient logs a session that says at least its kind and time.
    public ValidatableResponse logs(String more) {
        return logs(UUID.randomUUID(), more);
    }

    public ValidatableResponse logs(UUID id, String more) {
        return as(own()).body(body("session", more)).put(session(id)).then();
    }

    public ValidatableResponse checksIn(String more) {
        return checksIn(UUID.randomUUID(), more);
    }

    public ValidatableResponse checksIn(UUID id, String more) {
        return as(own()).body(body("symptom_check_in", more)).put(checkIn(id)).then();
    }

    private static String body(String kind, String more) {
        return """
                {"kind": "%s"%s%s}""".formatted(
                        kind,
                        more.contains("\"observedAt\"")
                                ? ""
                                : ", \"observedAt\": \"2026-02-05T18:00:00Z\", \"observedTimeZone\": \"Europe/London\"",
                        more.isEmpty() ? "" : ", " + more);
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
