package care.sacrum.local.demo;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.StartedSuite;
import care.sacrum.local.backing.DemoIdentities;
import care.sacrum.local.backing.Tokens;
import care.sacrum.local.demo.DemoPractice.Fed;
import care.sacrum.local.demo.DemoPractice.NotFed;
import care.sacrum.local.demo.DemoPractice.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over the real suite, fed once.
class DemoPracticeTest {

    /// What must be raised for each story; whoever is not named must stay calm.
    private static final Map<Integer, Set<String>> RAISED = Map.ofEntries(
            entry(2, Set.of("persist-t1")),
            entry(3, Set.of("nerve-root", "persist-t1")),
            entry(4, Set.of("ces-bladder")),
            entry(5, Set.of("manip-repeat")),
            entry(8, Set.of("ces-bowel")),
            entry(10, Set.of("persist-t1")),
            entry(16, Set.of("persist-t1")),
            entry(18, Set.of("persist-t1", "persist-t3")),
            entry(19, Set.of("infection-risk")),
            entry(20, Set.of("pregnancy")),
            entry(24, Set.of("inflammatory")));

    /// What a patient reads, or a clinician has seen, and the worklist need not show.
    private static final Map<Integer, Set<String>> NOT_WAITING =
            Map.of(9, Set.of("flare"), 12, Set.of("nerve-root"), 21, Set.of("load-ease"));

    private static final int SEEN = 12;
    private static final int SILENT = 6;
    private static final int BACK = 23;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PATIENTS = 24;

    @TempDir
    static Path data;

    private static StartedSuite suite;
    private static DemoPractice demo;
    private static Fed fed;
    private static HttpClient client;
    private static String clinician;
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void theSuiteRunsAndTheDemoIsFed() {
        client = HttpClient.newHttpClient();
        suite = StartedSuite.in(data);
        clinician = Tokens.demo(suite.issuer(), DemoIdentities.CLINICIAN);
        demo = new DemoPractice(suite.session(), suite.triage(), suite.issuer(), InstantSource.system());
        var outcome = demo.feed();
        assertThat(outcome).isInstanceOf(Fed.class);
        fed = (Fed) outcome;
    }

    @AfterAll
    static void theSuiteEnds() {
        if (suite != null) {
            suite.close();
        }
        client.close();
    }

    @Test
    void everyReportIsKeptWhole() {
        assertThat(fed.patients()).isEqualTo(PATIENTS);
        assertThat(fed.added()).isEqualTo(fed.reports()).isGreaterThan(900);
        assertThat(fed.curtailed()).isZero();
        assertThat(fed.evaluated()).isTrue();
    }

    @Test
    void theWorklistShowsWhoNeedsSomeoneAndNobodyElse() throws Exception {
        assertThat(open()).isEqualTo(new TreeMap<>(RAISED));
        var found = fed.worklist().stream()
                .filter(waiting -> !waiting.urgency().equals(DemoPractice.GONE_QUIET))
                .toList();
        assertThat(found)
                .extracting(Waiting::urgency)
                .containsExactly(
                        "emergency_now",
                        "emergency_now",
                        "urgent_same_day",
                        "soon",
                        "soon",
                        "routine",
                        "routine",
                        "routine",
                        "routine",
                        "routine",
                        "routine");
        assertThat(found).extracting(Waiting::number).containsExactlyInAnyOrderElementsOf(RAISED.keySet());
        assertThat(fed.others()).hasSize(PATIENTS - fed.worklist().size());
    }

    /// In the practice's hours she is on the worklist for it, at the end; outside of them she will be.
    @Test
    void whoGoesSilentIsNotHeardFromAndWhoWasIsBack() throws Exception {
        var silence = get(clinician, suite.session() + path(SILENT) + "/silence");
        assertThat(silence.path("quietDays").intValue()).isBetween(13, 14);
        assertThat(silence.path("state").asText()).isIn("silent", "quiet");
        if (silence.path("state").asText().equals("silent")) {
            var last = await().atMost(SOON)
                    .until(
                            () -> {
                                var items = get(clinician, practice() + "/worklist?limit=200")
                                        .path("items");
                                return items.get(items.size() - 1);
                            },
                            item -> item.path("patientId")
                                    .asText()
                                    .equals(DemoIdentities.patientId(SILENT).toString()));
            assertThat(last.has("urgency")).isFalse();
            assertThat(last.path("reason").asText()).startsWith("Not heard from since");
        }
        assertThat(get(clinician, suite.session() + path(BACK) + "/silence")
                        .path("state")
                        .asText())
                .isEqualTo("heard");
    }

    @Test
    void aChiropractorIsNamedOnlyWhereNothingForbidsIt() throws Exception {
        assertThat(referrals(2, "persist-t1")).contains("chiropractor");
        assertThat(referrals(3, "persist-t1")).contains("physical_therapist").doesNotContain("chiropractor");
        assertThat(referrals(3, "nerve-root")).doesNotContain("chiropractor");
        assertThat(referrals(16, "persist-t1")).contains("physical_therapist").doesNotContain("chiropractor");
    }

    @Test
    void whatTheClinicianSawIsOffTheWorklistAndKeepsItsNote() throws Exception {
        var findings = get(clinician, patient(SEEN) + "/findings");

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).path("rule").asText()).isEqualTo("nerve-root");
        assertThat(findings.get(0).path("state").asText()).isEqualTo("acknowledged");
        assertThat(findings.get(0).path("acknowledgedBy").asText()).isEqualTo(DemoIdentities.CLINICIAN);
        assertThat(findings.get(0).path("note").asText()).startsWith("Rang her");
    }

    @Test
    void aPatientReadsTheirOwnAdviceAndNobodyElses() throws Exception {
        var own = Tokens.demo(suite.issuer(), DemoIdentities.patient(8));

        assertThat(get(own, patient(8) + "/advice")
                        .path("advice")
                        .path("urgency")
                        .asText())
                .isEqualTo("emergency_now");
        assertThat(send(own, "GET", patient(4) + "/advice", null).status()).isEqualTo(404);
    }

    @Test
    void theWorklistMarksWhoWroteSomethingThatNobodyHasRead() throws Exception {
        var marked = new TreeMap<Integer, Integer>();
        for (var item : get(clinician, practice() + "/worklist?limit=200").path("items")) {
            if (item.path("unreadNotes").intValue() > 0) {
                marked.put(
                        Integer.parseInt(item.path("patientId").asText().substring(24)),
                        item.path("unreadNotes").intValue());
            }
        }

        // Only while she is on the worklist, which is in the practice's hours.
        marked.remove(SILENT, 1);
        assertThat(marked).isEqualTo(Map.of(18, 1));
    }

    @Test
    void whoWasAwayAsAgreedHasAPlanThatSaysSo() throws Exception {
        var plan = get(clinician, suite.session() + path(22) + "/prescriptions")
                .path("items")
                .get(0);

        var start = LocalDate.parse(plan.path("startDate").asText());
        assertThat(plan.path("pauses").get(0).path("from").asText())
                .isEqualTo(start.plusDays(24).toString());
        assertThat(plan.path("pauses").get(0).path("resumedOn").asText())
                .isEqualTo(start.plusDays(34).toString());
    }

    @Test
    void everyoneIsBoundByAnInvitationThatWasRedeemed() throws Exception {
        for (var story : Stories.ALL) {
            var record = get(clinician, suite.session() + path(story.number()));
            var invitations = get(clinician, suite.session() + path(story.number()) + "/invitations")
                    .path("items");

            assertThat(record.path("subject").asText()).isEqualTo(DemoIdentities.patient(story.number()));
            assertThat(record.path("responsibleClinician").asText()).isEqualTo(DemoPractice.CLINICIAN.toString());
            assertThat(invitations).hasSize(1);
            assertThat(invitations.get(0).path("state").asText()).isEqualTo("redeemed");
        }
    }

    @Test
    void aStoryMeansTheSameAtAnyHour() throws Exception {
        var now = Instant.parse("2026-11-22T00:30:00Z");
        for (var hour = 0; hour < 24; hour++) {
            var at = now.plus(Duration.ofHours(hour)).plus(Duration.ofDays(40L * hour));
            for (var story : Stories.ALL) {
                var expected = new TreeSet<>(RAISED.getOrDefault(story.number(), Set.of()));
                expected.addAll(NOT_WAITING.getOrDefault(story.number(), Set.of()));

                assertThat(simulated(story, at))
                        .as("%s at %s", story.about(), at)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void fedAgainNothingChanges() throws Exception {
        var before = everything();

        var again = demo.feed();

        assertThat(again).isInstanceOfSatisfying(Fed.class, second -> {
            // A report may have come of age between the two.
            assertThat(second.added()).isEqualTo(second.reports() - fed.reports());
            assertThat(withFindings(second)).isEqualTo(withFindings(fed));
        });
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whereNobodyAnswersItSaysSo() {
        var nowhere = URI.create("http://127.0.0.1:9");

        assertThat(new DemoPractice(nowhere, nowhere, suite.issuer(), InstantSource.system()).feed())
                .isInstanceOfSatisfying(
                        NotFed.class, outcome -> assertThat(outcome.why()).contains("127.0.0.1:9"));
        assertThat(new DemoPractice(nowhere, nowhere, nowhere, InstantSource.system()).feed())
                .isInstanceOfSatisfying(
                        NotFed.class, outcome -> assertThat(outcome.why()).contains("/token"));
    }

    /// Whether the practice is told of a silence depends on its hours.
    private static List<Waiting> withFindings(Fed of) {
        return of.worklist().stream()
                .filter(waiting -> !waiting.urgency().equals(DemoPractice.GONE_QUIET))
                .toList();
    }

    /// Every finding that was ever raised and not withdrawn, with its life; and every patient's record.
    private List<String> everything() throws Exception {
        var all = new ArrayList<String>();
        for (var story : Stories.ALL) {
            for (var finding : get(clinician, patient(story.number()) + "/findings")) {
                if (!finding.path("state").asText().equals("withdrawn")) {
                    all.add(finding.path("findingId").asText() + finding.path("state") + finding.path("headline"));
                }
            }
            all.add(get(clinician, suite.session() + path(story.number())).toString());
            all.add(get(clinician, suite.session() + path(story.number()) + "/prescriptions")
                    .toString());
        }
        return all;
    }

    private TreeMap<Integer, Set<String>> open() throws Exception {
        var open = new TreeMap<Integer, Set<String>>();
        for (var item : get(clinician, practice() + "/worklist?limit=200").path("items")) {
            if (!item.has("urgency")) {
                continue;
            }
            var rules = new TreeSet<String>();
            item.path("findings")
                    .forEach(finding -> rules.add(finding.path("rule").asText()));
            open.put(Integer.parseInt(item.path("patientId").asText().substring(24)), rules);
        }
        return open;
    }

    private List<String> referrals(int patient, String rule) throws Exception {
        var named = new ArrayList<String>();
        for (var finding : get(clinician, patient(patient) + "/findings")) {
            if (finding.path("rule").asText().equals(rule)) {
                finding.path("finding").path("referTo").forEach(each -> named.add(each.asText()));
            }
        }
        return named;
    }

    private Set<String> simulated(Story story, Instant at) throws Exception {
        var course = JsonNodeFactory.instance.objectNode();
        course.put("id", "story").put("evaluateAt", at.toString());
        course.set("patient", facts(story, at));
        var reports = course.putArray("reports");
        for (var telling : story.toldSince(story.enrolledForADemoThatBegins(at), at)) {
            reports.add(
                    telling.body(at).put("reportId", telling.id().toString()).put("receivedAt", at.toString()));
        }
        var answer = send(clinician, "POST", suite.triage() + "/simulations", course);
        assertThat(answer.status()).isEqualTo(200);
        var rules = new TreeSet<String>();
        answer.body()
                .path("findings")
                .forEach(finding -> rules.add(finding.path("rule").asText()));
        return rules;
    }

    private static ObjectNode facts(Story story, Instant at) {
        var facts = story.person().record(DemoPractice.CLINICIAN);
        facts.put(
                "ageYears",
                at.toString().substring(0, 4).transform(Integer::parseInt)
                        - story.person().birthYear());
        facts.remove(List.of("responsibleClinician", "status", "birthYear", "language"));
        return facts;
    }

    private static String path(int patient) {
        return "/practices/%s/patients/%s".formatted(DemoIdentities.PRACTICE, DemoIdentities.patientId(patient));
    }

    private String practice() {
        return suite.triage() + "/practices/" + DemoIdentities.PRACTICE;
    }

    private String patient(int number) {
        return suite.triage() + path(number);
    }

    private JsonNode get(String token, String where) throws Exception {
        var answer = send(token, "GET", where, null);
        assertThat(answer.status()).as(where).isEqualTo(200);
        return answer.body();
    }

    private record Answer(int status, JsonNode body) {}

    private Answer send(String token, String method, String where, JsonNode body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(where))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }
}
