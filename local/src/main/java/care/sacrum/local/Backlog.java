package care.sacrum.local;

import care.sacrum.local.backing.FreePort;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// What waits after an hour without triage-service: sessions of many patients, one after another and not one patient's
/// at once, of which one patient in twenty has a red flag. Two instances then share it.
final class Backlog {

    private static final int ONE_WITH_RED_FLAG_OF = 20;
    private static final int CONNECTIONS = 8;
    private static final String COUNT = "select count(*) from report";
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final Duration WORKED_OFF_WITHIN = Duration.ofMinutes(10);

    private final RunningSuite suite;
    private final Ports ports;
    private final String token;
    private final Progress progress;

    Backlog(RunningSuite suite, Ports ports, String token, Progress progress) {
        this.suite = suite;
        this.ports = ports;
        this.token = token;
        this.progress = progress;
    }

    /// @param sessions those that waited
    /// @param seconds from the first that an instance took to the last
    /// @param secondHalf what the second half of the sessions took of these, once both had warmed up
    /// @param partitions how many partitions each instance read
    /// @param missing sessions that triage-service does not have
    /// @param flagged patients with a red flag
    /// @param found patients with an open emergency, which nobody without a red flag has
    record Worked(
            long sessions,
            double seconds,
            double secondHalf,
            List<Integer> partitions,
            long missing,
            long flagged,
            long found) {
        double aSecond() {
            return sessions / seconds;
        }

        double aSecondWarm() {
            return sessions / 2.0 / secondHalf;
        }
    }

    /// Lets so many sessions of each patient wait, and takes the time of two instances, from cold.
    Worked work(int sessionsEach, SplittableRandom random) throws Exception {
        progress.awaitDrained();
        var service = suite.service(ServiceName.TRIAGE);
        service.stop();
        var taken = progress.number("session", COUNT);
        var kept = progress.number("triage", COUNT);
        for (var round = 0; round < sessionsEach; round++) {
            send(round, random.split());
        }
        progress.awaitSent();
        taken = progress.number("session", COUNT) - taken;
        var read = progress.read();
        service.startAgain();
        var another = suite.another(ServiceName.TRIAGE, FreePort.any());
        try {
            var first = awaitRead(read + 1);
            var half = awaitRead(read + taken / 2);
            progress.awaitDrained();
            var last = System.nanoTime();
            return new Worked(
                    taken,
                    seconds(first, last),
                    seconds(half, last),
                    progress.readers("triage-service"),
                    taken - (progress.number("triage", COUNT) - kept),
                    Benchmarks.PATIENTS / ONE_WITH_RED_FLAG_OF,
                    progress.number("triage", "select count(*) from watched_patient where open_urgency = 0"));
        } finally {
            another.stop();
        }
    }

    /// @return when triage-service had taken so many records
    private long awaitRead(long records) throws SQLException {
        var until = System.nanoTime() + WORKED_OFF_WITHIN.toNanos();
        while (progress.read() < records) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        "%d records were not taken within %s".formatted(records, WORKED_OFF_WITHIN));
            }
            LockSupport.parkNanos(EVERY.toNanos());
        }
        return System.nanoTime();
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private void send(int round, SplittableRandom random) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var all = new ArrayList<Future<?>>();
            for (var connection = 0; connection < CONNECTIONS; connection++) {
                var from = connection;
                var mine = random.split();
                all.add(threads.submit(() -> {
                    send(round, from, mine);
                    return null;
                }));
            }
            for (var each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private void send(int round, int from, SplittableRandom random) throws IOException {
        try (var line = new Line(ports.session())) {
            for (var patient = from; patient < Benchmarks.PATIENTS; patient += CONNECTIONS) {
                var redFlag = round == 0 && patient % ONE_WITH_RED_FLAG_OF == 0;
                var status = line.put(
                        Benchmarks.session(Benchmarks.patient("bench", patient), Benchmarks.uuid(random)),
                        token,
                        Benchmarks.body(random, redFlag));
                if (status != 201) {
                    throw new IllegalStateException("A session was answered with " + status);
                }
            }
        }
    }
}
