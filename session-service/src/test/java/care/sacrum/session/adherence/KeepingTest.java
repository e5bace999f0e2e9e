package care.sacrum.session.adherence;

import static care.sacrum.session.Course.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import care.sacrum.session.Course;
import care.sacrum.session.FakeTriage;
import care.sacrum.session.Publisher;
import care.sacrum.session.adherence.Touched.Mark;
import care.sacrum.session.adherence.calculation.Diary;
import care.sacrum.session.adherence.calculation.Figure;
import care.sacrum.session.adherence.calculation.Standing;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is kept is what the calculation says, whatever came and in whatever order.
@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
@WithTestResource(FakeTriage.class)
class KeepingTest {

    private static final long SEED = Long.getLong("sacrum.seed", 20261125L);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    AgroalDataSource database;

    @Inject
    KnownFacts facts;

    @Inject
    KeptDays days;

    @Inject
    Keeping keeping;

    @Inject
    Touched touched;

    @Inject
    InstantSource clock;

    private Course course;
    private PatientKey key;
    private LocalDate today;

    @BeforeEach
    void begin() {
        Publisher.publishesTheUsual();
        Publisher.publishesADosedProgramme();
        course = Course.begin();
        key = new PatientKey(course.practice(), course.patient());
        today = LocalDate.now(LONDON);
    }

    @Test
    void aSeededLifeIsKeptAsItIsCalculated() {
        System.out.println("Kept days against the calculation: seed " + SEED);
        var random = new SplittableRandom(SEED);
        prescribed("gentle-start", today.minusDays(40), "\"timesADay\": 2, \"daysAWeek\": 4");
        var plan = prescribed(
                "dosed-start", today.minusDays(60), "\"timesADay\": 1, \"weekdays\": [\"monday\", \"friday\"]");
        for (int i = 0; i < 60; i++) {
            report(random);
            if (i == 20) {
                as(course.clinician())
                        .header("If-Match", "*")
                        .body("{\"from\": \"%s\"}".formatted(today.minusDays(10)))
                        .put(plan + "/pause")
                        .then()
                        .statusCode(200);
            }
            if (i == 40) {
                excused(today.minusDays(33), today.minusDays(30));
            }
        }
        isKeptAsCalculated();
    }

    /// By nested loops alone, as the database may plan when it misjudges a table: what stands inside a join is then
    /// chosen again for each row.
    @Test
    void noMoreMarksAreTakenThanWereAskedForHoweverTheDatabasePlansIt() {
        var taken = new ArrayList<Mark>();
        var takenBack = new IllegalStateException("so that nobody else sees these marks");

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    try (var connection = database.getConnection();
                            var statement = connection.createStatement()) {
                        for (var way : List.of("hashjoin", "mergejoin", "hashagg", "sort", "material")) {
                            statement.execute("set local enable_" + way + " = off");
                        }
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                    for (int day = 0; day < 12; day++) {
                        var at = today.minusDays(day);
                        touched.days(course.practice(), course.patient(), at, Optional.of(at));
                    }
                    taken.addAll(touched.take(3, clock.instant()));
                    throw takenBack;
                }))
                .isSameAs(takenBack);

        assertThat(taken).hasSize(3);
    }

    @Test
    void aLateReportChangesTheDaysOfItsOwnWeekAndLeavesTheOthersUntouched() throws SQLException {
        prescribed("gentle-start", today.minusDays(40), "\"timesADay\": 1, \"daysAWeek\": 7");
        logs(today, "");
        isKeptAsCalculated();
        var before = rowVersions();

        logs(today.minusDays(20), "");
        isKeptAsCalculated();

        var changed = new ArrayList<LocalDate>();
        rowVersions().forEach((day, version) -> {
            if (!version.equals(before.get(day))) {
                changed.add(day);
            }
        });
        assertThat(changed).containsExactly(today.minusDays(20));
    }

    @Test
    void aCorrectionIsReckonedOnTheDayOfWhatItCorrects() {
        prescribed("dosed-start", today.minusDays(20), "\"programmeVersion\": 1, \"timesADay\": 1, \"daysAWeek\": 6");
        var session = UUID.randomUUID();
        course.logs(
                        session,
                        at(today.minusDays(15)) + ", \"exercisesDone\": [{\"exercise\": \"dosed-tilt\", \"reps\": 10}]")
                .statusCode(201);
        isKeptAsCalculated();
        as(course.own())
                .body(
                        "{\"kind\": \"correction\", \"corrects\": \"%s\", %s, \"exercisesDone\": [{\"exercise\": \"dosed-tilt\", \"reps\": 5}]}"
                                .formatted(session, at(today)))
                .put(course.checkIn(UUID.randomUUID()))
                .then()
                .statusCode(201);

        isKeptAsCalculated();
        assertThat(kept(today.minusDays(15)).earned()).isEqualTo(500);
    }

    @Test
    void whatThePracticeTypesInFillsItsOwnDayAndLeavesTheOthersNotYetKnown() throws SQLException {
        prescribed("gentle-start", today.minusDays(6), "\"timesADay\": 1, \"daysAWeek\": 7");
        isTypedIn(today.minusDays(4));
        isTypedIn(today);
        isKeptAsCalculated();

        assertThat(List.of(summed("done_7"), summed("missed_7"), summed("not_yet_known_7")))
                .isEqualTo(List.of(2, 0, 5));
        assertThat(summed("case when last_received_at is null and heard_on is null then 1 else 0 end"))
                .isOne();

        logs(today.minusDays(5), "");
        isKeptAsCalculated();
        isTypedIn(today.minusDays(6));
        isKeptAsCalculated();

        assertThat(List.of(summed("done_7"), summed("missed_7"), summed("not_yet_known_7")))
                .isEqualTo(List.of(4, 3, 0));
    }

    private int summed(String what) throws SQLException {
        return number("select %s from adherence_summary where patient_id = ?".formatted(what));
    }

    @Test
    void fiveThousandLateSessionsInBatchesAndTheSameBatchesAgainAreKeptOnce() {
        prescribed("gentle-start", today.minusDays(380), "\"timesADay\": 3, \"daysAWeek\": 5");
        var batches = IntStream.range(0, 10)
                .mapToObj(batch -> IntStream.range(0, 500)
                        .mapToObj(number -> "{\"reportId\": \"%s\", \"kind\": \"session\", %s}"
                                .formatted(
                                        UUID.randomUUID(),
                                        at(today.minusDays((batch * 500L + number) * 379 / 5000 + 1))))
                        .toList())
                .toList();
        var inAnyOrder = new ArrayList<>(batches);
        Collections.shuffle(inAnyOrder, new Random(SEED));
        inAnyOrder.forEach(batch -> send(batch, "created"));
        isKeptAsCalculated();
        var once = kept();

        inAnyOrder.forEach(batch -> send(batch, "alreadyThere"));

        isKeptAsCalculated();
        assertThat(kept()).isEqualTo(once);
        assertThat(once.stream().mapToInt(day -> day.done() + day.extra()).sum())
                .isEqualTo(5000);
    }

    @Test
    void reckoningTheSameAgainChangesNothing() {
        prescribed("gentle-start", today.minusDays(20), "\"timesADay\": 1, \"daysAWeek\": 5");
        logs(today.minusDays(3), "");
        isKeptAsCalculated();
        var once = kept();
        var again = new TreeMap<PatientKey, List<Mark>>();
        again.put(key, List.of(Mark.everyDayOf(key), Mark.everyDayOf(key)));

        QuarkusTransaction.requiringNew().run(() -> keeping.keep(again));

        assertThat(kept()).isEqualTo(once);
    }

    @Test
    void whatIsExtraIsKeptOfDaysBeforeAPlanAndOfPatientsWithoutOne() throws SQLException {
        logs(today.minusDays(3), "");
        isKeptAsCalculated();
        assertThat(summed("extra_7")).isEqualTo(1);

        prescribed("gentle-start", today, "\"timesADay\": 1, \"daysAWeek\": 7");
        isKeptAsCalculated();
        assertThat(summed("extra_7")).isEqualTo(1);

        logs(today.minusDays(20), "");
        isKeptAsCalculated();
        assertThat(summed("extra_30")).isEqualTo(2);
    }

    /// As somebody was kept of whom only the days of plans were.
    @Test
    void aRowOfAnEarlierCalculationIsKeptFromItsFirstReportOn() throws SQLException {
        logs(today.minusDays(20), "");
        prescribed("gentle-start", today, "\"timesADay\": 1, \"daysAWeek\": 7");
        isKeptAsCalculated();
        number("delete from adherence_day where patient_id = ? and local_day < current_date - 7 returning 1");

        number("""
                update adherence_summary set calculation_version = 2, kept_from = current_date, next_look_at = now()
                where patient_id = ? returning 1""");

        isKeptAsCalculated();
        assertThat(summed("extra_30")).isEqualTo(1);
    }

    /// The best days of the week count: the second day's whole session takes the place of the first day's half.
    @Test
    void aReportOfOneDayChangesAnotherDayOfItsWeek() throws SQLException {
        var monday = Diary.mondayOf(today).minusWeeks(1);
        prescribed(
                "dosed-start",
                monday,
                "\"programmeVersion\": 1, \"timesADay\": 1, \"daysAWeek\": 1,"
                        + " \"exercises\": [{\"exercise\": \"dosed-tilt\", \"repetitions\": 8}]");
        logs(monday, "\"exercisesDone\": [{\"exercise\": \"dosed-tilt\", \"sets\": 1, \"reps\": 4}]");
        isKeptAsCalculated();
        assertThat(kept(monday).earned()).isEqualTo(500);

        logs(monday.plusDays(1), "\"exercisesDone\": [{\"exercise\": \"dosed-tilt\", \"sets\": 2, \"reps\": 4}]");

        isKeptAsCalculated();
        assertThat(kept(monday).earned()).isZero();
        assertThat(kept(monday).extra()).isEqualTo(1);
        assertThat(kept(monday.plusDays(1)).earned()).isEqualTo(1000);
    }

    /// As the migration that brought the column leaves it.
    @Test
    void aRowFromBeforeSilentDaysWereKeptIsSummedUpAnew() throws SQLException {
        prescribed("gentle-start", today.minusDays(20), "\"timesADay\": 1, \"daysAWeek\": 7");
        logs(today.minusDays(9), "");
        isKeptAsCalculated();
        isSilentFor(9);

        number("""
                update adherence_summary set silent_days = null, next_look_at = now() where patient_id = ?
                returning 1""");

        isSilentFor(9);
    }

    @Test
    void aRowFromBeforeExcusedDaysWereKeptIsSummedUpAnew() throws SQLException {
        prescribed("gentle-start", today.minusDays(20), "\"timesADay\": 1, \"daysAWeek\": 7");
        excused(today.minusDays(9), today.minusDays(8));
        isKeptAsCalculated();
        assertThat(summed("excused_days_30")).isEqualTo(2);

        number("""
                update adherence_summary set excused_days_30 = 0, next_look_at = now() where patient_id = ?
                returning 1""");

        isKeptAsCalculated();
        assertThat(summed("excused_days_30")).isEqualTo(2);
    }

    private void excused(LocalDate from, LocalDate to) {
        as(course.clinician())
                .body("{\"from\": \"%s\", \"to\": \"%s\", \"reason\": \"illness\"}".formatted(from, to))
                .put(course.path() + "/excuses/" + UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    @Test
    void aPatientWhoseFactsCannotBeReckonedKeepsNobodyElseWaiting() throws SQLException {
        prescribed("gentle-start", today.minusDays(20), "\"timesADay\": 1, \"daysAWeek\": 7");
        logs(today.minusDays(9), "");
        isKeptAsCalculated();
        var atFault = course.withAnotherPatient();
        isPrescribedWhatNobodyCanRead(atFault);
        QuarkusTransaction.requiringNew().run(() -> touched.mark(List.of(Mark.everyDayOf(key(atFault)))));

        logs(today.minusDays(2), "");

        isKeptAsCalculated();
        Awaitility.await()
                .atMost(SOON)
                .until(() -> has(atFault, "select count(*) from adherence_put_off where patient_id = ?"));
        has(atFault, """
                update prescription_version set content = content || '{"startDate": "2026-02-01"}' where patient_id = ?
                returning 1""");
        assertThat(has(atFault, "select count(*) from adherence_day where patient_id = ?"))
                .isFalse();
        // When its time has come it is tried again, and nothing that came in was lost.
        has(atFault, "update adherence_put_off set put_off_until = now() where patient_id = ? returning 1");
        Awaitility.await()
                .atMost(SOON)
                .until(() -> has(atFault, "select count(*) from adherence_day where patient_id = ?"));
    }

    @Test
    void aDayThatCannotBeginForOnePatientBeginsForTheOthers() throws SQLException {
        prescribed("gentle-start", today.minusDays(20), "\"timesADay\": 1, \"daysAWeek\": 7");
        logs(today.minusDays(9), "");
        isKeptAsCalculated();
        var atFault = course.withAnotherPatient();
        Awaitility.await()
                .atMost(SOON)
                .until(() -> has(atFault, "select count(*) from adherence_summary where patient_id = ?"));
        isPrescribedWhatNobodyCanRead(atFault);

        has(atFault, """
                update adherence_summary due set silent_days = null, next_look_at = now() - interval '1 hour'
                from adherence_summary one
                where one.patient_id = ? and due.practice_id = one.practice_id returning 1""");

        isSilentFor(9);
        Awaitility.await().atMost(SOON).until(() -> has(atFault, """
                        select count(*) from adherence_summary
                        where patient_id = ? and next_look_at > now() + interval '1 minute'"""));
        has(atFault, "delete from prescription_version where patient_id = ? returning 1");
    }

    /// As no request can write it.
    private void isPrescribedWhatNobodyCanRead(Course of) throws SQLException {
        has(of, """
                insert into prescription_version (practice_id, prescription_id, version, patient_id, recorded_at, content)
                select practice_id, gen_random_uuid(), 1, patient_id, now(), '{"programme": "gentle-start",
                    "startDate": "someday", "timesADay": 1, "daysAWeek": 7, "exercises": [], "pauses": []}'
                from patient where patient_id = ? returning 1""");
    }

    /// Whether the statement's first number is above nothing.
    private boolean has(Course of, String statement) throws SQLException {
        return number(statement, of.patient()) > 0;
    }

    private static PatientKey key(Course of) {
        return new PatientKey(of.practice(), of.patient());
    }

    private void isSilentFor(int days) {
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        number("select coalesce(silent_days, -1) from adherence_summary where patient_id = ?") == days);
    }

    @Test
    void aHoldExpectsNothingOfItsDaysAndItsReleaseDoesAgain() {
        prescribed("gentle-start", today.minusDays(20), "\"timesADay\": 1, \"daysAWeek\": 7");
        logs(today, "");
        isKeptAsCalculated();
        var hold = UUID.randomUUID();
        var heldAt = today.minusDays(10).atStartOfDay(LONDON).plusHours(12).toInstant();

        triageSays("held", hold, heldAt, "");
        Awaitility.await()
                .atMost(SOON)
                .until(() -> keptDay(today.minusDays(8)).filter(KeptDay::paused).isPresent());
        isKeptAsCalculated();
        triageSays(
                "released",
                hold,
                heldAt,
                ", \"releasedAt\": \""
                        + today.minusDays(7).atStartOfDay(LONDON).plusHours(9).toInstant() + "\"");
        Awaitility.await()
                .atMost(SOON)
                .until(() -> keptDay(today.minusDays(6))
                        .filter(day -> day.expected() == 1)
                        .isPresent());

        isKeptAsCalculated();
        assertThat(kept(today.minusDays(11)).expected()).isOne();
        assertThat(kept(today.minusDays(10)).expected()).isZero();
        assertThat(kept(today.minusDays(7)).paused()).isTrue();
    }

    private void triageSays(String what, UUID hold, Instant heldAt, String more) {
        try (var topic = TestTopic.named("sacrum.triage.v1")) {
            topic.send(
                    course.key(),
                    "{\"practiceId\": \"%s\", \"patientId\": \"%s\", \"holdId\": \"%s\", \"since\": \"%s\"%s}"
                            .formatted(course.practice(), course.patient(), hold, heldAt, more),
                    Map.of(
                            "ce_type",
                            "care.sacrum.triage.programme-" + what + ".v1",
                            "ce_id",
                            UUID.randomUUID().toString()));
        }
    }

    /// As several instances do.
    @Test
    void manyWhoKeepTheSamePatientAtOnceKeepTheNewest() throws Exception {
        prescribed("gentle-start", today.minusDays(30), "\"timesADay\": 1, \"daysAWeek\": 5");
        try (var threads = Executors.newFixedThreadPool(4)) {
            var done = new ArrayList<Future<?>>();
            for (int thread = 0; thread < 4; thread++) {
                int first = thread;
                done.add(threads.submit(() -> {
                    for (int back = 1 + first; back < 30; back += 4) {
                        logs(today.minusDays(back), "");
                        var marks = new TreeMap<PatientKey, List<Mark>>();
                        marks.put(key, List.of(Mark.everyDayOf(key)));
                        QuarkusTransaction.requiringNew().run(() -> keeping.keep(marks));
                    }
                }));
            }
            for (var each : done) {
                each.get();
            }
        }

        assertThat(kept().stream().mapToInt(day -> day.done() + day.extra()).sum())
                .isEqualTo(29);
        isKeptAsCalculated();
    }

    @Test
    void whatIsMarkedOfSomebodyWhoIsNoPatientIsForgotten() {
        var nobody = new PatientKey(course.practice(), UUID.randomUUID());
        var marks = new TreeMap<PatientKey, List<Mark>>();
        marks.put(nobody, List.of(Mark.everyDayOf(nobody), Mark.of(nobody, UUID.randomUUID())));

        QuarkusTransaction.requiringNew().run(() -> keeping.keep(marks));

        assertThat(days.find(List.of(nobody), KnownFacts.EVER, KnownFacts.FOR_GOOD))
                .isEmpty();
    }

    @Test
    void anEventThatIsReadAfterThePatientWasErasedLeavesNoMark() {
        as(course.lead()).delete(course.path()).then().statusCode(200);

        QuarkusTransaction.requiringNew().run(() -> {
            touched.mark(List.of(Mark.everyDayOf(key), Mark.of(key, UUID.randomUUID())));
            try {
                // In the same transaction, before anybody could work the marks off.
                assertThat(number("select count(*) from adherence_touched where patient_id = ?"))
                        .isZero();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void anErasedPatientLeavesNoDaysAndNoExcuses() throws SQLException {
        prescribed("gentle-start", today.minusDays(5), "\"timesADay\": 1, \"daysAWeek\": 7");
        logs(today, "");
        isKeptAsCalculated();

        as(course.lead()).delete(course.path()).then().statusCode(200);

        assertThat(kept()).isEmpty();
        assertThat(number("select count(*) from adherence_summary where patient_id = ?"))
                .isZero();
    }

    // --- what is kept, and what is calculated ------------------------------------------------------------------------

    /// Waits until nothing is marked, and then holds every kept day and the summary against the calculation.
    private void isKeptAsCalculated() {
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            var now = clock.instant();
            var known = facts.of(key).orElseThrow();
            var diary = Diary.of(known);
            var standing = Standing.of(known, now);
            var first = today.minusDays(500);
            var sunday = Diary.mondayOf(standing.today()).plusDays(6);
            assertThat(kept())
                    .isEqualTo(diary.days(first, sunday).stream()
                            .filter(day -> !day.isEmpty())
                            .map(KeptDay::of)
                            .toList());
            isSummed(diary, standing, "7", 7);
            isSummed(diary, standing, "30", 30);
        });
    }

    private void isSummed(Diary diary, Standing standing, String column, int length) throws SQLException {
        var from = standing.today().minusDays(length - 1);
        Figure figure = Diary.figure(diary.days(from, standing.today()), standing);
        assertThat(List.of(
                        summed("coalesce(percent_%s, -1)".formatted(column)),
                        summed("expected_" + column),
                        summed("missed_" + column),
                        summed("not_yet_known_" + column),
                        summed("extra_" + column),
                        summed("excused_days_" + column),
                        summed("paused_days_" + column)))
                .isEqualTo(List.of(
                        figure.percent().orElse(-1),
                        figure.expected(),
                        figure.missed(),
                        figure.notYetKnown(),
                        figure.extra(),
                        figure.excusedDays(),
                        figure.pausedDays()));
    }

    private List<KeptDay> kept() {
        return days.find(List.of(key), KnownFacts.EVER, KnownFacts.FOR_GOOD).getOrDefault(key, List.of());
    }

    private KeptDay kept(LocalDate day) {
        return keptDay(day).orElseThrow();
    }

    private Optional<KeptDay> keptDay(LocalDate day) {
        return kept().stream().filter(one -> one.day().equals(day)).findFirst();
    }

    private TreeMap<LocalDate, String> rowVersions() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select local_day, xmin::text from adherence_day where practice_id = ? and patient_id = ?")) {
            select.setObject(1, key.practice());
            select.setObject(2, key.patient());
            var versions = new TreeMap<LocalDate, String>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    versions.put(found.getObject(1, LocalDate.class), found.getString(2));
                }
            }
            return versions;
        }
    }

    private int number(String question) throws SQLException {
        return number(question, key.patient());
    }

    private int number(String question, UUID patient) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(question)) {
            select.setObject(1, patient);
            try (var found = select.executeQuery()) {
                return found.next() ? found.getInt(1) : Integer.MIN_VALUE;
            }
        }
    }

    // --- what is told ------------------------------------------------------------------------------------------------

    private String prescribed(String programme, LocalDate start, String more) {
        var path = course.path() + "/prescriptions/" + UUID.randomUUID();
        as(course.clinician())
                .body("{\"programme\": \"%s\", \"startDate\": \"%s\", %s}".formatted(programme, start, more))
                .put(path)
                .then()
                .statusCode(201);
        return path;
    }

    private void report(SplittableRandom random) {
        var day = today.minusDays(random.nextInt(1, 60));
        if (random.nextInt(4) == 0) {
            isTypedIn(day);
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> logs(day, "\"painBefore\": " + random.nextInt(11));
            case 1 ->
                logs(
                        day,
                        "\"exercisesDone\": [{\"exercise\": \"dosed-tilt\", \"reps\": %d}]"
                                .formatted(random.nextInt(14)));
            case 2 ->
                course.checksIn(at(day) + ", \"painNextMorning\": " + random.nextInt(11))
                        .statusCode(201);
            default -> course.checksIn(at(day) + ", \"restDay\": true").statusCode(201);
        }
    }

    private void isTypedIn(LocalDate day) {
        as(course.clinician())
                .body("{\"kind\": \"session\", %s}".formatted(at(day)))
                .put(course.session(UUID.randomUUID()))
                .then()
                .statusCode(201);
    }

    private void logs(LocalDate day, String more) {
        course.logs(at(day) + (more.isEmpty() ? "" : ", " + more)).statusCode(201);
    }

    private static String at(LocalDate day) {
        Instant begins = day.atStartOfDay(LONDON).toInstant();
        return "\"observedAt\": \"%s\", \"observedTimeZone\": \"Europe/London\"".formatted(begins);
    }

    private void send(List<String> reports, String became) {
        int counted = as(course.own())
                .body("{\"reports\": [" + String.join(",", reports) + "]}")
                .post(course.path() + "/reports")
                .then()
                .statusCode(200)
                .extract()
                .path(became);
        assertThat(counted).isEqualTo(reports.size());
    }
}
