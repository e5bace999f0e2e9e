package care.sacrum.local.demo;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
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
import java.time.DayOfWeek;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Over the real suite, fed once.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
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
    private static final Map<Integer, Set<String>> NOT_WAITING = Map.of(
            9, Set.of("flare"),
            12, Set.of("nerve-root"),
            14, Set.of("nonspinal"),
            21, Set.of("load-ease"),
            22, Set.of("nonspinal"),
            27, Set.of("ces-saddle"));

    /// Of whom too little of the last seven days was done: who stopped for the pain, who told nothing, after a good
    /// week
    /// or a red flag, who tells of mornings only, and who is back.
    private static final Set<Integer> LAPSED = Set.of(3, 6, 10, 23, 27);
    private static final Set<Integer> LOW_AND_ON_HOLD = Set.of(3, 27);

    private static final int SEEN = 12;
    private static final int SILENT = 6;
    private static final int SILENT_AFTER_A_RED_FLAG = 27;
    private static final int BACK = 23;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PATIENTS = 27;
    private static final Set<Integer> AMERICANS = Set.of(25, 26);

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
        demo = new DemoPractice(
                suite.content(), suite.session(), suite.triage(), suite.issuer(), InstantSource.system());
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
        assertThat(fed.patients()).isEqualTo(PATIENTS + AMERICANS.size());
        assertThat(fed.added()).isEqualTo(fed.reports()).isGreaterThan(900);
        assertThat(fed.curtailed()).isZero();
        assertThat(fed.evaluated()).isTrue();
    }

    @Test
    void theWorklistShowsWhoNeedsSomeoneAndNobodyElse() throws Exception {
        assertThat(open()).isEqualTo(new TreeMap<>(RAISED));
        var found = fed.worklist().stream()
                .filter(waiting -> !Set.of(DemoPractice.GONE_QUIET, DemoPractice.PLAN_LAPSED, DemoPractice.NOTE_UNREAD)
                        .contains(waiting.urgency()))
                .toList();
        // Before she was away, one wrote a note that nobody has read; so did who goes silent, which is told in hours.
        assertThat(fed.worklist())
                .filteredOn(waiting -> waiting.urgency().equals(DemoPractice.NOTE_UNREAD))
                .extracting(Waiting::number)
                .contains(22)
                .isSubsetOf(SILENT, 22);
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
        // Also in the practice's hours, when a silence was told of whoever is back.
        assertThat(fed.worklist().stream().filter(waiting -> waiting.urgency().equals(DemoPractice.GONE_QUIET)))
                .extracting(Waiting::number)
                .isSubsetOf(SILENT_AFTER_A_RED_FLAG, SILENT);
    }

    /// The practice opens, so that it is told: behind every finding.
    @Test
    void whoGoesSilentIsNotHeardFromAndWhoWasIsBack() throws Exception {
        assertThat(silence(SILENT).path("quietDays").intValue()).isBetween(13, 14);
        assertThat(silence(SILENT).path("state").asText()).isIn("silent", "quiet");

        atAnyHour(() -> {
            await().atMost(SOON)
                    .until(() -> silence(SILENT).path("state").asText().equals("silent"));
            var last = await().atMost(SOON)
                    .until(
                            () -> {
                                // Behind those who went quiet stand plans that have lapsed.
                                var quiet = new ArrayList<JsonNode>();
                                for (var item : get(clinician, practice() + "/worklist?limit=200")
                                        .path("items")) {
                                    if (item.has("silence") || item.has("urgency")) {
                                        quiet.add(item);
                                    }
                                }
                                return quiet.getLast();
                            },
                            item -> number(item) == SILENT);
            assertThat(last.has("urgency")).isFalse();
            assertThat(last.path("reason").asText()).startsWith("Not heard from since");
        });
        assertThat(silence(BACK).path("state").asText()).isEqualTo("heard");
    }

    @Test
    void whoIsSilentAfterARedFlagStandsFarAboveWhoIsSilentAfterAGoodWeek() throws Exception {
        atAnyHour(() -> {
            var quiet = await().atMost(SOON).until(this::quiet, each -> each.size() == 2);
            assertThat(quiet).extracting(DemoPracticeTest::number).containsExactly(SILENT_AFTER_A_RED_FLAG, SILENT);
            assertThat(quiet.getFirst().path("silence").path("afterRedFlag").asBoolean())
                    .isTrue();
            assertThat(quiet.getLast().path("silence").path("afterRedFlag").asBoolean())
                    .isFalse();
        });
    }

    private List<JsonNode> quiet() throws Exception {
        var quiet = new ArrayList<JsonNode>();
        for (var item : get(clinician, practice() + "/worklist?limit=200").path("items")) {
            if (item.has("silence") && !item.has("urgency")) {
                quiet.add(item);
            }
        }
        return quiet;
    }

    @Test
    void plansOfNamedDaysTwiceADayChangedInMidCourseAndSideBySideAreReckonedWith() throws Exception {
        var changed = enrolled(28).plusDays(24);
        for (var day : days(28, changed.minusDays(7), changed.plusDays(6))) {
            var date = LocalDate.parse(day.path("day").asText());
            var weekday = date.getDayOfWeek();
            var expected = date.isBefore(changed)
                    ? Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)
                                    .contains(weekday)
                            ? 2
                            : 0
                    : Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(weekday) ? 0 : 1;
            assertThat(expected(day)).as("%s", date).isEqualTo(expected);
        }
        assertThat(get(clinician, suite.session() + path(29) + "/prescriptions").path("items"))
                .hasSize(2);
        for (var day : days(29, enrolled(29).plusDays(7), enrolled(29).plusDays(20))) {
            assertThat(day.path("prescriptions")).as(day.path("day").asText()).hasSize(2);
        }
    }

    private JsonNode days(int patient, LocalDate from, LocalDate to) throws Exception {
        return get(clinician, suite.session() + path(patient) + "/adherence/explanation?from=" + from + "&to=" + to)
                .path("days");
    }

    private static int expected(JsonNode day) {
        var expected = 0;
        for (var prescription : day.path("prescriptions")) {
            expected += prescription.path("expected").intValue();
        }
        return expected;
    }

    @Test
    void aChiropractorIsNamedOnlyWhereNothingForbidsIt() throws Exception {
        assertThat(referrals(2, "persist-t1")).contains("chiropractor");
        assertThat(referrals(3, "persist-t1")).contains("physical_therapist").doesNotContain("chiropractor");
        assertThat(referrals(3, "nerve-root")).doesNotContain("chiropractor");
        assertThat(referrals(16, "persist-t1")).contains("physical_therapist").doesNotContain("chiropractor");
    }

    @Test
    void whatTheClinicianSawIsClosedAndSaysWhatCameOfIt() throws Exception {
        var seen = only(SEEN, "nerve-root");
        assertThat(seen.path("acknowledgedBy").asText()).isEqualTo(DemoIdentities.CLINICIAN);
        assertThat(seen.path("note").asText()).startsWith("Rang her");

        var came = new TreeMap<Integer, String>();
        for (var each : Treatment.SEEN) {
            var finding = only(each.patient(), each.rule());
            came.put(
                    each.patient(),
                    finding.path("state").asText() + " "
                            + finding.path("outcome").asText("-"));
        }
        assertThat(came)
                .isEqualTo(Map.of(
                        12,
                        "closed seen",
                        14,
                        "closed referred",
                        21,
                        "acknowledged -",
                        22,
                        "closed false_alarm",
                        27,
                        "closed referred"));
        assertThat(steps(SEEN)).contains("raised", "acknowledged", "closed");
    }

    @Test
    void whatIsTakenOnAndNotClosedAwaitsItsOutcome() throws Exception {
        var awaiting = get(clinician, practice() + "/worklist/awaiting-outcome").path("items");

        assertThat(awaiting).hasSize(1);
        assertThat(number(awaiting.get(0))).isEqualTo(21);
        assertThat(awaiting.get(0).path("rule").asText()).isEqualTo("load-ease");
    }

    @Test
    void programmesAreReleasedWithAReasonAndOneThatIsNotStaysOnHold() throws Exception {
        for (var released : List.of(12, 22)) {
            var programme = get(clinician, patient(released) + "/programme");
            assertThat(programme.has("hold")).as("%d", released).isFalse();
            assertThat(programme.path("released").path("releasedBy").asText()).isEqualTo(DemoIdentities.CLINICIAN);
            assertThat(programme.path("released").path("reason").asText()).isNotBlank();
        }
        assertThat(get(clinician, patient(14) + "/programme").path("state").asText())
                .isEqualTo("hold");
        var held = new TreeSet<Integer>();
        get(clinician, practice() + "/programme-holds?limit=200").path("items").forEach(each -> held.add(number(each)));
        assertThat(held).contains(3, 4, 8, 14, 19, 27).doesNotContain(12, 22);
        await().atMost(SOON)
                .until(() -> get(clinician, suite.session() + path(14))
                        .path("programme")
                        .path("state")
                        .asText()
                        .equals("hold"));
    }

    /// One person's view: the lead's has both findings.
    @Test
    void oneFindingIsPutOffByTheClinicianAloneAndTheOtherKeepsThePatientInSight() throws Exception {
        var lead = Tokens.demo(suite.issuer(), DemoIdentities.LEAD);
        var now = Instant.now();

        var put = findings(3).stream()
                .filter(finding -> finding.has("snoozedUntil"))
                .toList();
        assertThat(put).extracting(finding -> finding.path("rule").asText()).containsExactly("persist-t1");
        assertThat(Instant.parse(put.getFirst().path("snoozedUntil").asText()))
                .isBetween(now.plus(Duration.ofDays(6)), now.plus(Duration.ofDays(7)));
        assertThat(put.getFirst().path("deliveredBy").asText()).isEqualTo(DemoIdentities.CLINICIAN);
        assertThat(open()).containsEntry(3, Set.of("nerve-root", "persist-t1"));
        get(lead, patient(3) + "/findings")
                .forEach(finding -> assertThat(finding.has("snoozedUntil")).isFalse());
    }

    @Test
    void excusedDaysSayByWhomAndLowerWhatIsExpected() throws Exception {
        var said = new TreeMap<Integer, String>();
        for (var story : Stories.ALL) {
            for (var excuse : get(clinician, suite.session() + path(story.number()) + "/excuses")
                    .path("items")) {
                said.put(
                        story.number(),
                        excuse.path("reason").asText() + " by "
                                + excuse.path("saidBy").asText());
            }
        }
        assertThat(said)
                .isEqualTo(Map.of(
                        1,
                        "illness by patient",
                        12,
                        "clinician by staff",
                        20,
                        "clinician by staff",
                        24,
                        "holiday by staff"));

        var start = enrolled(1);
        var days = get(
                        clinician,
                        suite.session() + path(1) + "/adherence/explanation?from=" + start.plusDays(38) + "&to="
                                + start.plusDays(40))
                .path("days");
        assertThat(days).hasSize(3);
        for (var day : days) {
            assertThat(day.path("prescriptions").get(0).path("why").asText()).isEqualTo("excused");
            assertThat(day.path("prescriptions").get(0).path("expected").intValue())
                    .isZero();
        }
    }

    /// The figure is there at any hour; the practice is told when somebody is there, so it opens.
    /// While on hold no lapse is told: of those who are, it was told or not by which came first,
    /// since the demo feeds weeks in a minute.
    @Test
    void aPlanThatIsNoLongerFollowedIsToldOnceSomebodyIsThere() throws Exception {
        var low = await().atMost(SOON).until(this::low, each -> each.containsAll(LAPSED));
        assertThat(low).isEqualTo(LAPSED);

        atAnyHour(() -> {
            for (var patient : LAPSED) {
                if (!LOW_AND_ON_HOLD.contains(patient)) {
                    await().atMost(SOON).until(() -> silence(patient).has("lapsedAt"));
                }
            }
            for (var patient : List.of(1, 2, 11, 12, 15, 20)) {
                assertThat(silence(patient).has("lapsedAt")).as("%d", patient).isFalse();
            }
        });
    }

    @Test
    void somebodyFollowsThePlanBetterThanBeforeAndSomeFellOff() throws Exception {
        assertThat(await().atMost(SOON).until(() -> trend("improved"), each -> !each.isEmpty()))
                .contains(13)
                .doesNotContainAnyElementsOf(LAPSED);
        assertThat(await().atMost(SOON).until(() -> trend("fell_off"), each -> each.size() > 1))
                .contains(SILENT, BACK);
    }

    @Test
    void whoHasRecoveredHasAPlanThatEndedAndIsNeitherSilentNorLapsed() throws Exception {
        var plan = get(clinician, suite.session() + path(15) + "/prescriptions")
                .path("items")
                .get(0);

        assertThat(plan.path("endDate").asText())
                .isEqualTo(enrolled(15).plusDays(33).toString());
        assertThat(silence(15).path("state").asText()).isEqualTo("not_counted");
    }

    @Test
    void thePracticeHasContentOfItsOwnAndAPatientFollowsIt() throws Exception {
        var own = suite.content() + "/practices/" + DemoIdentities.PRACTICE;
        var patient = Tokens.demo(suite.issuer(), DemoIdentities.patient(11));

        assertThat(get(patient, own + "/programmes/" + OwnContent.PROGRAMME)
                        .path("title")
                        .asText())
                .isEqualTo("Two slow moves");
        assertThat(get(clinician, own + "/articles/" + OwnContent.ARTICLE)
                        .path("title")
                        .asText())
                .isEqualTo("Before your visit");
        assertThat(send(american(), "GET", own + "/articles/" + OwnContent.ARTICLE, null)
                        .status())
                .isEqualTo(404);
        assertThat(get(patient, suite.session() + path(11) + "/prescriptions")
                        .path("items")
                        .get(0)
                        .path("programme")
                        .asText())
                .isEqualTo(OwnContent.PROGRAMME);
    }

    @Test
    void theAmericanPracticeHasCandidatesWithTheirEvidenceAndTheOtherHasNone() throws Exception {
        var everyDay = monitored(25);
        var windows = everyDay.path("episodes").get(0).path("windows");
        assertThat(windows.get(0).path("candidate").asText()).isEqualTo("98977");
        assertThat(windows.get(0).path("days")).hasSize(30);
        assertThat(windows.get(1).path("candidate").asText()).isEqualTo("98985");
        assertThat(everyDay.path("says").asText()).startsWith("Candidates only");
        assertThat(codes(everyDay)).containsExactly("98980", "98981");

        var everyThird = monitored(26);
        assertThat(everyThird
                        .path("episodes")
                        .get(0)
                        .path("windows")
                        .get(0)
                        .path("candidate")
                        .asText())
                .isEqualTo("98985");
        assertThat(codes(everyThird)).containsExactly("98979");

        assertThat(send(
                                clinician,
                                "GET",
                                suite.session() + "/practices/" + DemoIdentities.PRACTICE + "/monitoring/candidates",
                                null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void nobodyOfTheOnePracticeSeesTheOther() throws Exception {
        assertThat(send(american(), "GET", suite.session() + path(1), null).status())
                .isEqualTo(404);
        assertThat(send(clinician, "GET", americanPatient(25), null).status()).isEqualTo(404);
        // In its hours a plan of its own may have lapsed.
        assertThat(get(american(), suite.triage() + "/practices/" + DemoIdentities.AMERICAN_PRACTICE + "/worklist")
                        .path("items"))
                .allMatch(item -> AMERICANS.contains(number(item)) && !item.has("urgency"));
    }

    @Test
    void onePatientsHistoryWasPublishedAgain() throws Exception {
        var lead = Tokens.demo(suite.issuer(), DemoIdentities.LEAD);
        var replays = suite.session() + "/practices/" + DemoIdentities.PRACTICE + "/replays";

        var done = await().atMost(SOON)
                .until(
                        () -> get(lead, replays).path("items"),
                        items -> items.size() == 1
                                && items.get(0).path("status").asText().equals("done"));
        assertThat(done.get(0).path("patientId").asText())
                .isEqualTo(
                        DemoIdentities.patientId(DemoPractice.REPLAYED_PATIENT).toString());
        assertThat(done.get(0).path("events").intValue()).isGreaterThan(40);
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
            // Others are there only in the practice's hours, for a silence or a lapse.
            if (item.path("unreadNotes").intValue() > 0 && item.has("urgency")) {
                marked.put(number(item), item.path("unreadNotes").intValue());
            }
        }

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
            assertThat(record.path("responsibleClinician").asText())
                    .isEqualTo(Clinic.HOME.clinicianId().toString());
            assertThat(invitations).hasSize(1);
            assertThat(invitations.get(0).path("state").asText()).isEqualTo("redeemed");
        }
    }

    @Test
    void aStoryMeansTheSameAtAnyHour() throws Exception {
        var now = Instant.parse("2026-11-22T00:30:00Z");
        for (var hour = 0; hour < 24; hour++) {
            var at = now.plus(Duration.ofHours(hour)).plus(Duration.ofDays(40L * hour));
            for (var story : everyone()) {
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

        assertThat(new DemoPractice(nowhere, nowhere, nowhere, suite.issuer(), InstantSource.system()).feed())
                .isInstanceOfSatisfying(
                        NotFed.class, outcome -> assertThat(outcome.why()).contains("127.0.0.1:9"));
        assertThat(new DemoPractice(nowhere, nowhere, nowhere, nowhere, InstantSource.system()).feed())
                .isInstanceOfSatisfying(
                        NotFed.class, outcome -> assertThat(outcome.why()).contains("/token"));
    }

    /// Last, since a document's commands change the practice.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "content-service/README.md",
                "session-service/README.md",
                "triage-service/README.md",
                "docs/operations.md"
            })
    @Order(Integer.MAX_VALUE)
    void aStrangerFollowsADocumentAndEveryCommandWorks(String document) throws Exception {
        assumeThat(Walk.isPossible()).as("there is a curl on this machine").isTrue();
        var home = Path.of("").toAbsolutePath().getParent();
        var ports = Map.of(
                "localhost:8081", suite.content().getAuthority(),
                "localhost:8082", suite.session().getAuthority(),
                "localhost:8083", suite.triage().getAuthority(),
                "localhost:8084", suite.issuer().getAuthority());

        new Walk(data.resolve("walk").resolve(document.replace('/', '-')), ports).through(home.resolve(document));
    }

    /// Whether the practice is told of a silence or a lapse depends on its hours.
    private static List<Waiting> withFindings(Fed of) {
        return of.worklist().stream()
                .filter(waiting -> !waiting.urgency().equals(DemoPractice.GONE_QUIET)
                        && !waiting.urgency().equals(DemoPractice.PLAN_LAPSED))
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
            open.put(number(item), rules);
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
        var facts = story.person().record(Clinic.HOME.clinicianId());
        facts.put(
                "ageYears",
                at.toString().substring(0, 4).transform(Integer::parseInt)
                        - story.person().birthYear());
        facts.remove(List.of("responsibleClinician", "status", "birthYear", "language"));
        return facts;
    }

    private interface Step {
        void go() throws Exception;
    }

    /// As if it were the practice's hours, whatever the hour.
    private void atAnyHour(Step step) throws Exception {
        var lead = Tokens.demo(suite.issuer(), DemoIdentities.LEAD);
        var practice = suite.session() + "/practices/" + DemoIdentities.PRACTICE;
        var alwaysOpen = Clinic.HOME.record();
        var hours = alwaysOpen.putArray("hours");
        for (var day : List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
            hours.addObject().put("day", day).put("opens", "00:00").put("closes", "24:00");
        }
        change(lead, practice, alwaysOpen);
        try {
            step.go();
        } finally {
            change(lead, practice, Clinic.HOME.record());
        }
    }

    private Set<Integer> low() throws Exception {
        var low = new TreeSet<Integer>();
        for (var patient : get(
                        clinician, suite.session() + "/practices/" + DemoIdentities.PRACTICE + "/adherence?limit=200")
                .path("items")) {
            if (patient.path("sevenDays").path("percent").asInt(100) < DemoPractice.LAPSE_BELOW_PERCENT) {
                low.add(number(patient));
            }
        }
        return low;
    }

    private Set<Integer> trend(String word) throws Exception {
        var found = new TreeSet<Integer>();
        get(clinician, suite.session() + "/practices/" + DemoIdentities.PRACTICE + "/adherence?limit=200&trend=" + word)
                .path("items")
                .forEach(patient -> found.add(number(patient)));
        return found;
    }

    private JsonNode silence(int patient) throws Exception {
        return get(clinician, suite.session() + path(patient) + "/silence");
    }

    private LocalDate enrolled(int patient) throws Exception {
        var first = LocalDate.MAX;
        for (var plan : get(clinician, suite.session() + path(patient) + "/prescriptions")
                .path("items")) {
            var start = LocalDate.parse(plan.path("startDate").asText());
            first = start.isBefore(first) ? start : first;
        }
        return first;
    }

    private List<JsonNode> findings(int patient) throws Exception {
        var findings = new ArrayList<JsonNode>();
        get(clinician, patient(patient) + "/findings").forEach(findings::add);
        return findings;
    }

    private JsonNode only(int patient, String rule) throws Exception {
        var findings = findings(patient);
        assertThat(findings)
                .extracting(finding -> finding.path("rule").asText())
                .containsExactly(rule);
        return findings.getFirst();
    }

    private List<String> steps(int patient) throws Exception {
        var steps = new ArrayList<String>();
        get(clinician, patient(patient) + "/trail")
                .path("steps")
                .forEach(step -> steps.add(step.path("step").asText()));
        return steps;
    }

    private JsonNode monitored(int american) throws Exception {
        var story = Stories.AMERICAN.stream()
                .filter(each -> each.number() == american)
                .findFirst()
                .orElseThrow();
        var from = LocalDate.parse(get(american(), americanPatient(story.number()) + "/prescriptions")
                .path("items")
                .get(0)
                .path("startDate")
                .asText());
        return get(american(), americanPatient(american) + "/monitoring?from=" + from + "&to=" + from.plusDays(43));
    }

    private static List<String> codes(JsonNode monitored) {
        var codes = new ArrayList<String>();
        monitored
                .path("months")
                .forEach(month -> month.path("candidates")
                        .forEach(candidate -> codes.add(candidate.path("code").asText())));
        return codes;
    }

    private String american() {
        return Tokens.demo(suite.issuer(), DemoIdentities.AMERICAN_CLINICIAN);
    }

    private String americanPatient(int number) {
        return suite.session()
                + "/practices/%s/patients/%s"
                        .formatted(DemoIdentities.AMERICAN_PRACTICE, DemoIdentities.patientId(number));
    }

    private static List<Story> everyone() {
        return Stream.concat(Stories.ALL.stream(), Stories.AMERICAN.stream()).toList();
    }

    /// Of whom that is.
    private static int number(JsonNode item) {
        return Integer.parseInt(item.path("patientId").asText().substring(24));
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

    private void change(String token, String where, JsonNode body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(where))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .PUT(BodyPublishers.ofString(body.toString()))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

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
