package care.sacrum.local;

import care.sacrum.local.backing.DemoIdentities;
import care.sacrum.local.backing.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Takes the figures of `docs/benchmarks.md`: `./suite bench`. Everything runs on this machine, the load as well, with
/// `fsync` on.
public final class Benchmarks {

    private static final int[] CONNECTIONS = {1, 8, 32};
    static final int PATIENTS = 20_000;
    private static final int STREAM_RATE = 20;
    private static final Pattern STREAMED = Pattern.compile("57aea000-0000-4000-8000-[0-9a-f]{12}");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final RunningSuite suite;
    private final Ports ports;
    private final Times times;
    private final String token;
    private final Progress progress;
    private final SplittableRandom random = new SplittableRandom(20261122);

    private Benchmarks(RunningSuite suite, Ports ports, Times times) {
        this.suite = suite;
        this.ports = ports;
        this.times = times;
        this.token = Tokens.demo(suite.issuerUrl(), DemoIdentities.CLINICIAN);
        this.progress = new Progress(suite.backing());
    }

    /// How long each figure is taken for; `backlog` is the sessions of each patient that wait.
    private record Times(
            Duration warmUp, Duration floor, Duration writes, Duration sustained, Duration stream, int backlog) {

        static final Times FULL = new Times(
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofMinutes(3),
                Duration.ofMinutes(1),
                20);
        static final Times QUICK = new Times(
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                5);
    }

    /// The first argument is the checkout; `--quick` takes less time and less certain figures, `--adherence` those of a
    /// practice's overview and no others, `--backlog` those of what waited while triage-service was down.
    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        var times = List.of(arguments).contains("--quick") ? Times.QUICK : Times.FULL;
        var data = Files.createTempDirectory("sacrum-bench-");
        var ports = Ports.free();
        var begin = System.nanoTime();
        var suite = new RunningSuite(home, data, ports, null, true);
        // However it ends, by Ctrl-C as well, nothing is left running and nothing on the disk.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            suite.close();
                            delete(data);
                        },
                        "benchmarks end"));
        try {
            suite.start(_ -> {});
            say("| figure | value |%n|---|---|");
            say("| start to all ready | %.1f s |", secondsSince(begin));
            var benchmarks = new Benchmarks(suite, ports, times);
            if (List.of(arguments).contains("--adherence")) {
                benchmarks.adherence();
            } else if (List.of(arguments).contains("--backlog")) {
                benchmarks.record(PATIENTS, "bench");
                benchmarks.backlog();
            } else {
                benchmarks.run(List.of(arguments).contains("--sustained"));
            }
        } catch (Exception e) {
            // Kafka's threads would keep a failed run alive.
            System.err.println("The benchmarks end early: " + e);
            System.exit(1);
        }
        System.exit(0);
    }

    private void run(boolean sustainedOnly) throws Exception {
        memory("after start");
        record(PATIENTS, "bench");
        if (sustainedOnly) {
            writes(8, times.warmUp());
            sayWrites(8, times.sustained());
            return;
        }
        for (var connections : CONNECTIONS) {
            say("| floor: the same two rows by JDBC, %d connections | %s |", connections, floor(connections));
        }
        writes(8, times.warmUp());
        progress.awaitDrained();
        for (var connections : CONNECTIONS) {
            sayWrites(connections, times.writes());
        }
        sayWrites(8, times.sustained());
        lateSessions();
        stream();
        backlog();
        memory("at the end");
    }

    /// A practice of 5,000 patients with a year each, and then with three years each.
    private void adherence() throws Exception {
        record(0, "bench");
        var overviews = new AdherenceOverviews(ports.session(), token, this::session);
        for (var days : new int[] {365, 3 * 365}) {
            overviews.grow(days);
            overviews.ask(times.warmUp());
            var asked = overviews.ask(times.writes());
            say(
                    "| overview of a practice, %,d patients with %,d days each, %,d reports | %,.0f a second, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms |",
                    AdherenceOverviews.PATIENTS,
                    days,
                    progress.number("session", "select count(*) from report"),
                    asked.perSecond(),
                    asked.percentile(0.5),
                    asked.percentile(0.95),
                    asked.percentile(0.99));
        }
    }

    /// Sessions gather while no triage-service runs; then two instances share them.
    private void backlog() throws Exception {
        var taken = new Backlog(suite, ports, token, progress).work(times.backlog(), random.split());
        say(
                "| backlog, two instances of triage-service | %,.0f events a second into findings: %,d sessions of %,d patients in %.1f s from cold, the second half %,.0f a second; partitions of each instance %s; %,d missing; %,d of %,d patients with a red flag on the worklist |",
                taken.aSecond(),
                taken.sessions(),
                PATIENTS,
                taken.seconds(),
                taken.aSecondWarm(),
                taken.partitions(),
                taken.missing(),
                taken.found(),
                taken.flagged());
    }

    private void lateSessions() throws Exception {
        var late = new LateSessions(
                ports.session(),
                token,
                PATIENTS,
                number -> "/practices/%s/patients/%s".formatted(DemoIdentities.PRACTICE, patient("bench", number)));
        late.send(2, times.floor(), random.split());
        progress.awaitDrained();
        var before = progress.number("session", "select count(*) from report");
        var taken = late.send(4, times.writes(), random.split());
        var drain = progress.awaitDrained();
        say(
                "| late sessions by batches of 500, 4 connections | %,.0f sessions a second; %,d sent, %,d kept; drained after %.1f s |",
                taken.aSecond(),
                taken.sessions(),
                progress.number("session", "select count(*) from report") - before,
                drain);
    }

    // --- sessions written ------------------------------------------------------------------------------------------

    private void sayWrites(int connections, Duration time) throws Exception {
        var before = processorTime();
        var taken = writes(connections, time);
        var spent = processorTime();
        var lag = progress.lag();
        var drain = progress.awaitDrained();
        say(
                "| PUT of a session, %d connections, %d s | %s; then not yet sent %,d, not yet evaluated %,d, drained after %.1f s |",
                connections, time.toSeconds(), taken, lag.unsent(), lag.unread(), drain);
        spent.forEach((process, total) -> say(
                "| processor time of %s meanwhile | %.2f ms a session |",
                process, (total - before.getOrDefault(process, 0.0)) / taken.sortedNanos().length));
    }

    /// Milliseconds that each process has spent so far; the load's own are the launcher's.
    private Map<String, Double> processorTime() {
        var spent = new TreeMap<String, Double>();
        for (var service : suite.services()) {
            ProcessHandle.of(service.pid())
                    .ifPresent(handle -> spent.put(service.name().module(), millis(handle)));
        }
        spent.put("the launcher with Kafka and the load", millis(ProcessHandle.current()));
        return spent;
    }

    private static double millis(ProcessHandle handle) {
        return handle.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
    }

    private Timings writes(int connections, Duration time) throws Exception {
        return inParallel(connections, time, mine -> {
            var line = new Line(ports.session());
            return new Step() {
                @Override
                public void take() throws IOException {
                    var patient = mine.nextInt(PATIENTS);
                    expect(201, line.put(session(patient("bench", patient), uuid(mine)), token, body(mine, false)));
                }

                @Override
                public void close() throws IOException {
                    line.close();
                }
            };
        });
    }

    /// What PostgreSQL alone can do: the same two rows in one transaction.
    private Timings floor(int connections) throws Exception {
        try (var connection = session();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists floor_report (practice_id uuid, report_id uuid, patient_id uuid,
                      received_at timestamptz, content jsonb, primary key (practice_id, report_id))""");
            statement.execute("""
                    create table if not exists floor_outbox (id bigint generated always as identity primary key,
                      event_id uuid, topic text, key text, data bytea)""");
        }
        var taken = inParallel(connections, times.floor(), mine -> {
            var connection = session();
            connection.setAutoCommit(false);
            var report = connection.prepareStatement("insert into floor_report values (?, ?, ?, now(), ?::jsonb)");
            var event = connection.prepareStatement(
                    "insert into floor_outbox (event_id, topic, key, data) values (?, ?, ?, ?)");
            return new Step() {
                @Override
                public void take() throws SQLException {
                    var body = body(mine, false);
                    report.setObject(1, DemoIdentities.PRACTICE);
                    report.setObject(2, uuid(mine));
                    report.setObject(3, uuid(mine));
                    report.setString(4, body);
                    report.executeUpdate();
                    event.setObject(1, uuid(mine));
                    event.setString(2, Progress.TOPIC);
                    event.setString(3, "practice/patient");
                    event.setBytes(4, body.getBytes(StandardCharsets.UTF_8));
                    event.executeUpdate();
                    connection.commit();
                }

                @Override
                public void close() throws SQLException {
                    connection.close();
                }
            };
        });
        try (var connection = session();
                var statement = connection.createStatement()) {
            statement.execute("drop table floor_report");
            statement.execute("drop table floor_outbox");
        }
        return taken;
    }

    private interface Step extends AutoCloseable {
        void take() throws IOException, SQLException;

        @Override
        void close() throws IOException, SQLException;
    }

    private interface Opening {
        Step open(SplittableRandom random) throws IOException, SQLException;
    }

    private Timings inParallel(int connections, Duration time, Opening opening) throws Exception {
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var begin = System.nanoTime();
            var until = begin + time.toNanos();
            var all = new ArrayList<Future<long[]>>();
            for (var number = 0; number < connections; number++) {
                var mine = random.split();
                all.add(threads.submit(() -> {
                    var taken = new LongList();
                    try (var step = opening.open(mine)) {
                        for (var before = System.nanoTime(); before < until; ) {
                            step.take();
                            var after = System.nanoTime();
                            taken.add(after - before);
                            before = after;
                        }
                    }
                    return taken.toArray();
                }));
            }
            var together = new LongList();
            for (var each : all) {
                for (var nanos : each.get()) {
                    together.add(nanos);
                }
            }
            return Timings.of(together.toArray(), (System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    // --- to the clinician's screen ---------------------------------------------------------------------------------

    /// From sending a session with a red flag to the line of the worklist's stream that names its patient.
    private void stream() throws Exception {
        var warm = (int) (STREAM_RATE * times.stream().toSeconds());
        record(2 * warm, "stream");
        progress.awaitDrained();
        var arrived = new ConcurrentHashMap<String, Long>();
        var watching = new AtomicBoolean(true);
        var sent = new long[2 * warm];
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/practices/%s/worklist/stream"
                            .formatted(ports.triage(), DemoIdentities.PRACTICE)))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "text/event-stream")
                    .build();
            var answer = client.send(request, BodyHandlers.ofInputStream());
            expect(200, answer.statusCode());
            var reader = Thread.ofPlatform().daemon().start(() -> listen(answer.body(), arrived, watching));
            try (var line = new Line(ports.session())) {
                var begin = System.nanoTime();
                for (var number = 0; number < sent.length; number++) {
                    LockSupport.parkNanos(begin + number * 1_000_000_000L / STREAM_RATE - System.nanoTime());
                    sent[number] = System.nanoTime();
                    expect(201, line.put(session(patient("stream", number), uuid(random)), token, body(random, true)));
                }
            }
            var until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (arrived.size() < sent.length && System.nanoTime() < until) {
                LockSupport.parkNanos(50_000_000);
            }
            watching.set(false);
            answer.body().close();
            reader.join(Duration.ofSeconds(5));
            client.shutdownNow();
        }
        var measured = new LongList();
        for (var number = warm; number < sent.length; number++) {
            var when = arrived.get(patient("stream", number).toString());
            if (when != null) {
                measured.add(when - sent[number]);
            }
        }
        say(
                "| PUT to the worklist's stream, %d a second, after a warm-up of %d s | p50 %.1f ms, p99 %.1f ms, %,d of %,d arrived |",
                STREAM_RATE,
                times.stream().toSeconds(),
                Timings.of(measured.toArray(), 1).percentile(0.5),
                Timings.of(measured.toArray(), 1).percentile(0.99),
                measured.size(),
                warm);
    }

    private static void listen(InputStream stream, ConcurrentHashMap<String, Long> arrived, AtomicBoolean watching) {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var now = System.nanoTime();
                STREAMED.matcher(line).results().forEach(found -> arrived.putIfAbsent(found.group(), now));
            }
        } catch (IOException e) {
            if (watching.get()) {
                throw new UncheckedIOException("The worklist's stream broke", e);
            }
        }
    }

    // --- memory ----------------------------------------------------------------------------------------------------

    private void memory(String when) throws IOException {
        for (var service : suite.services()) {
            say("| memory of %s, %s | %s |", service.name().module(), when, resident(service.pid()));
        }
        say(
                "| memory of the launcher with Kafka and the issuer, %s | %s |",
                when, resident(ProcessHandle.current().pid()));
    }

    private static String resident(long pid) throws IOException {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return "not known on this system";
        }
        var found = RESIDENT.matcher(Files.readString(status));
        return found.find() ? "%d MB".formatted(Long.parseLong(found.group(1)) / 1024) : "not known";
    }

    // --- people and their reports ----------------------------------------------------------------------------------

    private void record(int patients, String kind) throws IOException {
        try (var line = new Line(ports.session())) {
            var practice = line.put(
                    "/practices/" + DemoIdentities.PRACTICE,
                    Tokens.demo(suite.issuerUrl(), DemoIdentities.OPERATOR),
                    """
                    {"name": "Benchmark", "country": "GB", "timeZone": "Europe/London", "emergencyNumber": "999"}""");
            if (practice != 201 && practice != 200) {
                throw new IllegalStateException("The practice was answered with " + practice);
            }
            for (var number = 0; number < patients; number++) {
                expect(
                        201,
                        line.put(
                                "/practices/%s/patients/%s".formatted(DemoIdentities.PRACTICE, patient(kind, number)),
                                token,
                                """
                                {"homeTimeZone": "Europe/London", "ageYears": 44, "sex": "female"}"""));
            }
        }
    }

    static UUID patient(String kind, int number) {
        return UUID.fromString(
                "%s-0000-4000-8000-%012x".formatted(kind.equals("stream") ? "57aea000" : "be7c0000", number));
    }

    static String session(UUID patient, UUID report) {
        return "/practices/%s/patients/%s/sessions/%s".formatted(DemoIdentities.PRACTICE, patient, report);
    }

    static String body(SplittableRandom random, boolean redFlag) {
        var observed =
                Instant.now().minusSeconds(random.nextLong(60, 25L * 24 * 3600)).truncatedTo(ChronoUnit.SECONDS);
        return """
                {"kind": "session", "observedAt": "%s", "observedTimeZone": "Europe/London", "painRegion": "low_back",
                 "painBefore": %d,
                 "painAfter": %d, "exercisesDone": [{"name": "pelvic tilt", "sets": 1, "reps": 10, "holdSeconds": 5}],
                 "symptoms": [%s]}""".formatted(
                redFlag ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : observed,
                random.nextInt(0, 5),
                random.nextInt(0, 4),
                redFlag ? "{\"code\": \"urine_cannot_start\", \"status\": \"present\", \"onset\": \"new\"}" : "");
    }

    static UUID uuid(SplittableRandom random) {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 2L << 62);
    }

    private Connection session() throws SQLException {
        return DriverManager.getConnection(suite.backing().jdbcUrl("session"), "session", "session");
    }

    private static void expect(int wanted, int status) {
        if (status != wanted) {
            throw new IllegalStateException("Answered with %d, not %d".formatted(status, wanted));
        }
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void delete(Path directory) {
        try (var found = Files.walk(directory)) {
            for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.err.println("%s is left behind: %s".formatted(directory, e.getMessage()));
        }
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    /// Longs without a box each.
    private static final class LongList {

        private long[] values = new long[1024];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        int size() {
            return size;
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
