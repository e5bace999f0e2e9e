package care.sacrum.local;

import care.sacrum.local.SuiteOptions.Asked;
import care.sacrum.local.SuiteOptions.Refused;
import care.sacrum.local.backing.Backing;
import care.sacrum.local.backing.Backing.DataInUse;
import care.sacrum.local.demo.DemoPractice;
import care.sacrum.local.demo.DemoPractice.Fed;
import care.sacrum.local.demo.DemoPractice.NotFed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// What `./suite run` starts: the whole suite in the foreground, until it is told to stop.
public final class Suite {

    private static final int RESTARTS = 3;
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final int USAGE = 64;
    private static final int FAILED = 1;

    private final SuiteOptions options;
    private final Ports ports = Ports.published();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable RunningSuite running;

    private Suite(SuiteOptions options) {
        this.options = options;
    }

    /// The first argument is the checkout, the others are the words after `./suite run`.
    public static void main(String[] arguments) {
        var words = List.of(arguments);
        switch (SuiteOptions.parse(Path.of(words.getFirst()), words.subList(1, words.size()))) {
            case Refused refused -> {
                System.err.println(refused.why() + ". See ./suite help.");
                System.exit(USAGE);
            }
            case Asked asked -> System.exit(new Suite(asked.options()).run());
        }
    }

    private int run() {
        var taken = ports.taken(options.issuer() == null);
        if (!taken.isEmpty()) {
            taken.forEach((port, what) ->
                    System.err.println("Port %d, which %s needs, is taken by another process.".formatted(port, what)));
            System.err.println("./suite doctor says by which one, where that can be known.");
            return FAILED;
        }
        try {
            writePid();
            Runtime.getRuntime().addShutdownHook(new Thread(this::end, "suite ends"));
            if (options.fresh()) {
                Backing.forget(options.data());
            }
            say("Starting, with the data in %s".formatted(options.data()));
            var begin = System.nanoTime();
            var suite = new RunningSuite(options.home(), options.data(), ports, options.issuer(), true);
            running = suite;
            suite.start(progress -> say("  " + progress));
            say("All ready after %.1f s.".formatted(secondsSince(begin)));
            suite.services().forEach(service -> watch(service, 0));
            var fed = options.demo() ? fed(suite) : Optional.<Fed>empty();
            if (!ending.get()) {
                say(Welcome.to(suite, options, fed));
            }
            return awaitEnd();
        } catch (DataInUse e) {
            System.err.println("%s; %s ends it.".formatted(e.getMessage(), Welcome.stopCommand(options)));
            return FAILED;
        } catch (RuntimeException e) {
            if (ending.get()) {
                return awaitEnd();
            }
            System.err.println(e.getMessage());
            return FAILED;
        }
    }

    private Optional<Fed> fed(RunningSuite suite) {
        var begin = System.nanoTime();
        var demo = new DemoPractice(
                suite.service(ServiceName.CONTENT).url(),
                suite.service(ServiceName.SESSION).url(),
                suite.service(ServiceName.TRIAGE).url(),
                suite.issuerUrl(),
                InstantSource.system());
        return switch (demo.feed()) {
            case Fed fed -> {
                say("The demo practice has told its story after %.1f s: %s"
                        .formatted(secondsSince(begin), fed.summary()));
                yield Optional.of(fed);
            }
            case NotFed notFed -> {
                if (!ending.get()) {
                    System.err.println("The demo practice could not be fed, the suite runs without it: %s%n"
                                    .formatted(notFed.why())
                            + "Starting again goes on where it ended.");
                }
                yield Optional.empty();
            }
        };
    }

    /// A service that dies is started again, a few times; then the suite ends, since half a suite is worse than none.
    private void watch(Service service, int restarts) {
        service.ended()
                .thenAcceptAsync(process -> {
                    // Ctrl-C reaches the services too, and one may be quicker than we are.
                    if (endsWithin(GRACE) || ending.get()) {
                        return;
                    }
                    System.err.println("%s ended with exit code %d. The end of its log:%n%s"
                            .formatted(service.name().module(), process.exitValue(), service.lastLines()));
                    if (restarts == RESTARTS) {
                        System.err.println(
                                "It was started again %d times already: the suite stops.".formatted(RESTARTS));
                        System.exit(FAILED);
                    }
                    say("Starting %s again (%d of %d)".formatted(service.name().module(), restarts + 1, RESTARTS));
                    service.startAgain();
                    watch(service, restarts + 1);
                })
                .exceptionally(problem -> {
                    System.err.println("%s can not be started again: %s"
                            .formatted(service.name().module(), problem));
                    System.exit(FAILED);
                    return null;
                });
    }

    private void end() {
        ending.set(true);
        var suite = running;
        if (suite != null) {
            say("Stopping ...");
            suite.close();
            say("Stopped. The data stays in %s".formatted(options.data()));
        }
        deletePid();
        ended.countDown();
    }

    private int awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private boolean endsWithin(Duration time) {
        try {
            return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Path pidFile() {
        return options.data().resolve("suite.pid");
    }

    private void writePid() {
        try {
            Files.createDirectories(options.data());
            Files.writeString(pidFile(), ProcessHandle.current().pid() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory %s can not be written".formatted(options.data()), e);
        }
    }

    private void deletePid() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            System.err.println("%s is left behind: %s".formatted(pidFile(), e.getMessage()));
        }
    }

    private static double secondsSince(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    }

    private static void say(String words) {
        System.out.println(words);
    }
}
