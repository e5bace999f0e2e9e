package care.sacrum.local;

import care.sacrum.local.backing.DemoIdentities;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/// A practice whose patients have long histories, and its overview asked over HTTP. Patients, prescriptions, reports
/// and
/// the days that are kept of them are written by SQL, since years would take hours through the door; the summaries of
/// today the service makes itself.
final class AdherenceOverviews {

    static final int PATIENTS = 5_000;

    private static final Duration TODAY_WITHIN = Duration.ofMinutes(10);
    private static final Duration ASKED_EVERY = Duration.ofMillis(500);

    /// The ways in which a screen asks.
    private static final List<String> QUESTIONS = List.of(
            "",
            "?limit=200",
            "?order=silence",
            "?order=patient&limit=100",
            "?band=under_50",
            "?trend=fell_off",
            "?silentDays=7&status=any");

    private final int port;
    private final String token;
    private final Database database;
    private int days;

    interface Database {
        Connection open() throws SQLException;
    }

    AdherenceOverviews(int port, String token, Database database) {
        this.port = port;
        this.token = token;
        this.database = database;
    }

    /// Gives each patient so many days, and waits until the service has begun today for all of them.
    void grow(int to) throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            for (var step : List.of(
                    PATIENTS_OF_THE_PRACTICE,
                    SIGNALS,
                    PRESCRIPTIONS,
                    PRESCRIPTION_VERSIONS,
                    REPORTS,
                    DAYS,
                    SUMMARIES)) {
                statement.execute(step.replace(":practice", "'" + DemoIdentities.PRACTICE + "'::uuid")
                        .replace(":patient", "('ad0e0000-0000-4000-8000-' || lpad(to_hex(number), 12, '0'))::uuid")
                        .replace(":numbers", "generate_series(0, " + (PATIENTS - 1) + ") number")
                        .replace(":backs", "generate_series(" + (days + 1) + ", " + to + ") back")
                        .replace(":exercised", EXERCISED)
                        .replace(":start", "current_date - " + to));
            }
            days = to;
            awaitToday();
            statement.execute("vacuum analyze");
        }
    }

    /// Each patient leaves out other days, some more than others, and some have stopped.
    private static final String EXERCISED =
            "((number * 7 + back * 13) % 20 >= number % 15 and back > number % 40 - 20)";

    private static final String PATIENTS_OF_THE_PRACTICE = """
            insert into patient (practice_id, patient_id, version, status, home_time_zone, language, sex, risk_factors,
                baseline_conditions, already_under_care_of, recorded_at)
            select :practice, :patient, 1, 'active', 'Europe/London', 'en', 'unknown', '{}', '[]', '{}', now()
            from :numbers on conflict do nothing""";

    /// Nobody is told of anybody meanwhile.
    private static final String SIGNALS = """
            insert into patient_signal (practice_id, patient_id, due_at, status, enrolled_at)
            select :practice, :patient, 'infinity', 'active', now() - interval '1100 days'
            from :numbers on conflict do nothing""";

    private static final String PRESCRIPTIONS = """
            insert into prescription (practice_id, prescription_id, patient_id, version, programme, start_date,
                times_a_day, days_a_week, recorded_at)
            select :practice, :patient, :patient, 1, 'bench', :start, 1, 7, now() - interval '1100 days'
            from :numbers
            on conflict (practice_id, prescription_id) do update set start_date = excluded.start_date""";

    private static final String PRESCRIPTION_VERSIONS = """
            insert into prescription_version (practice_id, prescription_id, version, patient_id, recorded_at, content)
            select :practice, :patient, 1, :patient, now() - interval '1100 days', jsonb_build_object(
                'prescriptionId', :patient, 'patientId', :patient, 'version', 1, 'programme', 'bench',
                'startDate', :start, 'timesADay', 1, 'daysAWeek', 7, 'exercises', '[]'::jsonb, 'pauses', '[]'::jsonb)
            from :numbers
            on conflict (practice_id, prescription_id, version) do update set content = excluded.content""";

    private static final String REPORTS = """
            insert into report (practice_id, report_id, patient_id, kind, observed_at, local_day, received_at, content,
                fingerprint)
            select :practice, id, :patient, 'session', observed_at, current_date - back,
                observed_at + interval '5 minutes',
                jsonb_build_object('reportId', id, 'kind', 'session', 'observedAt', observed_at, 'observedTimeZone',
                    'Europe/London', 'localDay', current_date - back, 'receivedAt', observed_at + interval '5 minutes',
                    'painBefore', number % 6, 'painAfter', number % 5, 'hasNote', false, 'setAside', '[]'::jsonb),
                '\\x00'
            from (
                select number, back, gen_random_uuid() as id,
                    (current_date - back + time '12:00') at time zone 'UTC' as observed_at
                from :numbers, :backs where :exercised
            ) each""";

    private static final String DAYS = """
            insert into adherence_day (practice_id, patient_id, local_day, expected, done, partial, earned, extra,
                excused, paused, rest, pain_before, pain_after)
            select :practice, :patient, current_date - back, 1, done, 0, 1000 * done, 0, false, false, false,
                case done when 1 then number % 6 end, case done when 1 then number % 5 end
            from :numbers, :backs, lateral (select case when :exercised then 1 else 0 end as done) did""";

    /// As if kept up to yesterday; the latest report is found as the service finds it.
    private static final String SUMMARIES = """
            insert into adherence_summary (practice_id, patient_id, calculation_version, kept_from, kept_through,
                last_observed_at, last_report_id, last_report_on, last_zone, last_received_at, next_look_at)
            select :practice, :patient, 4, :start, current_date - 1, observed_at, report_id, local_day,
                'Europe/London', received_at, now()
            from :numbers, lateral (
                select report_id, observed_at, local_day, received_at from report
                where practice_id = :practice and patient_id = :patient
                order by local_day desc, observed_at desc, report_id desc limit 1) latest
            on conflict (practice_id, patient_id) do update set
                kept_from = excluded.kept_from, next_look_at = excluded.next_look_at""";

    private void awaitToday() throws SQLException {
        var begin = System.nanoTime();
        while (System.nanoTime() - begin < TODAY_WITHIN.toNanos()) {
            try (var connection = database.open();
                    var statement = connection.createStatement();
                    var left = statement.executeQuery(
                            "select count(*) from adherence_summary where next_look_at <= now()")) {
                left.next();
                if (left.getLong(1) == 0) {
                    return;
                }
            }
            LockSupport.parkNanos(ASKED_EVERY.toNanos());
        }
        throw new IllegalStateException("Today was not begun within " + TODAY_WITHIN);
    }

    /// One question after the other, over one connection.
    Timings ask(Duration time) throws IOException {
        var taken = LongStream.builder();
        var begin = System.nanoTime();
        try (var line = new Line(port)) {
            for (int number = 0; System.nanoTime() - begin < time.toNanos(); number++) {
                var question = QUESTIONS.get(number % QUESTIONS.size());
                var before = System.nanoTime();
                var status = line.get("/practices/%s/adherence%s".formatted(DemoIdentities.PRACTICE, question), token);
                taken.add(System.nanoTime() - before);
                if (status != 200) {
                    throw new IllegalStateException("The overview was answered with " + status);
                }
            }
        }
        return Timings.of(taken.build().toArray(), (System.nanoTime() - begin) / 1e9);
    }
}
