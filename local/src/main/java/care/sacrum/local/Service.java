package care.sacrum.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One packaged service as a process of its own.
///
/// Its standard input is a pipe that nobody writes to: it closes when we end, however we end, and the service ends with
/// it. Its log is a file of bounded size.
final class Service {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);
    private static final int LAST_LINES = 15;

    private final ServiceName name;
    private final int port;
    private final Path jar;
    private final Path logs;
    private final Map<String, String> settings;
    private volatile Process process;

    private Service(ServiceName name, int port, Path jar, Path logs, Map<String, String> settings) {
        this.name = name;
        this.port = port;
        this.jar = jar;
        this.logs = logs;
        this.settings = settings;
        this.process = launched();
    }

    static Service started(ServiceName name, int port, Path home, Path data, Map<String, String> settings) {
        var jar = name.packaged(home);
        if (!Files.exists(jar)) {
            throw new IllegalStateException("%s is not built: %s is missing".formatted(name.module(), jar));
        }
        return new Service(name, port, jar, made(data.resolve("logs")), settings);
    }

    ServiceName name() {
        return name;
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<Process> ended() {
        return process.onExit();
    }

    /// Returns when it says that it is ready to serve.
    void awaitReady(HttpClient client) {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)))
                .timeout(Duration.ofSeconds(5))
                .build();
        var until = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady(client, question)) {
            if (!isAlive()) {
                throw new IllegalStateException("%s ended while it started, with exit code %d. The end of its log:%n%s"
                        .formatted(name.module(), process.exitValue(), lastLines()));
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("%s is not ready after %d seconds. The end of its log:%n%s"
                        .formatted(name.module(), READY_WITHIN.toSeconds(), lastLines()));
            }
            pause();
        }
    }

    /// Ends it as an operator would, and waits until it has.
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    /// Ends it as a power cut would.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Begins anew after it ended or was killed.
    void startAgain() {
        if (isAlive()) {
            throw new IllegalStateException(name.module() + " is still running");
        }
        process = launched();
    }

    /// What a person needs to see of a service that died.
    String lastLines() {
        var lines = new ArrayList<String>();
        for (var file : List.of(log(), out())) {
            try {
                lines.addAll(Files.exists(file) ? tail(Files.readAllLines(file)) : List.of());
            } catch (IOException | UncheckedIOException e) {
                lines.add("(%s can not be read: %s)".formatted(file, e.getMessage()));
            }
        }
        return lines.isEmpty() ? "    (nothing)" : "    " + String.join(System.lineSeparator() + "    ", lines);
    }

    /// The last lines that say something: not where in the code, which the file itself has.
    private static List<String> tail(List<String> lines) {
        var telling = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("\t... "))
                .toList();
        return telling.subList(Math.max(0, telling.size() - LAST_LINES), telling.size());
    }

    private Path log() {
        return logs.resolve(name.module() + ".log");
    }

    /// What it says before its log is open: little, and afresh at each start.
    private Path out() {
        return logs.resolve(name.module() + ".out");
    }

    private Process launched() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx%dm".formatted(name.heapMegabytes()),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        var extra = System.getenv("SACRUM_JAVA_OPTS");
        if (extra != null && !extra.isBlank()) {
            command.addAll(List.of(extra.strip().split("\\s+")));
        }
        allSettings().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        try {
            return new ProcessBuilder(command)
                    .redirectInput(Redirect.PIPE)
                    .redirectErrorStream(true)
                    .redirectOutput(out().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("%s can not be started".formatted(name.module()), e);
        }
    }

    private Map<String, String> allSettings() {
        var all = new TreeMap<>(settings);
        all.put("quarkus.http.host", "127.0.0.1");
        all.put("quarkus.http.port", Integer.toString(port));
        all.put("sacrum.end-with-parent", "true");
        all.put("quarkus.log.console.enabled", "false");
        all.put("quarkus.log.file.enabled", "true");
        all.put("quarkus.log.file.path", log().toString());
        all.put("quarkus.log.file.rotation.max-file-size", "10M");
        all.put("quarkus.log.file.rotation.max-backup-index", "3");
        return all;
    }

    private static boolean isReady(HttpClient client, HttpRequest question) {
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
