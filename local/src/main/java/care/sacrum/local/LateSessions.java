package care.sacrum.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Devices that come back after weeks without a network: each sends a batch of 500 sessions of its own patient.
final class LateSessions {

    private static final int IN_A_BATCH = 500;
    private static final int LATEST_MINUTES = 25 * 24 * 60;

    private final int port;
    private final String token;
    private final IntFunction<String> patientPath;
    private final int patients;

    /// @param patientPath the address of each of the patients, by number
    LateSessions(int port, String token, int patients, IntFunction<String> patientPath) {
        this.port = port;
        this.token = token;
        this.patients = patients;
        this.patientPath = patientPath;
    }

    /// What was taken in how long.
    record Taken(long sessions, double seconds) {
        double aSecond() {
            return sessions / seconds;
        }
    }

    /// So many connections send one batch after another for so long.
    Taken send(int connections, Duration time, SplittableRandom random) throws Exception {
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var begin = System.nanoTime();
            var all = new ArrayList<Future<Long>>();
            for (var number = 0; number < connections; number++) {
                var mine = random.split();
                all.add(threads.submit(() -> batches(begin + time.toNanos(), mine)));
            }
            var sessions = 0L;
            for (var each : all) {
                sessions += each.get();
            }
            return new Taken(sessions, (System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private long batches(long until, SplittableRandom random) throws IOException {
        var sessions = 0L;
        try (var line = new Line(port)) {
            while (System.nanoTime() < until) {
                var path = patientPath.apply(random.nextInt(patients)) + "/reports";
                var status = line.post(path, token, batch(random));
                if (status != 200) {
                    throw new IllegalStateException("A batch was answered with " + status);
                }
                sessions += IN_A_BATCH;
            }
        }
        return sessions;
    }

    private static String batch(SplittableRandom random) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var batch = new StringBuilder(IN_A_BATCH * 320).append("{\"reports\":[");
        for (var number = 0; number < IN_A_BATCH; number++) {
            batch.append(number == 0 ? "" : ",").append("""
                    {"reportId":"%s","kind":"session","observedAt":"%s","observedTimeZone":"Europe/London",\
                    "painRegion":"low_back","painBefore":%d,"painAfter":%d,"exercisesDone":[{"name":"pelvic tilt",\
                    "sets":1,"reps":10,"holdSeconds":5}],"symptoms":[]}""".formatted(
                            uuid(random),
                            now.minusSeconds(60L * random.nextInt(1, LATEST_MINUTES)),
                            random.nextInt(0, 5),
                            random.nextInt(0, 4)));
        }
        return batch.append("]}").toString();
    }

    private static UUID uuid(SplittableRandom random) {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 2L << 62);
    }
}
