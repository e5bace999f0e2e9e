package care.sacrum.local;

import care.sacrum.local.backing.DemoIdentities;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/// A practice whose patients have long histories, and its overview asked over HTTP. Patients, prescriptions and reports
/// are written by SQL, since months of days would take hours through the door; what is kept of them the service itself
/// reckons.
final class AdherenceOverviews {

    static final int PATIENTS = 5_000;

    private static final Duration RECKONED_WITHIN = Duration.ofMinutes(60);
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

    /// Gives each patient so many days, and waits until all of them are reckoned.
    ///
    /// @return the seconds that reckoning took
    double grow(int to) throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            var practice = DemoIdentities.PRACTICE;
            statement.execute("""
                    insert into patient (practice_id, patient_id, version, status, home_time_zone, language, sex,
                        risk_factors, baseline_conditions, already_under_care_of, recorded_at)
                    select '%s', %s, 1, 'active', 'Europe/London', 'en', 'unknown', '{}', '[]', '{}', now()
                    from generate_series(0, %d) number on conflict do nothing""".formatted(practice, patient(), PATIENTS - 1));
            statement.execute("""
                    insert into prescription_version (practice_id, prescription_id, version, patient_id, recorded_at, content)
                    select '%1$s', %2$s, 1, %2$s, now() - interval '1100 days', jsonb_build_object(
                        'prescriptionId', %2$s, 'patientId', %2$s, 'version', 1, 'programme', 'bench',
                        'startDate', current_date - %4$d, 'timesADay', 1, 'daysAWeek', 5 + number %% 3,
                        'exercises', '[]'::jsonb, 'pauses', '[]'::jsonb)
                    from generate_series(0, %3$d) number on conflict do nothing""".formatted(practice, patient(), PATIENTS - 1));
            // Each patient leaves out other days, some more than others, and some have stopped.
            statement.execute("""
                    insert into report (practice_id, report_id, patient_id, kind, observed_at, local_day, received_at,
                        content, fingerprint)
                    select '%s', id, %s, 'session', observed_at, observed_at::date, observed_at + interval '5 minutes',
                        jsonb_build_object('reportId', id, 'kind', 'session', 'observedAt', observed_at,
                            'observedTimeZone', 'Europe/London', 'localDay', observed_at::date, 'receivedAt',
                            observed_at + interval '5 minutes', 'painBefore', number %% 6, 'painAfter', number %% 5,
                            'hasNote', false, 'setAside', '[]'::jsonb), '\\x00'
                    from (
                        select number, gen_random_uuid() as id, current_date - back + time '12:00' as observed_at
                        from generate_series(0, %d) number, generate_series(%d, %d) back
                        where (number * 7 + back * 13) %% 20 >= number %% 15 and back > number %% 40 - 20
                    ) each""".formatted(practice, patient(), PATIENTS - 1, days + 1, to));
            statement.execute("vacuum analyze report");
            statement.execute("""
                    insert into adherence_touched (practice_id, patient_id, from_day, to_day)
                    select practice_id, patient_id, '0001-01-01', '9999-12-31' from patient""");
        }
        days = to;
        var begin = System.nanoTime();
        var seconds = reckoned(begin);
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
        return seconds;
    }

    private static String patient() {
        return "('ad0e0000-0000-4000-8000-' || lpad(to_hex(number), 12, '0'))::uuid";
    }

    private double reckoned(long begin) throws SQLException {
        while (System.nanoTime() - begin < RECKONED_WITHIN.toNanos()) {
            try (var connection = database.open();
                    var statement = connection.createStatement();
                    var left = statement.executeQuery("select count(*) from adherence_touched")) {
                left.next();
                if (left.getLong(1) == 0) {
                    return (System.nanoTime() - begin) / 1e9;
                }
            }
            LockSupport.parkNanos(ASKED_EVERY.toNanos());
        }
        throw new IllegalStateException("Not reckoned within " + RECKONED_WITHIN);
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
