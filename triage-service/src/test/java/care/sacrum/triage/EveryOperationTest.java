package care.sacrum.triage;

import static care.sacrum.local.backing.EveryOperation.Call.delete;
import static care.sacrum.local.backing.EveryOperation.Call.get;
import static care.sacrum.local.backing.EveryOperation.Call.post;
import static care.sacrum.local.backing.EveryOperation.Call.put;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.DemoIdentities;
import care.sacrum.local.backing.EveryOperation;
import care.sacrum.local.backing.Tokens;
import care.sacrum.triage.finding.PatientKey;
import care.sacrum.triage.live.DeadLetter;
import care.sacrum.triage.live.SessionTopic;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "triage"))
class EveryOperationTest {

    private static final String COURSE = """
            {"patient": {"ageYears": 41, "sex": "female", "homeTimeZone": "Europe/London"},
             "evaluateAt": "2026-02-05T18:06:00Z", "reports": []}""";

    private static final String RELEASE = "{\"version\": 1, \"reason\": \"Seen\"}";
    private static final String OUTCOME = "{\"outcome\": \"seen\", \"note\": \"Seen\"}";
    private static final String DEADLINES =
            "{\"emergencyMinutes\": 20, \"urgentHours\": 4, \"soonWorkingDays\": 2, \"routineWorkingDays\": 10}";

    private static final String HOOK =
            "{\"url\": \"https://hook.example/sacrum\", \"eventTypes\": [\"care.sacrum.triage.*\"]}";
    private static final String NIGHT =
            "{\"from\": \"2026-02-05T18:00:00Z\", \"to\": \"2026-02-06T06:00:00Z\", \"state\": \"given_up\"}";
    private static final String ADDRESS = "{\"email\": \"sam@practice.example\"}";

    @TestHTTPResource("/")
    URI service;

    @Inject
    AgroalDataSource database;

    private final UUID practice = UUID.randomUUID();
    private final PatientKey patient = new PatientKey(practice, UUID.randomUUID());
    private final String clinician = "clinician-of-" + practice;

    @Test
    void everyOperationIsExercisedAndItsDescriptionIsTrue() {
        var open = openFindings(2);
        var tingling = freshFinding("leg_tingling");
        var deadlines = "/practices/" + practice + "/deadlines";
        var lead = Tokens.lead(practice);
        var worklist = "/practices/" + practice + "/worklist";
        var finding = "/practices/" + practice + "/findings/" + open.getFirst();
        var ofPatient = "/practices/" + practice + "/patients/" + patient.patient();
        var holds = "/practices/" + practice + "/programme-holds";
        var addresses = "/practices/" + practice + "/notification-addresses";
        var notices = "/practices/" + practice + "/notices";
        var theirLead = Tokens.lead(UUID.randomUUID());
        var integrator = Tokens.integrator(practice);
        var hooks = "/practices/" + practice + "/webhooks";
        var hook = webhook();
        var ours = Tokens.of(clinician, "clinician", practice);
        var theirs = Tokens.clinician(UUID.randomUUID());
        var visitor = Tokens.patient("nobody-we-know");
        var operator = Tokens.operator();
        var parameters = "/practices/" + practice + "/parameters";
        var wish = "{\"persistenceMinSpanDays\": 6}";
        var question = """
                {"from": "2026-01-01", "to": "2026-01-31", "parameters": {"persistenceMinSpanDays": 3}}""";
        var whatIfs = "/practices/" + practice + "/what-ifs";
        var whatIf = whatIfs + "/" + asked(question);

        EveryOperation.at(service)
                .row(
                        "readWorklist",
                        row -> row.done(() -> get(worklist).as(ours))
                                .badInput(() -> get(worklist + "?limit=0").as(ours))
                                .badInput(() -> get(worklist + "?limit=many").as(ours))
                                .badInput(() -> get(worklist + "?snoozed=maybe").as(ours))
                                .badInput(
                                        () -> get(worklist + "?after=nonsense").as(ours))
                                .wrongRole(() -> get(worklist).as(visitor))
                                .wrongPractice(() -> get(worklist).as(theirs)))
                .row(
                        "listWorklistEvents",
                        row -> row.done(() -> get(worklist + "/events?limit=1").as(ours))
                                .badInput(() -> get(worklist + "/events?after=yesterday")
                                        .as(ours))
                                .badInput(() ->
                                        get(worklist + "/events?after=1000000").as(ours))
                                .badInput(() ->
                                        get(worklist + "/events?limit=501").as(ours))
                                .wrongRole(() -> get(worklist + "/events").as(visitor))
                                .wrongPractice(() -> get(worklist + "/events").as(theirs)))
                .row(
                        "streamWorklist",
                        row -> row.done(() -> get(worklist + "/stream").as(ours))
                                .badInput(
                                        () -> get(worklist + "/stream").as(ours).header("Last-Event-ID", "yesterday"))
                                .badInput(
                                        () -> get(worklist + "/stream").as(ours).header("Last-Event-ID", "1000000"))
                                .wrongRole(() -> get(worklist + "/stream").as(visitor))
                                .wrongPractice(() -> get(worklist + "/stream").as(theirs)))
                .row(
                        "readFinding",
                        row -> row.done(() -> get(finding).as(ours))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() -> get(finding).as(visitor))
                                .wrongPractice(() -> get(finding).as(theirs)))
                .row(
                        "listFindings",
                        row -> row.done(() -> get(ofPatient + "/findings").as(ours))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() -> get(ofPatient + "/findings").as(visitor))
                                .wrongPractice(
                                        () -> get(ofPatient + "/findings").as(theirs)))
                .row(
                        "acknowledgeFinding",
                        row -> row.done(() ->
                                        acknowledge(open.removeLast()).as(ours).json("{\"note\": \"Seen\"}"))
                                .badInput(() ->
                                        acknowledge(open.getFirst()).as(ours).json("{\"note\": \" \"}"))
                                .badInput(() ->
                                        acknowledge(open.getFirst()).as(ours).json("{\"note\": "))
                                .wrongRole(() -> acknowledge(open.getFirst())
                                        .as(Tokens.integrator(practice))
                                        .json("{\"note\": \"Seen\"}"))
                                .wrongPractice(() ->
                                        acknowledge(open.getFirst()).as(theirs).json("{\"note\": \"Seen\"}")))
                .row(
                        "confirmDelivery",
                        row -> row.done(() -> put(finding + "/delivery").as(ours))
                                .noInputIsBad("It has no body, and an id that is none is not found")
                                .wrongRole(() -> put(finding + "/delivery").as(Tokens.integrator(practice)))
                                .wrongPractice(() -> put(finding + "/delivery").as(theirs)))
                .row(
                        "closeFinding",
                        row -> row.done(() -> put(freshFinding("urine_leak") + "/outcome")
                                        .as(ours)
                                        .json(OUTCOME))
                                .badInput(() -> put(finding + "/outcome")
                                        .as(ours)
                                        .json("{\"outcome\": \"cured\", \"note\": \"x\"}"))
                                .badInput(
                                        () -> put(finding + "/outcome").as(ours).json("{\"outcome\": \"seen\"}"))
                                .badInput(
                                        () -> put(finding + "/outcome").as(ours).json("{"))
                                .wrongRole(() -> put(finding + "/outcome")
                                        .as(Tokens.integrator(practice))
                                        .json(OUTCOME))
                                .wrongPractice(() ->
                                        put(finding + "/outcome").as(theirs).json(OUTCOME)))
                .row(
                        "snoozeFinding",
                        row -> row.done(() -> put(tingling + "/snooze").as(ours).json("{\"minutes\": 10}"))
                                .badInput(
                                        () -> put(tingling + "/snooze").as(ours).json("{\"minutes\": -1}"))
                                .badInput(
                                        () -> put(tingling + "/snooze").as(ours).json("{}"))
                                .badInput(
                                        () -> put(tingling + "/snooze").as(ours).json("{"))
                                .wrongRole(() -> put(tingling + "/snooze")
                                        .as(Tokens.integrator(practice))
                                        .json("{\"minutes\": 10}"))
                                .wrongPractice(() ->
                                        put(tingling + "/snooze").as(theirs).json("{\"minutes\": 10}")))
                .row(
                        "endSnooze",
                        row -> row.done(() -> delete(tingling + "/snooze").as(ours))
                                .noInputIsBad("It has no body, and an id that is none is not found")
                                .wrongRole(() -> delete(tingling + "/snooze").as(Tokens.integrator(practice)))
                                .wrongPractice(
                                        () -> delete(tingling + "/snooze").as(theirs)))
                .row(
                        "listAwaitingOutcome",
                        row -> row.done(() -> get(worklist + "/awaiting-outcome?limit=1")
                                        .as(ours))
                                .badInput(() -> get(worklist + "/awaiting-outcome?limit=0")
                                        .as(ours))
                                .badInput(() -> get(worklist + "/awaiting-outcome?after=nonsense")
                                        .as(ours))
                                .wrongRole(() ->
                                        get(worklist + "/awaiting-outcome").as(visitor))
                                .wrongPractice(() ->
                                        get(worklist + "/awaiting-outcome").as(theirs)))
                .row(
                        "readFindingTrail",
                        row -> row.done(() -> get(finding + "/trail?limit=1").as(ours))
                                .badInput(() -> get(finding + "/trail?limit=0").as(ours))
                                .badInput(() -> get(finding + "/trail?after=-1").as(ours))
                                .wrongRole(() -> get(finding + "/trail").as(visitor))
                                .wrongPractice(() -> get(finding + "/trail").as(theirs)))
                .row(
                        "readPatientTrail",
                        row -> row.done(() -> get(ofPatient + "/trail?limit=1").as(ours))
                                .badInput(() ->
                                        get(ofPatient + "/trail?limit=501").as(ours))
                                .badInput(
                                        () -> get(ofPatient + "/trail?after=x").as(ours))
                                .wrongRole(() -> get(ofPatient + "/trail").as(visitor))
                                .wrongPractice(() -> get(ofPatient + "/trail").as(theirs)))
                .row(
                        "readDeadlines",
                        row -> row.done(() -> get(deadlines).as(ours))
                                .noInputIsBad("It takes none")
                                .wrongRole(() -> get(deadlines).as(visitor))
                                .wrongPractice(() -> get(deadlines).as(theirs)))
                .row(
                        "setDeadlines",
                        row -> row.done(() -> put(deadlines)
                                        .as(lead)
                                        .header("If-Match", "*")
                                        .json(DEADLINES))
                                .badInput(() -> put(deadlines).as(lead).json(DEADLINES.replace("20", "61")))
                                .badInput(() -> put(deadlines).as(lead).json("{}"))
                                .badInput(() -> put(deadlines).as(lead).json("{"))
                                .wrongRole(() -> put(deadlines).as(ours).json(DEADLINES))
                                .wrongPractice(() -> put(deadlines)
                                        .as(Tokens.lead(UUID.randomUUID()))
                                        .json(DEADLINES)))
                .row(
                        "readAdvice",
                        row -> row.done(() -> get(ofPatient + "/advice").as(ours))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() -> get(ofPatient + "/advice").as(operator))
                                .wrongPractice(() -> get(ofPatient + "/advice").as(theirs))
                                .wrongPractice(() -> get(ofPatient + "/advice").as(visitor)))
                .row(
                        "evaluateAt",
                        row -> row.done(() -> get(ofPatient + "/evaluation?at=2026-02-05T18:06:00Z")
                                        .as(ours))
                                .badInput(() -> get(ofPatient + "/evaluation").as(ours))
                                .wrongRole(() -> get(ofPatient + "/evaluation?at=2026-02-05T18:06:00Z")
                                        .as(visitor))
                                .wrongPractice(() -> get(ofPatient + "/evaluation?at=2026-02-05T18:06:00Z")
                                        .as(theirs)))
                .row(
                        "readProgramme",
                        row -> row.done(() -> get(ofPatient + "/programme").as(ours))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() -> get(ofPatient + "/programme").as(operator))
                                .wrongPractice(
                                        () -> get(ofPatient + "/programme").as(theirs))
                                .wrongPractice(
                                        () -> get(ofPatient + "/programme").as(visitor)))
                .row(
                        "listHoldsOfPatient",
                        row -> row.done(() ->
                                        get(ofPatient + "/programme/holds").as(ours))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() ->
                                        get(ofPatient + "/programme/holds").as(visitor))
                                .wrongPractice(() ->
                                        get(ofPatient + "/programme/holds").as(theirs)))
                .row(
                        "listProgrammeHolds",
                        row -> row.done(() -> get(holds + "?limit=1").as(ours))
                                .badInput(() -> get(holds + "?limit=0").as(ours))
                                .badInput(() -> get(holds + "?after=nonsense").as(ours))
                                .wrongRole(() -> get(holds).as(visitor))
                                .wrongPractice(() -> get(holds).as(theirs)))
                .row(
                        "releaseProgramme",
                        row -> row.done(() -> release(holdOf(patientOnHold()))
                                        .as(ours)
                                        .json(RELEASE))
                                .badInput(
                                        () -> release(holdOf(patient)).as(ours).json("{\"version\": 1}"))
                                .badInput(
                                        () -> release(holdOf(patient)).as(ours).json("{\"reason\": \"Seen\"}"))
                                .badInput(
                                        () -> release(holdOf(patient)).as(ours).json("{"))
                                .wrongRole(() -> release(holdOf(patient))
                                        .as(Tokens.integrator(practice))
                                        .json(RELEASE))
                                .wrongPractice(() ->
                                        release(holdOf(patient)).as(theirs).json(RELEASE)))
                .row(
                        "recordNotificationAddress",
                        row -> row.done(() -> put(addresses + "/lead").as(lead).json(ADDRESS))
                                .badInput(
                                        () -> put(addresses + "/lead").as(lead).json("{\"email\": \"nobody\"}"))
                                .badInput(
                                        () -> put(addresses + "/lead").as(lead).json("{\"email\": \"a@b\\nBcc: c@d\"}"))
                                .badInput(() -> put(addresses + "/sam").as(lead).json(ADDRESS))
                                .wrongRole(
                                        () -> put(addresses + "/lead").as(ours).json(ADDRESS))
                                .wrongPractice(() ->
                                        put(addresses + "/lead").as(theirLead).json(ADDRESS)))
                .row(
                        "deleteNotificationAddress",
                        row -> row.done(() -> delete(addresses + "/" + UUID.randomUUID())
                                        .as(lead))
                                .badInput(() -> delete(addresses + "/sam").as(lead))
                                .wrongRole(() -> delete(addresses + "/lead").as(ours))
                                .wrongPractice(() -> delete(addresses + "/lead").as(theirLead)))
                .row(
                        "listNotificationAddresses",
                        row -> row.done(() -> get(addresses).as(lead))
                                .badInput(() -> get(addresses + "?limit=0").as(lead))
                                .wrongRole(() -> get(addresses).as(ours))
                                .wrongPractice(() -> get(addresses).as(theirLead)))
                .row(
                        "listNotices",
                        row -> row.done(() -> get(notices).as(lead))
                                .badInput(() -> get(notices + "?limit=0").as(lead))
                                .badInput(() -> get(notices + "?state=lost").as(lead))
                                .badInput(() -> get(notices + "?after=nonsense").as(lead))
                                .wrongRole(() -> get(notices).as(ours))
                                .wrongPractice(() -> get(notices).as(theirLead)))
                .row(
                        "makeWebhook",
                        row -> row.done(() -> post(hooks).as(integrator).json(HOOK))
                                .badInput(() -> post(hooks).as(integrator).json("{\"url\": \"https://hook.example\"}"))
                                .badInput(() -> post(hooks).as(integrator).json(hook("http://hook.example")))
                                .badInput(() -> post(hooks).as(integrator).json(hook("https://127.0.0.1/x")))
                                .badInput(() -> post(hooks).as(integrator).json(hook("https://localhost/x")))
                                .badInput(() -> post(hooks).as(integrator).json(hook("https://[::1]:8443/x")))
                                .badInput(() -> post(hooks).as(integrator).json(hook("https://169.254.169.254/x")))
                                .badInput(() -> post(hooks).as(integrator).json(hook("https://10.1.2.3/x")))
                                .badInput(() -> post(hooks)
                                        .as(integrator)
                                        .json(HOOK.replace("care.sacrum.triage.*", "care.sacrum.content.*")))
                                .badInput(() -> post(hooks).as(integrator).json("{"))
                                .wrongRole(() -> post(hooks).as(ours).json(HOOK))
                                .wrongPractice(() -> post(hooks).as(theirLead).json(HOOK)))
                .row(
                        "listWebhooks",
                        row -> row.done(() -> get(hooks).as(integrator))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() -> get(hooks).as(ours))
                                .wrongPractice(() -> get(hooks).as(theirLead)))
                .row(
                        "readWebhook",
                        row -> row.done(() -> get(hook).as(integrator))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() -> get(hook).as(ours))
                                .wrongPractice(() -> get(hook).as(theirLead)))
                .row(
                        "changeWebhook",
                        row -> row.done(() -> put(hook).as(integrator).json(HOOK))
                                .badInput(() -> put(hook).as(integrator).json(hook("https://127.0.0.1/x")))
                                .badInput(() -> put(hook).as(integrator).json("{}"))
                                .wrongRole(() -> put(hook).as(ours).json(HOOK))
                                .wrongPractice(() -> put(hook).as(theirLead).json(HOOK)))
                .row(
                        "rotateWebhookSecret",
                        row -> row.done(() -> post(hook + "/secret").as(integrator))
                                .noInputIsBad("It takes none")
                                .wrongRole(() -> post(hook + "/secret").as(ours))
                                .wrongPractice(() -> post(hook + "/secret").as(theirLead)))
                .row(
                        "listDeliveries",
                        row -> row.done(() -> get(hook + "/deliveries").as(integrator))
                                .badInput(
                                        () -> get(hook + "/deliveries?limit=0").as(integrator))
                                .badInput(() ->
                                        get(hook + "/deliveries?state=lost").as(integrator))
                                .badInput(() ->
                                        get(hook + "/deliveries?after=nonsense").as(integrator))
                                .wrongRole(() -> get(hook + "/deliveries").as(ours))
                                .wrongPractice(() -> get(hook + "/deliveries").as(theirLead)))
                .row(
                        "replayDelivery",
                        row -> row.done(() -> post(hook + "/deliveries/" + delivery(hook) + "/replay")
                                        .as(integrator))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() -> post(hook + "/deliveries/" + practice + "/replay")
                                        .as(ours))
                                .wrongPractice(() -> post(hook + "/deliveries/" + practice + "/replay")
                                        .as(theirLead)))
                .row(
                        "replayDeliveries",
                        row -> row.done(() -> post(hook + "/deliveries/replays")
                                        .as(integrator)
                                        .json(NIGHT))
                                .badInput(() -> post(hook + "/deliveries/replays")
                                        .as(integrator)
                                        .json("{\"from\": \"2026-02-05T18:00:00Z\"}"))
                                .badInput(() -> post(hook + "/deliveries/replays")
                                        .as(integrator)
                                        .json(NIGHT.replace("02-06", "02-01")))
                                .badInput(() -> post(hook + "/deliveries/replays")
                                        .as(integrator)
                                        .json(NIGHT.replace("given_up", "lost")))
                                .wrongRole(() -> post(hook + "/deliveries/replays")
                                        .as(ours)
                                        .json(NIGHT))
                                .wrongPractice(() -> post(hook + "/deliveries/replays")
                                        .as(theirLead)
                                        .json(NIGHT)))
                .row(
                        "deleteWebhook",
                        row -> row.done(() -> delete(webhook()).as(integrator))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() -> delete(hook).as(ours))
                                .wrongPractice(() -> delete(hook).as(theirLead)))
                .row(
                        "simulate",
                        row -> row.done(() -> post("/simulations").as(visitor).json(COURSE))
                                .badInput(() -> post("/simulations").as(ours).json("{}"))
                                .badInput(() -> post("/simulations").as(ours).json("{"))
                                .anyRoleMay("It touches no stored patient")
                                .ofNoPractice("It touches no stored patient"))
                .row(
                        "listRules",
                        row -> row.done(() -> get("/rules").as(visitor))
                                .noInputIsBad("It takes none")
                                .anyRoleMay("The rules are open")
                                .ofNoPractice("The rules are the same for every practice"))
                .row(
                        "assess",
                        row -> row.done(() -> post("/assessments")
                                        .as(Tokens.clinician(DemoIdentities.PRACTICE))
                                        .json(assessment(DemoIdentities.PRACTICE)))
                                .badInput(() -> post("/assessments").as(ours).json("{}"))
                                .badInput(() -> post("/assessments").as(ours).json("{\"report\": "))
                                .wrongRole(
                                        () -> post("/assessments").as(operator).json(assessment(practice)))
                                .wrongPractice(
                                        () -> post("/assessments").as(theirs).json(assessment(practice)))
                                .wrongPractice(() ->
                                        post("/assessments").as(visitor).json(assessment(practice, patient.patient()))))
                .row(
                        "readParameters",
                        row -> row.done(() -> get(parameters).as(ours))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() -> get(parameters).as(visitor))
                                .wrongPractice(() -> get(parameters).as(theirs)))
                .row(
                        "setParameters",
                        row -> row.done(() -> put(parameters)
                                        .as(lead)
                                        .header("If-Match", "*")
                                        .json(wish))
                                .badInput(() -> put(parameters).as(lead).json("{\"persistenceMinSpanDays\": 15}"))
                                .badInput(() -> put(parameters).as(lead).json("{\"minSpan\": 5}"))
                                .badInput(() -> put(parameters).as(lead).json("{"))
                                .wrongRole(() -> put(parameters).as(ours).json(wish))
                                .wrongPractice(() -> put(parameters)
                                        .as(Tokens.lead(UUID.randomUUID()))
                                        .json(wish)))
                .row(
                        "listParametersVersions",
                        row -> row.done(() ->
                                        get(parameters + "/versions?limit=1").as(ours))
                                .badInput(() ->
                                        get(parameters + "/versions?limit=0").as(ours))
                                .badInput(() ->
                                        get(parameters + "/versions?before=x").as(ours))
                                .wrongRole(() -> get(parameters + "/versions").as(visitor))
                                .wrongPractice(
                                        () -> get(parameters + "/versions").as(theirs)))
                .row(
                        "askWhatIf",
                        row -> row.done(() -> {
                                    cancelWhatIfs();
                                    return post(whatIfs).as(lead).json(question);
                                })
                                .badInput(() -> post(whatIfs).as(lead).json("{}"))
                                .badInput(() -> post(whatIfs).as(lead).json(question.replace("\": 3", "\": 2")))
                                .badInput(
                                        () -> post(whatIfs).as(lead).json(question.replace("2026-01-01", "2024-01-01")))
                                .badInput(() -> post(whatIfs).as(lead).json("{"))
                                .wrongRole(() -> post(whatIfs).as(ours).json(question))
                                .wrongPractice(() -> post(whatIfs)
                                        .as(Tokens.lead(UUID.randomUUID()))
                                        .json(question)))
                .row(
                        "listWhatIfs",
                        row -> row.done(() -> get(whatIfs).as(ours))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() -> get(whatIfs).as(visitor))
                                .wrongPractice(() -> get(whatIfs).as(theirs)))
                .row(
                        "readWhatIf",
                        row -> row.done(() -> get(whatIf).as(ours))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() -> get(whatIf).as(visitor))
                                .wrongPractice(() -> get(whatIf).as(theirs)))
                .row(
                        "listWhatIfDifferences",
                        row -> row.done(() ->
                                        get(whatIf + "/differences?limit=5").as(ours))
                                .badInput(() ->
                                        get(whatIf + "/differences?limit=0").as(ours))
                                .badInput(() ->
                                        get(whatIf + "/differences?after=x").as(ours))
                                .wrongRole(() -> get(whatIf + "/differences").as(visitor))
                                .wrongPractice(
                                        () -> get(whatIf + "/differences").as(theirs)))
                .row(
                        "listWhatIfPatients",
                        row -> row.done(() -> get(whatIf + "/patients?limit=5").as(ours))
                                .badInput(() ->
                                        get(whatIf + "/patients?limit=201").as(ours))
                                .badInput(
                                        () -> get(whatIf + "/patients?after=x").as(ours))
                                .wrongRole(() -> get(whatIf + "/patients").as(visitor))
                                .wrongPractice(() -> get(whatIf + "/patients").as(theirs)))
                .row(
                        "deleteWhatIf",
                        row -> row.done(() -> {
                                    cancelWhatIfs();
                                    return delete(whatIfs + "/" + asked(question))
                                            .as(lead);
                                })
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() -> delete(whatIf).as(ours))
                                .wrongPractice(() -> delete(whatIf).as(Tokens.lead(UUID.randomUUID()))))
                .row(
                        "listDeadLetters",
                        row -> row.done(() -> get("/dead-letters?limit=5").as(operator))
                                .badInput(() -> get("/dead-letters?limit=0").as(operator))
                                .badInput(() ->
                                        get("/dead-letters?after=nonsense").as(operator))
                                .wrongRole(() -> get("/dead-letters").as(ours))
                                .ofNoPractice("An operator runs the installation for every practice"))
                .row(
                        "replayDeadLetter",
                        row -> row.done(() -> post("/dead-letters/%s/replay", readable())
                                        .as(operator))
                                .noInputIsBad("An id that is none is not found")
                                .wrongRole(() -> post("/dead-letters/%s/replay", readable())
                                        .as(ours))
                                .ofNoPractice("An operator runs the installation for every practice"))
                .row(
                        "replayDeadLetters",
                        row -> row.done(() -> post("/dead-letters/replays")
                                        .as(operator)
                                        .json("{\"ids\": [\"" + readable() + "\"]}"))
                                .badInput(() -> post("/dead-letters/replays")
                                        .as(operator)
                                        .json("{\"ids\": []}"))
                                .badInput(() -> post("/dead-letters/replays")
                                        .as(operator)
                                        .json("["))
                                .wrongRole(() ->
                                        post("/dead-letters/replays").as(ours).json("{\"ids\": [\"x\"]}"))
                                .ofNoPractice("An operator runs the installation for every practice"))
                .verify();
    }

    private String asked(String question) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.lead(practice))
                .contentType(ContentType.JSON)
                .body(question)
                .post("/practices/{p}/what-ifs", practice)
                .then()
                .statusCode(202)
                .extract()
                .path("whatIfId");
    }

    /// A practice asks one at a time.
    private void cancelWhatIfs() {
        var all = RestAssured.given()
                .auth()
                .oauth2(Tokens.lead(practice))
                .get("/practices/{p}/what-ifs", practice)
                .jsonPath();
        for (var id : all.<String>getList("whatIfs.findAll{it.state in ['waiting', 'running']}.whatIfId")) {
            RestAssured.given()
                    .auth()
                    .oauth2(Tokens.lead(practice))
                    .delete("/practices/{p}/what-ifs/{w}", practice, id);
        }
    }

    /// The path of a finding of its own patient.
    private String freshFinding(String code) {
        var fresh = new PatientKey(practice, UUID.randomUUID());
        try (var sessions = new SessionTopic()) {
            sessions.patient(fresh);
            sessions.report(fresh, SessionTopic.checkIn(UUID.randomUUID(), Instant.now(), code, "present"));
        }
        var id = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> RestAssured.given()
                                .auth()
                                .oauth2(Tokens.clinician(practice))
                                .get("/practices/{p}/patients/{id}/findings", practice, fresh.patient())
                                .jsonPath()
                                .getString("[0].findingId"),
                        java.util.Objects::nonNull);
        return "/practices/" + practice + "/findings/" + id;
    }

    private EveryOperation.Call acknowledge(String finding) {
        return put("/practices/%s/findings/%s/acknowledgement", practice, finding);
    }

    private static String hook(String url) {
        return HOOK.replace("https://hook.example/sacrum", url);
    }

    /// Nobody is at its address; the name is one that no DNS knows.
    private String webhook() {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.integrator(practice))
                .contentType("application/json")
                .body(HOOK)
                .post("/practices/{p}/webhooks", practice)
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("https?://[^/]*", "");
    }

    /// An event that waits for the webhook.
    private String delivery(String hook) {
        patientOnHold();
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> RestAssured.given()
                                .auth()
                                .oauth2(Tokens.integrator(practice))
                                .get(hook + "/deliveries")
                                .jsonPath()
                                .getString("items[0].eventId"),
                        java.util.Objects::nonNull);
    }

    private EveryOperation.Call release(String hold) {
        return put("/practices/%s/patients/%s", practice, hold);
    }

    /// A patient of the practice, on hold by one sign alone.
    private PatientKey patientOnHold() {
        var fresh = new PatientKey(practice, UUID.randomUUID());
        try (var sessions = new SessionTopic()) {
            sessions.patient(fresh);
            sessions.report(fresh, SessionTopic.checkIn(UUID.randomUUID(), Instant.now(), "leg_tingling", "present"));
        }
        return fresh;
    }

    /// The part of the path that names it.
    private String holdOf(PatientKey key) {
        var hold = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> RestAssured.given()
                                .auth()
                                .oauth2(Tokens.clinician(practice))
                                .get("/practices/{p}/patients/{id}/programme", practice, key.patient())
                                .jsonPath()
                                .getString("hold.holdId"),
                        java.util.Objects::nonNull);
        return key.patient() + "/programme/holds/" + hold + "/release";
    }

    private String assessment(UUID of) {
        return assessment(of, UUID.randomUUID());
    }

    private static String assessment(UUID of, UUID patient) {
        return """
                {"practiceId": "%s", "patientId": "%s", "patient": {"homeTimeZone": "Europe/London"}, "report": %s}""".formatted(
                        of, patient, SessionTopic.checkIn(UUID.randomUUID(), Instant.now(), "leg_tingling", "denied"));
    }

    /// A record that an older version of the reader could not read.
    private String readable() {
        return DeadLetter.of(patient, SessionTopic.session(UUID.randomUUID(), Instant.now(), 2))
                .keptIn(database);
    }

    private List<String> openFindings(int atLeast) {
        try (var sessions = new SessionTopic()) {
            sessions.practice(practice);
            sessions.patient(patient);
            sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), Instant.now(), "urine_leak", "present"));
            sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), Instant.now(), "bowel_leak", "present"));
            sessions.report(patient, SessionTopic.checkIn(UUID.randomUUID(), Instant.now(), "leg_tingling", "present"));
        }
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> RestAssured.given()
                                .auth()
                                .oauth2(Tokens.clinician(practice))
                                .get("/practices/{p}/worklist", practice)
                                .jsonPath()
                                .<String>getList("items.findings.flatten().findingId"),
                        found -> found != null && found.size() > atLeast);
    }
}
