package care.sacrum.session.silence;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.session.Contracts;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import care.sacrum.session.Publisher;
import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class SignalsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TOPIC = "sacrum.session.v1";
    private static final String ALWAYS_OPEN =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday").stream()
                    .map(day -> "{\"day\": \"%s\", \"opens\": \"00:00\", \"closes\": \"24:00\"}".formatted(day))
                    .toList()
                    .toString();

    @Inject
    Signals signals;

    @Inject
    SignalWatches watches;

    @Inject
    AgroalDataSource database;

    /// Whatever a test records is recorded by then.
    private final Instant now = Instant.now().plus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.SECONDS);

    private Course course;

    @BeforeEach
    void aPracticeThatNeverCloses() {
        Publisher.publishesTheUsual();
        course = Course.begin();
        practice(ALWAYS_OPEN);
    }

    private void practice(String hours) {
        as(course.lead())
                .header("If-Match", "*")
                .body("""
                        {"name": "By the park", "country": "GB", "timeZone": "Europe/London", "emergencyNumber": "999",
                         "hours": %s}""".formatted(hours))
                .put("/practices/{p}", course.practice())
                .then()
                .statusCode(200);
    }

    @Test
    void whoHasToldNothingForFiveDaysIsToldOnceAndIsBackWithTheNextReport() {
        planned(course, 40);
        reports(course, 6);
        signals.lookAt(now);
        signals.lookAt(now.plusSeconds(60));
        signals.lookAt(now.plus(Duration.ofDays(2)));

        silence(course)
                .body("state", is("silent"))
                .body("quietDays", is(6))
                .body("says", containsString("Not heard from for 6 days"))
                .body("neverHeard", is(false));
        silent().body("items.patientId", contains(course.patient().toString()));

        reports(course, 0);
        signals.lookAt(now.plusSeconds(90));

        silence(course).body("state", is("heard")).body("silentAt", nullValue());
        silent().body("items", hasSize(0));
        var told = told(course, 2);
        assertThat(told).extracting(TestTopic.Message::type).containsExactly(PatientSilent.TYPE, PatientBack.TYPE);
        told.forEach(message ->
                assertThat(Contracts.faults(message.type(), message.value())).isEmpty());
        assertThat(data(told.getFirst()).path("synced").booleanValue()).isTrue();
        assertThat(data(told.getLast()).path("earlierDaysOnly").booleanValue()).isFalse();
        assertThat(told.getFirst().headers().toString()).doesNotContain("quiet").doesNotContain("observed");
    }

    @Test
    void aLateUploadOfAnOldSessionIsASyncAndEndsNoSilence() {
        planned(course, 40);
        reports(course, 11);
        signals.lookAt(now);
        uploads(course, 25);
        signals.lookAt(now.plusSeconds(60));

        assertThat(waitsToBeLookedAt()).isZero();
        silence(course)
                .body("state", is("silent"))
                .body("silentAt", notNullValue())
                .body("quietDays", is(11))
                .body("quietSince", is(london(11).toString()))
                .body("lastObservedAt", startsWith(london(11).toString()))
                .body("says", is("Not heard from for 11 days; the phone has synced since and brought nothing newer."));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> overview().body("silent", is(1)).body("items.silentDays", contains(11)));
        assertThat(kept(course, PatientBack.TYPE)).isZero();
    }

    @Test
    void anUploadThatComesInPartsEndsASilenceWithTheFirstPartOfTheLastDaysAndCountsFromIt() {
        planned(course, 40);
        reports(course, 11);
        signals.lookAt(now);
        uploads(course, 25, 12);
        signals.lookAt(now.plusSeconds(60));
        uploads(course, 9, 8);
        signals.lookAt(now.plusSeconds(120));

        silence(course).body("state", is("silent")).body("quietDays", is(8));
        assertThat(kept(course, PatientBack.TYPE)).isZero();

        uploads(course, 4, 20);
        signals.lookAt(now.plusSeconds(180));

        silence(course).body("state", is("heard")).body("quietDays", is(4));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> overview().body("silent", is(0)).body("items.silentDays", contains(4)));
        var back = data(told(course, 2).getLast());
        assertThat(back.path("earlierDaysOnly").booleanValue()).isFalse();
        assertThat(back.path("lastSessionDay").asText()).isEqualTo(london(4).toString());

        signals.lookAt(now.plus(Duration.ofDays(1)));
        var again = told(course, 3).getLast();
        assertThat(again.type()).isEqualTo(PatientSilent.TYPE);
        assertThat(data(again).path("silence").intValue()).isEqualTo(2);
        assertThat(data(again).path("quietDays").intValue()).isEqualTo(5);
    }

    /// One batch of the patient's phone, of sessions of so many days ago.
    private void uploads(Course of, int... daysAgo) {
        var sessions = IntStream.of(daysAgo)
                .mapToObj(ago -> """
                        {"reportId": "%s", "kind": "session", "observedAt": "%s", "observedTimeZone": "Europe/London"}""".formatted(
                        UUID.randomUUID(), now.atZone(LONDON).minusDays(ago).toInstant()))
                .collect(Collectors.joining(", "));
        as(of.own())
                .body("{\"reports\": [" + sessions + "]}")
                .post(of.path() + "/reports")
                .then()
                .statusCode(200);
    }

    @Test
    void anOldDiaryThatThePracticeTypesInEndsNoSilenceAndIsLookedAtOnce() {
        planned(course, 40);
        reports(course, 12);
        signals.lookAt(now);
        typesIn(course, 9);
        signals.lookAt(now.plusSeconds(60));

        assertThat(waitsToBeLookedAt()).isZero();
        silence(course).body("state", is("silent")).body("quietDays", is(9));
        assertThat(kept(course, PatientBack.TYPE)).isZero();

        typesIn(course, 4);
        signals.lookAt(now.plusSeconds(120));

        silence(course).body("state", is("heard"));
        var back = data(told(course, 2).getLast());
        assertThat(back.path("earlierDaysOnly").booleanValue()).isFalse();
        assertThat(back.path("lastSessionDay").asText()).isEqualTo(london(4).toString());
    }

    @Test
    void whatThePracticeTypesInOrCorrectsIsNoSyncAndACorrectionNoSignOfThePatient() {
        planned(course, 40);
        var typed = typesIn(course, 9);
        corrects(course, typed);
        signals.lookAt(now);

        silence(course)
                .body("state", is("silent"))
                .body("quietDays", is(9))
                .body("neverHeard", is(false))
                .body("lastSyncedAt", nullValue())
                .body("says", is("Not heard from for 9 days; the phone has not synced either."));
        var silent = data(told(course, 1).getFirst());
        assertThat(silent.path("synced").booleanValue()).isFalse();
        assertThat(silent.has("lastSyncedAt")).isFalse();
        assertThat(silent.path("lastObservedAt").asText()).startsWith(london(9).toString());

        corrects(course, typed);
        signals.lookAt(now.plusSeconds(60));
        silence(course).body("state", is("silent"));
        assertThat(waitsToBeLookedAt()).isZero();
    }

    @Test
    void manyOldDiariesKeepNobodyFromComingBack() {
        var typedIn = new ArrayList<Course>();
        for (int i = 0; i < 45; i++) {
            var each = course.withAnotherPatient();
            quiet(each);
            typedIn.add(each);
        }
        signals.lookAt(now);
        quiet(course);
        signals.lookAt(now.plusSeconds(30));
        typedIn.forEach(each -> typesIn(each, 8));
        reports(course, 0);

        signals.lookAt(now.plusSeconds(60));

        silence(course).body("state", is("heard"));
        assertThat(typedIn).allMatch(each -> kept(each, PatientBack.TYPE) == 0);
        assertThat(waitsToBeLookedAt()).isZero();
    }

    /// Silent patients of the practice of whom something came, as the next look finds them.
    private int waitsToBeLookedAt() {
        return QuarkusTransaction.requiringNew().call(() -> (int) watches.lockReturned(now, 1000).stream()
                .filter(watch -> watch.key().practice().equals(course.practice()))
                .count());
    }

    @Test
    void aNewlyEnrolledPatientWhoNeverReportedIsNeverHeardFrom() {
        planned(course, 40);
        signals.lookAt(now.plus(Duration.ofDays(4)));
        assertThat(kept(course)).isZero();
        signals.lookAt(now.plus(Duration.ofDays(5)));

        silence(course).body("silentAt", notNullValue()).body("neverHeard", is(true));
        silent().body("items[0].says", containsString("Never heard from"));
        var silent = data(told(course, 1).getFirst());
        assertThat(silent.path("neverHeard").booleanValue()).isTrue();
        assertThat(silent.has("lastObservedAt")).isFalse();
    }

    @Test
    void nobodyIsSilentWithoutAPlanBeforeItStartsOrWhoIsNoLongerTreated() {
        signals.lookAt(now.plus(Duration.ofDays(30)));
        silence(course)
                .body("state", is("not_counted"))
                .body("says", is("Nothing is expected at present: no plan covers today."));

        planned(course, -3);
        signals.lookAt(now.plus(Duration.ofDays(2)));
        silence(course).body("state", is("not_counted"));

        var discharged = course.withAnotherPatient();
        quiet(discharged);
        status(discharged, "discharged");
        signals.lookAt(now.plusSeconds(30));
        silence(discharged)
                .body("state", is("not_counted"))
                .body("says", is("Nothing is expected at present: the patient was discharged."));
        silent().body("items", hasSize(0));
        assertThat(kept(course) + kept(discharged)).isZero();
    }

    @Test
    void aSilentPatientWhoIsPausedEndsTheSilenceAndIsCountedFromTheDayOnWhichItGoesOn() {
        quiet(course);
        signals.lookAt(now);
        status(course, "paused");
        signals.lookAt(now.plusSeconds(60));
        silence(course).body("state", is("not_counted"));

        status(course, "active");
        signals.lookAt(now.plusSeconds(120));
        silence(course).body("state", is("heard")).body("quietDays", is(0));
        assertThat(kept(course)).isOne();

        signals.lookAt(now.plus(Duration.ofDays(5)));
        assertThat(kept(course)).isEqualTo(2);
    }

    @Test
    void whatIsDueWhileNobodyIsThereWaitsForTheNextOpening() {
        practice(openInTwoDays());
        quiet(course);
        signals.lookAt(now);
        silence(course).body("state", is("quiet"));

        var opening = now.atZone(LONDON)
                .toLocalDate()
                .plusDays(2)
                .atTime(10, 0)
                .atZone(LONDON)
                .toInstant();
        signals.lookAt(opening.minusSeconds(1));
        assertThat(kept(course)).isZero();
        signals.lookAt(opening);
        silence(course).body("state", is("silent"));
    }

    private String openInTwoDays() {
        return "[{\"day\": \"%s\", \"opens\": \"10:00\", \"closes\": \"11:00\"}]"
                .formatted(now.atZone(LONDON).plusDays(2).getDayOfWeek().name().toLowerCase(Locale.ROOT));
    }

    @Test
    void aPhoneWithAClockOfAnotherYearIsHeardFromAllTheSame() {
        planned(course, 40);
        for (int i = 0; i < 40; i++) {
            course.logs("\"observedAt\": \"2029-02-05T18:%02d:00Z\"".formatted(i))
                    .statusCode(201);
        }
        signals.lookAt(Instant.now());

        silence(course).body("state", is("heard")).body("quietDays", is(0));
    }

    @Test
    void thePracticeSetsItsThresholdsWithinBounds() {
        var mine = "/practices/" + course.practice() + "/signals";
        as(course.clinician())
                .get(mine)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("silentAfterDays", is(5))
                .body("workingHours.assumed", is(false));
        as(course.lead()).body(Thresholds.EXAMPLE).put(mine).then().statusCode(428);
        as(course.lead())
                .header("If-Match", "\"0\"")
                .body(Thresholds.EXAMPLE)
                .put(mine)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("silentAfterDays", is(7));
        as(course.lead()).body(Thresholds.EXAMPLE).put(mine).then().statusCode(200);
        as(course.lead())
                .header("If-Match", "\"0\"")
                .body(Thresholds.EXAMPLE.replace("7", "8"))
                .put(mine)
                .then()
                .statusCode(412);
        for (var wrong : List.of(
                Thresholds.EXAMPLE.replace("\"silentAfterDays\": 7", "\"silentAfterDays\": 1"),
                Thresholds.EXAMPLE.replace("\"silentAfterDays\": 7", "\"silentAfterDays\": 31"),
                Thresholds.EXAMPLE.replace("40", "9"),
                Thresholds.EXAMPLE.replace("40", "91"),
                Thresholds.EXAMPLE.replace("\"lapseWindowDays\": 30", "\"lapseWindowDays\": 14"),
                Thresholds.EXAMPLE.replace("\"lapseExpectedAtLeast\": 5", "\"lapseExpectedAtLeast\": 0"),
                "{}")) {
            as(course.lead())
                    .header("If-Match", "*")
                    .body(wrong)
                    .put(mine)
                    .then()
                    .statusCode(422);
        }
        as(course.lead())
                .header("If-Match", "*")
                .body("{\"silentAfterDays\": 1, \"lapseBelowPercent\": 9, \"lapseWindowDays\": 8}")
                .put(mine)
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        contains("lapseBelowPercent", "lapseExpectedAtLeast", "lapseWindowDays", "silentAfterDays"))
                .body("errors.why[2]", is("must be 7 or 30"));

        planned(course, 40);
        reports(course, 6);
        signals.lookAt(now);
        silence(course).body("state", is("heard")).body("silentAfterDays", is(7));
    }

    @Test
    void hoursThatNobodySaidAreAssumedAndTheAnswerSaysSo() {
        var another = Course.begin();

        as(another.clinician())
                .get("/practices/" + another.practice() + "/signals")
                .then()
                .statusCode(200)
                .body("workingHours.assumed", is(true))
                .body("workingHours.timeZone", is("Europe/London"))
                .body("workingHours.open[0]", is("monday 08:00 to 18:00"))
                .body("workingHours.open", hasSize(5));
    }

    @Test
    void theSilentArePagedWithoutAGapAndOfThoseToldTogetherTheLongestQuietFirst() {
        var patients = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var each = course.withAnotherPatient();
            planned(each, 40);
            reports(each, 9 + (i * 2) % 5);
            patients.add(each.patient().toString());
        }
        signals.lookAt(now);
        // 9, 11, 13, 10, 12 days ago.
        var longestQuietFirst =
                List.of(patients.get(2), patients.get(4), patients.get(1), patients.get(3), patients.get(0));

        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = as(course.clinician())
                    .get("/practices/" + course.practice() + "/silent-patients?limit=2&after=" + next)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.patientId"));
            next = page.path("next");
        } while (next != null);
        assertThat(seen).isEqualTo(longestQuietFirst);
    }

    /// Two instances look at the same patients over and over while the connections of whichever is writing are
    /// cut, as they are when a process is killed: between the signal and its event, and between its event and
    /// the commit.
    @Test
    void twoInstancesOfWhichOneIsKilledOverAndOverTellEachSilenceOnce() throws Exception {
        var patients = new ArrayList<Course>();
        for (int i = 0; i < 120; i++) {
            var each = course.withAnotherPatient();
            quiet(each);
            patients.add(each);
        }
        var over = new AtomicBoolean();
        int killed;
        try (var threads = Executors.newFixedThreadPool(3)) {
            var killer = threads.submit(() -> killWhoeverWrites(over));
            var runs = List.<Future<?>>of(threads.submit(this::lookOverAndOver), threads.submit(this::lookOverAndOver));
            for (var run : runs) {
                run.get();
            }
            over.set(true);
            killed = killer.get();
        }
        signals.lookAt(now);

        assertThat(killed).as("transactions that were cut").isPositive();
        for (var each : patients) {
            assertThat(kept(each)).isOne();
        }
        try (var topic = TestTopic.named(TOPIC).fromTheBeginning()) {
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> topic.all(message -> isSilence(message, patients)).stream()
                                    .map(TestTopic.Message::key)
                                    .distinct()
                                    .count()
                            == patients.size());
            assertThat(topic.all(message -> isSilence(message, patients)))
                    .extracting(message -> message.headers().get("ce_id"))
                    .doesNotHaveDuplicates()
                    .hasSize(patients.size());
        }
    }

    private static boolean isSilence(TestTopic.Message message, List<Course> of) {
        return message.type().equals(PatientSilent.TYPE)
                && of.stream().anyMatch(each -> each.key().equals(message.key()));
    }

    private void lookOverAndOver() {
        for (int i = 0; i < 40; i++) {
            try {
                signals.lookAt(now);
            } catch (RuntimeException cut) {
                // As when its process was killed; the next run is that of another.
            }
        }
    }

    private int killWhoeverWrites(AtomicBoolean over) throws SQLException {
        int killed = 0;
        while (!over.get() && killed < 8) {
            try (var connection = database.getConnection();
                    var kill = connection.prepareStatement("""
                            select pg_terminate_backend(pid) from pg_stat_activity
                            where datname = current_database() and pid <> pg_backend_pid()
                                and state in ('active', 'idle in transaction')
                                and (query like 'insert into raised_signal%' or query like 'insert into outbox%'
                                     or query like 'update patient_signal%')
                            limit 1""");
                    var found = kill.executeQuery()) {
                while (found.next()) {
                    killed++;
                }
            }
        }
        return killed;
    }

    @Test
    void aPlanThatIsNoLongerFollowedIsToldOnceALapse() {
        planned(course, 40, 7);
        reports(course, 8);
        reports(course, 0);
        Awaitility.await().atMost(SOON).until(() -> adherence(course, "missed_7 >= 4") == 1);

        signals.lookAt(now);
        signals.lookAt(now.plusSeconds(60));
        signals.lookAt(now.plus(Duration.ofDays(1)));
        assertThat(kept(course, AdherenceLapsed.TYPE)).isOne();
        silence(course).body("lapsedAt", notNullValue());
        try (var topic = TestTopic.named(TOPIC).fromTheBeginning()) {
            var lapsed = topic.next(
                    message ->
                            course.key().equals(message.key()) && message.type().equals(AdherenceLapsed.TYPE),
                    SOON);
            assertThat(Contracts.faults(lapsed.type(), lapsed.value())).isEmpty();
            assertThat(data(lapsed).path("percent").intValue()).isLessThan(50);
            assertThat(data(lapsed).path("windowDays").intValue()).isEqualTo(7);
        }

        status(course, "paused");
        signals.lookAt(now.plusSeconds(120));
        assertThat(kept(course, AdherenceLapsed.TYPE)).isOne();
        status(course, "active");
        signals.lookAt(now.plusSeconds(180));
        assertThat(kept(course, AdherenceLapsed.TYPE)).isEqualTo(2);
    }

    @Test
    void thatALapseIsOverIsToldOnceWhenThePlanIsFollowedAgain() {
        planned(course, 40, 7);
        reports(course, 8);
        reports(course, 0);
        Awaitility.await().atMost(SOON).until(() -> adherence(course, "missed_7 >= 4") == 1);
        signals.lookAt(now);
        assertThat(kept(course, AdherenceLapsed.TYPE)).isOne();

        for (int day = 1; day <= 6; day++) {
            reports(course, day);
        }
        Awaitility.await().atMost(SOON).until(() -> adherence(course, "missed_7 = 0") == 1);
        signals.lookAt(now.plus(Duration.ofDays(1)));
        signals.lookAt(now.plus(Duration.ofDays(2)));

        assertThat(kept(course, AdherenceLapseOver.TYPE)).isOne();
        silence(course).body("lapsedAt", nullValue());
        try (var topic = TestTopic.named(TOPIC).fromTheBeginning()) {
            var over = topic.next(
                    message ->
                            course.key().equals(message.key()) && message.type().equals(AdherenceLapseOver.TYPE),
                    SOON);
            assertThat(Contracts.faults(over.type(), over.value())).isEmpty();
            assertThat(data(over).path("because").textValue()).isEqualTo("followed_again");
            assertThat(data(over).path("lapse").longValue()).isEqualTo(1);
        }
    }

    @Test
    void thatALapseIsOverIsToldWithinSecondsOnAClosedDayToo() {
        planned(course, 40, 7);
        reports(course, 8);
        reports(course, 0);
        Awaitility.await().atMost(SOON).until(() -> adherence(course, "missed_7 >= 4") == 1);
        signals.lookAt(now);
        assertThat(kept(course, AdherenceLapsed.TYPE)).isOne();
        practice(openInTwoDays());
        signals.lookAt(now);

        for (int day = 1; day <= 6; day++) {
            reports(course, day);
        }

        // Without a look that is due already: whoever reckons the days sees to it.
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            signals.lookAt(now);
            assertThat(kept(course, AdherenceLapseOver.TYPE)).isOne();
        });
        silence(course).body("lapsedAt", nullValue());
    }

    @Test
    void aLapseIsOverWithinSecondsOnceItsMissesAreExcusedAndNotWhileEnoughAreLeft() {
        lapsed();
        excused(course.own(), 6, 4);
        Awaitility.await().atMost(SOON).until(() -> adherence(course, "missed_7 = 3") == 1);
        signals.lookAt(now);
        assertThat(kept(course, AdherenceLapseOver.TYPE)).isZero();

        excused(course.own(), 3, 1);

        lapseIsOverWithinSeconds("known_otherwise");
    }

    @Test
    void aLapseIsOverWithinSecondsWhenThePlanIsPausedAndToldAnewAfterIt() {
        var plan = lapsed();
        as(course.clinician())
                .header("If-Match", "*")
                .body("{\"from\": \"%s\"}".formatted(london(1)))
                .put(plan + "/pause")
                .then()
                .statusCode(200);

        lapseIsOverWithinSeconds("paused");

        as(course.clinician())
                .header("If-Match", "*")
                .delete(plan + "/pause?on=" + london(0))
                .then()
                .statusCode(200);
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            signals.lookAt(now);
            assertThat(kept(course, AdherenceLapsed.TYPE)).isEqualTo(2);
        });
    }

    @Test
    void aLapseIsOverWhenThePlanIs() {
        var plan = lapsed();
        as(course.clinician())
                .header("If-Match", "*")
                .body("""
                        {"programme": "gentle-start", "startDate": "%s", "endDate": "%s", "timesADay": 1,
                         "daysAWeek": 7}""".formatted(london(40), london(1)))
                .put(plan)
                .then()
                .statusCode(200);

        lapseIsOverWithinSeconds("no_plan");
    }

    @Test
    void aLapseIsOverWhileTheProgrammeIsOnHold() throws SQLException {
        lapsed();
        held();
        signals.lookAt(now.plus(Duration.ofDays(1)));

        assertThat(kept(course, AdherenceLapseOver.TYPE)).isOne();
    }

    /// @return where the plan is
    private String lapsed() {
        var plan = planned(course, 40, 7);
        reports(course, 8);
        reports(course, 0);
        Awaitility.await().atMost(SOON).until(() -> adherence(course, "missed_7 = 6") == 1);
        signals.lookAt(now);
        assertThat(kept(course, AdherenceLapsed.TYPE)).isOne();
        return plan;
    }

    /// Without a look that is due already: whoever reckons the days sees to it.
    private void lapseIsOverWithinSeconds(String because) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            signals.lookAt(now);
            assertThat(kept(course, AdherenceLapseOver.TYPE)).isOne();
        });
        var over =
                "select count(*) from raised_signal where patient_id = ? and type = '%s' and data ->> 'because' = '%s'"
                        .formatted(AdherenceLapseOver.TYPE, because);
        assertThat(count(over, course.patient())).isOne();
        silence(course).body("lapsedAt", nullValue());
    }

    @Test
    void aPatientWhoCannotBeLookedAtKeepsNobodyElseFromBeingTold() {
        var atFault = course.withAnotherPatient();
        quiet(atFault);
        quiet(course);
        // As no request can write it.
        count(
                "update prescription set weekdays = '[\"doomsday\"]' where patient_id = ? returning 1",
                atFault.patient());

        signals.lookAt(now);

        silence(course).body("state", is("silent"));
        reports(course, 0);
        signals.lookAt(now.plusSeconds(30));
        silence(course).body("state", is("heard"));

        count("update prescription set weekdays = null where patient_id = ? returning 1", atFault.patient());
        signals.lookAt(now.plusSeconds(60));
        assertThat(kept(atFault)).as("told while the patient is put off").isZero();
        signals.lookAt(now.plus(Duration.ofMinutes(16)));
        assertThat(kept(atFault)).isOne();
    }

    @Test
    void daysThatWereExcusedAreNotQuiet() {
        quiet(course);
        excused(course.clinician(), 8, 2);

        signals.lookAt(now);

        silence(course).body("state", is("heard")).body("quietDays", is(2));
    }

    @Test
    void whoIsExcusedInASilenceIsOffTheListAtOnceAndCountedAnewAfterIt() {
        quiet(course);
        signals.lookAt(now);
        silent().body("items", hasSize(1));
        excused(course.clinician(), 1, -2);

        // Whoever reckons the days makes the patient due.
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            signals.lookAt(now.plusSeconds(60));
            silent().body("items", hasSize(0));
        });
        signals.lookAt(now.plusSeconds(120));
        silence(course)
                .body("state", is("not_counted"))
                .body("says", is("Nothing is expected at present: the plan is paused, or the day is excused."))
                .body("silentAt", nullValue());
        var over = told(course, 2).getLast();
        assertThat(over.type()).isEqualTo(PatientSilenceOver.TYPE);
        assertThat(Contracts.faults(over.type(), over.value())).isEmpty();
        assertThat(data(over).path("because").textValue()).isEqualTo("paused");
        assertThat(kept(course, PatientSilenceOver.TYPE)).isOne();

        signals.lookAt(now.plus(Duration.ofDays(6)));
        assertThat(kept(course, PatientSilent.TYPE)).as("four days after it").isOne();
        signals.lookAt(now.plus(Duration.ofDays(7)));
        assertThat(kept(course, PatientSilent.TYPE)).as("five").isEqualTo(2);
    }

    @Test
    void aLapseIsNotToldWhileThePlanIsExcused() {
        planned(course, 40, 7);
        reports(course, 8);
        reports(course, 0);
        excused(course.clinician(), 0, -30);
        Awaitility.await().atMost(SOON).until(() -> adherence(course, "missed_7 >= 4") == 1);

        signals.lookAt(now);

        assertThat(kept(course, AdherenceLapsed.TYPE)).isZero();
    }

    @Test
    void aLapseIsNotToldWhileTheProgrammeIsOnHoldAndIsAfterIt() throws SQLException {
        planned(course, 40, 7);
        reports(course, 8);
        reports(course, 0);
        Awaitility.await().atMost(SOON).until(() -> adherence(course, "missed_7 >= 4") == 1);
        held();
        signals.lookAt(now);
        assertThat(kept(course, AdherenceLapsed.TYPE)).isZero();

        change("update programme_hold set released_at = now() where patient_id = ?");
        signals.lookAt(now.plus(Duration.ofDays(1)));

        assertThat(kept(course, AdherenceLapsed.TYPE)).isOne();
    }

    @Test
    void whoIsOnHoldIsNotSilentForTheirOwnExcuseAndForThePracticesIs() throws SQLException {
        quiet(course);
        held();
        excused(course.own(), 8, -20);

        silence(course).body("state", is("quiet")).body("quietDays", is(9));

        excused(course.clinician(), 8, -20);

        silence(course).body("state", is("not_counted"));
    }

    private void held() throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into programme_hold (practice_id, patient_id, hold_id, held_at)
                        values (?, ?, ?, now() - interval '9 days')""")) {
            insert.setObject(1, course.practice());
            insert.setObject(2, course.patient());
            insert.setObject(3, UUID.randomUUID());
            insert.executeUpdate();
        }
    }

    private void change(String ofThePatient) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(ofThePatient)) {
            update.setObject(1, course.patient());
            update.executeUpdate();
        }
    }

    @Test
    void whoKeepsAPlanOfOneDayAWeekIsNotSilentBetweenAndALaterPlanOfTheProgrammeSaysOtherwise() {
        planned(
                course,
                40,
                "\"weekdays\": [\"%s\"]"
                        .formatted(london(6).getDayOfWeek().name().toLowerCase(Locale.ROOT)));
        reports(course, 6);
        signals.lookAt(now);

        silence(course)
                .body("state", is("heard"))
                .body("quietDays", is(6))
                .body("dueOn", nullValue())
                .body("says", is("Not heard from for 6 days; nothing had to be done before today."));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> overview()
                        .body("silent", is(0))
                        .body("items.silentDays", contains(6))
                        .body("items.silent", contains(false)));

        planned(course, 2, 7);
        signals.lookAt(now.plusSeconds(60));

        silence(course).body("state", is("silent")).body("dueOn", is(london(2).toString()));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> overview().body("silent", is(1)).body("items.silent", contains(true)));
    }

    @Test
    void whoseExcuseIsWithdrawnIsSilentWithinSeconds() {
        quiet(course);
        var excuse = excused(course.clinician(), 8, -20);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> overview().body("items.silentDays", contains((Object) null)));
        signals.lookAt(now);
        silence(course).body("state", is("not_counted"));

        as(course.clinician()).delete(excuse).then().statusCode(204);

        // Without a look that is due already: whoever reckons the days sees to it.
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            signals.lookAt(now);
            silence(course).body("state", is("silent")).body("quietDays", is(9));
        });
    }

    /// From so many days ago until then, both included.
    ///
    /// @return where the excuse is
    private String excused(String by, int fromDaysAgo, int toDaysAgo) {
        var excuse = course.path() + "/excuses/" + UUID.randomUUID();
        as(by).body("{\"from\": \"%s\", \"to\": \"%s\", \"reason\": \"illness\"}"
                        .formatted(london(fromDaysAgo), london(toDaysAgo)))
                .put(excuse)
                .then()
                .statusCode(201);
        return excuse;
    }

    /// How many rows of the patient's adherence say so.
    private int adherence(Course of, String where) {
        return count("select count(*) from adherence_summary where patient_id = ? and " + where, of.patient());
    }

    @Test
    void anErasedPatientLeavesNoSignalBehind() {
        quiet(course);
        signals.lookAt(now);
        assertThat(kept(course)).isOne();
        as(course.own())
                .get(course.path() + "/record")
                .then()
                .body("signals.type", hasItem(PatientSilent.TYPE))
                .body("signals.quietDays", hasItem(9));

        as(course.lead()).delete(course.path()).then().statusCode(200);

        assertThat(kept(course)).isZero();
        as(course.clinician()).get(course.path() + "/silence").then().statusCode(404);
    }

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private LocalDate london(int daysAgo) {
        return now.atZone(LONDON).toLocalDate().minusDays(daysAgo);
    }

    /// A plan that has run for long, and nothing told for nine days.
    private void quiet(Course of) {
        planned(of, 40);
        reports(of, 9);
    }

    /// A plan that began so many days ago.
    private void planned(Course of, int daysAgo) {
        planned(of, daysAgo, 7);
    }

    private String planned(Course of, int daysAgo, int daysAWeek) {
        return planned(of, daysAgo, "\"daysAWeek\": %d".formatted(daysAWeek));
    }

    /// @return where the plan is
    private String planned(Course of, int daysAgo, String when) {
        var plan = of.path() + "/prescriptions/" + UUID.randomUUID();
        as(of.clinician())
                .body("""
                        {"programme": "gentle-start", "startDate": "%s", "timesADay": 1, %s}""".formatted(london(daysAgo), when))
                .put(plan)
                .then()
                .statusCode(201);
        return plan;
    }

    private void reports(Course of, int daysAgo) {
        of.logs("\"observedAt\": \"%s\", \"observedTimeZone\": \"Europe/London\""
                        .formatted(now.atZone(LONDON).minusDays(daysAgo).toInstant()))
                .statusCode(201);
    }

    private UUID typesIn(Course of, int daysAgo) {
        var report = UUID.randomUUID();
        as(of.clinician())
                .body("{\"kind\": \"session\", \"observedAt\": \"%s\", \"observedTimeZone\": \"Europe/London\"}"
                        .formatted(now.atZone(LONDON).minusDays(daysAgo).toInstant()))
                .put(of.session(report))
                .then()
                .statusCode(201);
        return report;
    }

    private void corrects(Course of, UUID report) {
        as(of.clinician())
                .body("{\"kind\": \"correction\", \"corrects\": \"%s\", \"observedAt\": \"%s\"}"
                        .formatted(report, Instant.now()))
                .put(of.checkIn(UUID.randomUUID()))
                .then()
                .statusCode(201);
    }

    private static void status(Course of, String status) {
        of.putPatient("""
                {"subject": "%s", "homeTimeZone": "Europe/London", "status": "%s"}""".formatted(of.subject(), status)).statusCode(200);
    }

    private static ValidatableResponse silence(Course of) {
        return as(of.clinician()).get(of.path() + "/silence").then().statusCode(200);
    }

    private ValidatableResponse overview() {
        return as(course.clinician())
                .get("/practices/" + course.practice() + "/adherence")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse silent() {
        return as(course.clinician())
                .get("/practices/" + course.practice() + "/silent-patients")
                .then()
                .statusCode(200);
    }

    /// The patient's signals in their order, once there are so many.
    private static List<TestTopic.Message> told(Course of, int count) {
        try (var topic = TestTopic.named(TOPIC).fromTheBeginning()) {
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> topic.all(message -> isSignal(message, of)).size() >= count);
            var told = topic.all(message -> isSignal(message, of));
            assertThat(told).hasSize(count);
            return told;
        }
    }

    private static boolean isSignal(TestTopic.Message message, Course of) {
        return of.key().equals(message.key())
                && Set.of(PatientSilent.TYPE, PatientBack.TYPE, PatientSilenceOver.TYPE)
                        .contains(message.type());
    }

    private static JsonNode data(TestTopic.Message message) {
        return Contracts.json(message.value());
    }

    private int kept(Course of) {
        return kept(of, PatientSilent.TYPE);
    }

    private int kept(Course of, String type) {
        return count("select count(*) from raised_signal where patient_id = ? and type = '" + type + "'", of.patient());
    }

    private int count(String query, UUID patient) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            select.setObject(1, patient);
            try (var found = select.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
