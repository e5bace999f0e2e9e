package care.sacrum.local.backing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL as a process of this machine, bound to the loopback address.
final class EmbeddedDatabase implements Server {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private final Path data;
    private final Path work;
    private final int port;
    private final boolean durable;
    private @Nullable EmbeddedPostgres postgres;

    /// @param data the cluster itself
    /// @param work where the binaries are unpacked
    EmbeddedDatabase(Path data, Path work, int port, boolean durable) {
        this.data = data;
        this.work = work;
        this.port = port;
        this.durable = durable;
    }

    @Override
    public void start() {
        OrphanedPostgres.of(data).ifPresent(OrphanedPostgres::stop);
        var disk = durable ? "on" : "off";
        try {
            postgres = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(work.toFile())
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(STARTS_WITHIN)
                    // The same order of words on every machine, whatever its language.
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    // No socket file either: its place in /tmp would be shared with every other PostgreSQL.
                    .setServerConfig("unix_socket_directories", "''")
                    .setServerConfig("fsync", disk)
                    .setServerConfig("synchronous_commit", disk)
                    .setServerConfig("full_page_writes", disk)
                    // A failed CHECK would print the row, and the row is clinical.
                    .setServerConfig("log_error_verbosity", "terse")
                    .setServerConfig("log_min_error_statement", "panic")
                    .setServerConfig("log_min_messages", "warning")
                    // A log a day for a week, then over again: it can not fill the disk.
                    .setServerConfig("logging_collector", durable ? "on" : "off")
                    .setServerConfig("log_filename", "postgres-%u.log")
                    .setServerConfig("log_truncate_on_rotation", "on")
                    .setServerConfig("log_rotation_age", "1d")
                    .setServerConfig("log_rotation_size", "0")
                    .setOutputRedirector(Redirect.DISCARD)
                    .setErrorRedirector(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start on port %d with its data in %s".formatted(port, data), e);
        }
    }

    @Override
    public void stop() {
        if (postgres == null) {
            return;
        }
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            postgres = null;
        }
        // The library gives up after five seconds; a last checkpoint may take longer.
        OrphanedPostgres.of(data).ifPresent(OrphanedPostgres::stop);
    }

    @Override
    public void close() {
        stop();
    }
}
