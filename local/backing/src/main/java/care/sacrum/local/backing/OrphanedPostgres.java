package care.sacrum.local.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A PostgreSQL that outlived whoever started it, found by the file it keeps in its data directory.
///
/// A process id is used again sooner or later, so the number alone proves nothing: the process must be a postgres that
/// works in this very directory. Anything else is left alone.
public record OrphanedPostgres(ProcessHandle process, Path data) {

    private static final Duration ORDERLY = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    /// The one that works in `data`, if there is one. The caller holds the lock of that directory, so nobody else wants
    /// it.
    public static Optional<OrphanedPostgres> of(Path data) {
        return pid(data)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> worksIn(process, data))
                .map(process -> new OrphanedPostgres(process, data));
    }

    /// Lets it finish what it has begun; if sessions keep it from that, it recovers at its next start.
    public void stop() {
        signal("INT");
        if (!endsWithin(ORDERLY)) {
            signal("QUIT");
            if (!endsWithin(AT_ONCE)) {
                throw new IllegalStateException(
                        "PostgreSQL (process %d) in %s does not stop".formatted(process.pid(), data));
            }
        }
    }

    /// The process id and the data directory are the first two lines.
    private static Optional<Long> pid(Path data) {
        var file = data.resolve("postmaster.pid");
        try {
            var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            return lines.size() >= 2 && samePlace(Path.of(lines.get(1)), data)
                    ? Optional.of(Long.parseLong(lines.get(0).strip()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        var workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        if (Files.exists(workingDirectory)) {
            return isPostgres(process) && samePlace(workingDirectory, data);
        }
        return isPostgres(process) && commandLine(process).contains(data.toString());
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .map(command -> command.getFileName().toString())
                .filter(name -> name.equals("postgres"))
                .isPresent();
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    private static boolean samePlace(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException _) {
            return false;
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
