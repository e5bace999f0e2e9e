package care.sacrum.session;

import static care.sacrum.local.backing.EveryOperation.Call.delete;
import static care.sacrum.local.backing.EveryOperation.Call.get;
import static care.sacrum.local.backing.EveryOperation.Call.post;
import static care.sacrum.local.backing.EveryOperation.Call.put;
import static care.sacrum.session.Course.as;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.EveryOperation;
import care.sacrum.local.backing.EveryOperation.Call;
import care.sacrum.local.backing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every operation about people and plans does what its description says, refuses what it says, and shows examples that
/// are true.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class PeopleAndPlansTest {

    private static final String PRACTICE = """
            {"name": "By the park", "country": "GB", "timeZone": "Europe/London", "emergencyNumber": "999"}""";
    private static final String CLINICIAN = """
            {"displayName": "Sam Example", "profession": "physical_therapist"}""";
    private static final String PRESCRIPTION = """
            {"programme": "gentle-start", "startDate": "2026-02-01", "timesADay": 1, "daysAWeek": 5}""";
    private static final String CODE = "7K2M-0QXD-9TWB-4HRC";

    @TestHTTPResource("/")
    URI service;

    @Inject
    AgroalDataSource database;

    private Course course;
    private Course elsewhere;

    @BeforeEach
    void begin() {
        Publisher.publishesTheUsual();
        Publisher.publishes("programme", "gentle-sacral-start", "{}");
        course = Course.begin();
        elsewhere = Course.begin();
        Publisher.awaitProgramme("gentle-sacral-start");
    }

    @Test
    void whatIsSaidOfPracticesAndCliniciansIsTrue() {
        EveryOperation.at(service)
                .tagged("Practices", "Clinicians")
                .row(
                        "recordPractice",
                        row -> row.done(() -> newPractice(Tokens.operator()).json(PRACTICE))
                                .badInput(() -> newPractice(Tokens.operator()).json("{\"name\": \"\"}"))
                                .badInput(() -> newPractice(Tokens.operator()).json("{"))
                                .wrongRole(() -> newPractice(Tokens.editor()).json(PRACTICE))
                                .wrongPractice(() -> newPractice(course.lead()).json(PRACTICE)))
                .row(
                        "readPractice",
                        row -> row.done(() ->
                                        get("/practices/%s", course.practice()).as(course.clinician()))
                                .badInput(() -> get("/practices/here").as(course.clinician()))
                                .wrongRole(() ->
                                        get("/practices/%s", course.practice()).as(course.own()))
                                .wrongPractice(() ->
                                        get("/practices/%s", course.practice()).as(elsewhere.clinician())))
                .row(
                        "recordClinician",
                        row -> row.done(() -> newClinician(course.lead()).json(CLINICIAN))
                                .badInput(() -> newClinician(course.lead()).json("{\"displayName\": \"Sam\"}"))
                                .wrongRole(
                                        () -> newClinician(course.clinician()).json(CLINICIAN))
                                .wrongPractice(
                                        () -> newClinician(elsewhere.lead()).json(CLINICIAN)))
                .row(
                        "readClinician",
                        row -> row.done(() -> get(clinician()).as(course.clinician()))
                                .badInput(() -> get("/practices/%s/clinicians/sam", course.practice())
                                        .as(course.clinician()))
                                .wrongRole(() -> get(clinician()).as(course.own()))
                                .wrongPractice(() -> get(clinician()).as(elsewhere.clinician())))
                .row(
                        "listClinicians",
                        row -> row.done(() -> clinicians("").as(course.clinician()))
                                .badInput(() -> clinicians("?limit=0").as(course.clinician()))
                                .wrongRole(() -> clinicians("").as(course.own()))
                                .wrongPractice(() -> clinicians("").as(elsewhere.clinician())))
                .verify();
    }

    @Test
    void whatIsSaidOfPatientsAndTheirContactsIsTrue() {
        EveryOperation.at(service)
                .tagged("Patients", "Contacts")
                .row(
                        "recordPatient",
                        row -> row.done(() -> newPatient(course.clinician()).json(record()))
                                .badInput(() -> newPatient(course.clinician()).json("{}"))
                                .wrongRole(() -> newPatient(course.own()).json(record()))
                                .wrongPractice(
                                        () -> newPatient(elsewhere.lead()).json(record())))
                .row(
                        "readPatient",
                        row -> row.done(() -> get(course.path()).as(course.own()))
                                .badInput(() -> get("/practices/%s/patients/bo", course.practice())
                                        .as(course.clinician()))
                                .wrongRole(() -> get(course.path()).as(Tokens.editor()))
                                .wrongPractice(() -> get(course.path()).as(elsewhere.clinician()))
                                .wrongPractice(() -> get(course.path()).as(elsewhere.own())))
                .row(
                        "listPatients",
                        row -> row.done(() -> patients("?status=active").as(course.clinician()))
                                .badInput(() -> patients("?status=asleep").as(course.clinician()))
                                .wrongRole(() -> patients("").as(course.own()))
                                .wrongPractice(() -> patients("").as(elsewhere.clinician())))
                .row(
                        "unbindPatient",
                        row -> row.done(() -> unbind(course.withAnotherPatient().path(), course.clinician()))
                                .badInput(() ->
                                        unbind("/practices/" + course.practice() + "/patients/bo", course.clinician()))
                                .wrongRole(() -> unbind(course.path(), course.own()))
                                .wrongPractice(() -> unbind(course.path(), elsewhere.clinician())))
                .row(
                        "listOwnRecords",
                        row -> row.done(() -> get("/me/records").as(course.own()))
                                .noInputIsBad("It takes none.")
                                .wrongRole(() -> get("/me/records").as(course.clinician()))
                                .ofNoPractice("It tells of the caller's own records, whichever practice's they are."))
                .row(
                        "recordContact",
                        row -> row.done(() -> put(course.withAnotherPatient().path() + "/contact")
                                        .as(course.clinician())
                                        .json("{\"name\": \"Bo Example\"}"))
                                .badInput(() -> put(course.path() + "/contact")
                                        .as(course.clinician())
                                        .json("{\"name\": \"\"}"))
                                .wrongRole(() -> put(course.path() + "/contact")
                                        .as(course.own())
                                        .json("{\"name\": \"Bo Example\"}"))
                                .wrongPractice(() -> put(course.path() + "/contact")
                                        .as(elsewhere.clinician())
                                        .json("{\"name\": \"Bo Example\"}")))
                .row(
                        "readContact",
                        row -> row.done(() -> get(course.path() + "/contact").as(course.own()))
                                .badInput(() -> get("/practices/%s/patients/bo/contact", course.practice())
                                        .as(course.clinician()))
                                .wrongRole(
                                        () -> get(course.path() + "/contact").as(Tokens.integrator(course.practice())))
                                .wrongPractice(
                                        () -> get(course.path() + "/contact").as(elsewhere.clinician())))
                .row(
                        "listContacts",
                        row -> row.done(() -> contacts("?patients=" + course.patient())
                                        .as(course.clinician()))
                                .badInput(() -> contacts("?patients=bo").as(course.clinician()))
                                .wrongRole(() -> contacts("").as(Tokens.integrator(course.practice())))
                                .wrongPractice(() -> contacts("").as(elsewhere.clinician())))
                .verify();
    }

    @Test
    void whatIsSaidOfInvitationsIsTrue() {
        EveryOperation.at(service)
                .tagged("Invitations")
                .row(
                        "invitePatient",
                        row -> row.done(() -> post(unboundPatient().path() + "/invitations")
                                        .as(course.lead()))
                                .badInput(() -> post("/practices/%s/patients/bo/invitations", course.practice())
                                        .as(course.lead()))
                                .wrongRole(() ->
                                        post(course.path() + "/invitations").as(course.own()))
                                .wrongPractice(() ->
                                        post(course.path() + "/invitations").as(elsewhere.lead())))
                .row(
                        "listInvitations",
                        row -> row.done(() -> get(invited() + "/invitations").as(course.lead()))
                                .badInput(() -> get(course.path() + "/invitations?limit=none")
                                        .as(course.lead()))
                                .wrongRole(() ->
                                        get(course.path() + "/invitations").as(course.own()))
                                .wrongPractice(() ->
                                        get(course.path() + "/invitations").as(elsewhere.lead())))
                .row(
                        "revokeInvitation",
                        row -> row.done(() -> delete(invitation()).as(course.lead()))
                                .badInput(() -> delete(course.path() + "/invitations/first")
                                        .as(course.lead()))
                                .wrongRole(() -> delete(invitation()).as(course.own()))
                                .wrongPractice(() -> delete(invitation()).as(elsewhere.lead())))
                .row(
                        "redeemInvitation",
                        row -> row.done(() -> redeem(CODE))
                                .badInput(() -> redeem("0000-0000-0000-0000"))
                                .badInput(() -> post("/invitations/redemptions")
                                        .as(somebody())
                                        .json("{}"))
                                .wrongRole(() -> post("/invitations/redemptions")
                                        .as(course.clinician())
                                        .json("{\"code\": \"" + CODE + "\"}"))
                                .ofNoPractice(
                                        "A code names its practice itself; a wrong one is refused like any other."))
                .verify();
    }

    @Test
    void whatIsSaidOfPrescriptionsIsTrue() {
        EveryOperation.at(service)
                .tagged("Prescriptions")
                .row(
                        "prescribe",
                        row -> row.done(() ->
                                        newPrescription(course.clinician()).json(PRESCRIPTION))
                                .badInput(() ->
                                        newPrescription(course.clinician()).json("{}"))
                                .wrongRole(() -> newPrescription(course.own()).json(PRESCRIPTION))
                                .wrongPractice(() ->
                                        newPrescription(elsewhere.clinician()).json(PRESCRIPTION)))
                .row(
                        "readPrescription",
                        row -> row.done(() -> get(prescription()).as(course.own()))
                                .badInput(() -> get(course.path() + "/prescriptions/mine")
                                        .as(course.own()))
                                .wrongRole(() -> get(prescription()).as(Tokens.editor()))
                                .wrongPractice(() -> get(prescription()).as(elsewhere.clinician())))
                .row(
                        "listPrescriptions",
                        row -> row.done(() ->
                                        get(course.path() + "/prescriptions").as(course.own()))
                                .badInput(() -> get(course.path() + "/prescriptions?limit=0")
                                        .as(course.own()))
                                .wrongRole(() ->
                                        get(course.path() + "/prescriptions").as(Tokens.editor()))
                                .wrongPractice(() ->
                                        get(course.path() + "/prescriptions").as(elsewhere.own())))
                .row(
                        "listPrescriptionVersions",
                        row -> row.done(() -> get(prescription() + "/versions").as(course.own()))
                                .badInput(() -> get(prescription() + "/versions?after=x")
                                        .as(course.own()))
                                .wrongRole(
                                        () -> get(prescription() + "/versions").as(Tokens.editor()))
                                .wrongPractice(
                                        () -> get(prescription() + "/versions").as(elsewhere.own())))
                .row(
                        "pausePrescription",
                        row -> row.done(() -> pause(course.clinician()).json("{\"from\": \"2026-02-10\"}"))
                                .badInput(() -> pause(course.clinician()).json("{\"from\": \"1999-02-10\"}"))
                                .wrongRole(() -> pause(course.own()).json("{}"))
                                .wrongPractice(
                                        () -> pause(elsewhere.clinician()).json("{}")))
                .row(
                        "resumePrescription",
                        row -> row.done(() -> resume(paused(), "", course.clinician()))
                                .badInput(() -> resume(paused(), "?on=someday", course.clinician()))
                                .wrongRole(() -> resume(paused(), "", course.own()))
                                .wrongPractice(() -> resume(paused(), "", elsewhere.clinician())))
                .verify();
    }

    private static Call newPractice(String token) {
        return put("/practices/%s", UUID.randomUUID()).as(token);
    }

    private Call newClinician(String token) {
        return put("/practices/%s/clinicians/%s", course.practice(), UUID.randomUUID())
                .as(token);
    }

    private String clinician() {
        var path = "/practices/" + course.practice() + "/clinicians/" + UUID.randomUUID();
        as(course.lead()).body(CLINICIAN).put(path).then().statusCode(201);
        return path;
    }

    private Call clinicians(String query) {
        return get("/practices/" + course.practice() + "/clinicians" + query);
    }

    private Call newPatient(String token) {
        return put("/practices/%s/patients/%s", course.practice(), UUID.randomUUID())
                .as(token);
    }

    private static String record() {
        return "{\"homeTimeZone\": \"Europe/London\", \"birthYear\": 1985}";
    }

    private Call patients(String query) {
        return get("/practices/" + course.practice() + "/patients" + query);
    }

    private static Call unbind(String patient, String token) {
        return delete(patient + "/subject").as(token).header("If-Match", "*");
    }

    private Call contacts(String query) {
        return get("/practices/" + course.practice() + "/contacts" + query);
    }

    private Course unboundPatient() {
        var patient = new Course(course.practice(), UUID.randomUUID());
        patient.putPatient(record()).statusCode(201);
        return patient;
    }

    /// The path of a patient who is invited.
    private String invited() {
        var path = unboundPatient().path();
        as(course.lead()).post(path + "/invitations").then().statusCode(201);
        return path;
    }

    private String invitation() {
        var path = unboundPatient().path() + "/invitations";
        return path + "/"
                + as(course.lead()).post(path).then().statusCode(201).extract().path("invitationId");
    }

    /// Somebody new redeems a code while the one of the example is good for one patient.
    private Call redeem(String code) {
        var path = invited();
        try (var connection = database.getConnection();
                var forget = connection.prepareStatement("delete from invitation where code_hash = ?");
                var update = connection.prepareStatement("update invitation set code_hash = ? where patient_id = ?")) {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(CODE.replace("-", "").getBytes(StandardCharsets.UTF_8));
            forget.setBytes(1, hash);
            forget.executeUpdate();
            update.setBytes(1, hash);
            update.setObject(2, UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
            update.executeUpdate();
        } catch (SQLException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return post("/invitations/redemptions").as(somebody()).json("{\"code\": \"" + code + "\"}");
    }

    private static String somebody() {
        return Tokens.patient("sub-of-" + UUID.randomUUID());
    }

    private Call newPrescription(String token) {
        return put("%s/prescriptions/%s", course.path(), UUID.randomUUID()).as(token);
    }

    private String prescription() {
        var path = course.path() + "/prescriptions/" + UUID.randomUUID();
        as(course.clinician()).body(PRESCRIPTION).put(path).then().statusCode(201);
        return path;
    }

    private Call pause(String token) {
        return put(prescription() + "/pause").as(token).header("If-Match", "*");
    }

    private String paused() {
        var path = prescription();
        as(course.clinician())
                .header("If-Match", "*")
                .body("{\"from\": \"2026-02-10\"}")
                .put(path + "/pause")
                .then()
                .statusCode(200);
        return path;
    }

    private static Call resume(String prescription, String query, String token) {
        return delete(prescription + "/pause" + query).as(token).header("If-Match", "*");
    }
}
