package care.sacrum.local.backing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/// A running PostgreSQL with a database for each service, and a running Kafka broker.
///
/// Both can be stopped and started again on the same ports with the same data, which is how tests take them away from a
/// service that is at work.
public final class Backing implements AutoCloseable {

    /// Each is a database, the role that owns it, and that role's password.
    public static final List<String> DATABASES = List.of("content", "session", "triage");

    private static final String POSTGRES = "postgres";
    private static final String KAFKA = "kafka";
    private static final String BINARIES = "binaries";
    private static final String TEMPORARY = "sacrum-backing-";
    private static final Executor ITS_OWN_THREAD = Thread.ofPlatform().daemon()::start;
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);

    private final BackingOptions options;
    private final Path data;
    private final DirectoryLock lock;
    private Server postgres;
    private Server kafka;

    private Backing(BackingOptions options, Path data, DirectoryLock lock) {
        this.options = options;
        this.data = data;
        this.lock = lock;
        var containers = options.containers() && ContainerServer.dockerAnswers();
        this.postgres =
                containers ? ContainerServer.postgres(options.postgresPort(), options.durable()) : embeddedPostgres();
        this.kafka = containers ? ContainerServer.kafka(options.kafkaPort()) : embeddedKafka();
    }

    /// Starts both, at the same time, and returns when both answer.
    ///
    /// @throws DataInUse if another backing that is alive holds the data directory
    public static Backing start(BackingOptions options) {
        QuietLogs.please();
        var data = options.data() == null ? temporary() : made(options.data());
        var backing = new Backing(options, data, DirectoryLock.of(data));
        try {
            backing.startBoth();
            return backing;
        } catch (RuntimeException | Error e) {
            backing.close();
            throw e;
        }
    }

    /// Deletes what a backing kept in that directory, and nothing that others put there.
    ///
    /// @throws DataInUse if a backing that is alive holds it
    public static void forget(Path data) {
        var directory = made(data);
        try (var _ = DirectoryLock.of(directory)) {
            OrphanedPostgres.of(directory.resolve(POSTGRES)).ifPresent(OrphanedPostgres::stop);
            for (var ours : List.of(POSTGRES, KAFKA, BINARIES)) {
                delete(directory.resolve(ours));
            }
        }
    }

    public String jdbcUrl(String database) {
        // The driver would put the row of a failed constraint into the exception, and the row is clinical.
        return "jdbc:postgresql://127.0.0.1:%d/%s?logServerErrorDetail=false"
                .formatted(options.postgresPort(), database);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + options.kafkaPort();
    }

    /// What a service is told about where its database and its broker are.
    public Map<String, String> settings(String service) {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                jdbcUrl(service),
                "quarkus.datasource.username",
                service,
                "quarkus.datasource.password",
                service,
                "kafka.bootstrap.servers",
                bootstrapServers());
    }

    public Path data() {
        return data;
    }

    public void stopPostgres() {
        postgres.stop();
    }

    /// Returns when it answers again.
    public void startPostgres() {
        postgres.start();
        await("PostgreSQL", this::postgresAnswers);
    }

    public void stopKafka() {
        kafka.stop();
    }

    /// Returns when it answers again.
    public void startKafka() {
        kafka.start();
        await("Kafka", this::kafkaAnswers);
    }

    /// Stops Kafka, then PostgreSQL. What was temporary is gone, what was to be kept is kept.
    @Override
    public void close() {
        try {
            kafka.close();
        } finally {
            try {
                postgres.close();
            } finally {
                lock.close();
                if (options.data() == null) {
                    deleteIfPossible(data);
                }
            }
        }
    }

    private void startBoth() {
        try {
            startBothAtOnce();
        } catch (RuntimeException e) {
            if (postgres instanceof EmbeddedDatabase) {
                throw e;
            }
            System.err.println("Docker answers, but its containers do not start (%s); going on embedded."
                    .formatted(e.getMessage()));
            kafka.close();
            postgres.close();
            postgres = embeddedPostgres();
            kafka = embeddedKafka();
            startBothAtOnce();
        }
    }

    private void startBothAtOnce() {
        var database = CompletableFuture.runAsync(
                () -> {
                    startPostgres();
                    makeDatabases();
                },
                ITS_OWN_THREAD);
        try {
            startKafka();
        } finally {
            joined(database);
        }
    }

    private static void joined(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private EmbeddedDatabase embeddedPostgres() {
        return new EmbeddedDatabase(data.resolve(POSTGRES), binaries(), options.postgresPort(), options.durable());
    }

    /// Unpacked once for all backings of this user, which saves seconds at each first start; where the home directory
    /// does
    /// not allow it, beside the data.
    private Path binaries() {
        var shared = Path.of(System.getProperty("user.home"), ".cache", "sacrum");
        try {
            return Files.createDirectories(shared);
        } catch (IOException _) {
            return data.resolve(BINARIES);
        }
    }

    private EmbeddedBroker embeddedKafka() {
        return new EmbeddedBroker(data.resolve(KAFKA), options.kafkaPort(), options.controllerPort());
    }

    private void makeDatabases() {
        try (var connection = superuser()) {
            for (var name : DATABASES) {
                if (missing(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
                    execute(connection, "CREATE ROLE %1$s LOGIN PASSWORD '%1$s'".formatted(name));
                }
                if (missing(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                    execute(connection, "CREATE DATABASE %1$s OWNER %1$s".formatted(name));
                    // By default every role may connect to every database: a service has no business in another's.
                    execute(connection, "REVOKE ALL ON DATABASE %1$s FROM PUBLIC".formatted(name));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The services' databases could not be made", e);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(options.postgresPort()), "postgres", "postgres");
    }

    private static boolean missing(Connection connection, String question, String name) throws SQLException {
        try (var asked = connection.prepareStatement(question)) {
            asked.setString(1, name);
            try (var answer = asked.executeQuery()) {
                return !answer.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean postgresAnswers() {
        try (var connection = superuser()) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    private boolean kafkaAnswers() {
        var settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "2000");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "2000");
        try (var admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception _) {
            return false;
        }
    }

    private static void await(String server, BooleanSupplier answers) {
        var until = System.nanoTime() + ANSWERS_WITHIN.toNanos();
        while (!answers.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("%s does not answer within %s".formatted(server, ANSWERS_WITHIN));
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for " + server, e);
            }
        }
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory %s can not be made".formatted(directory), e);
        }
    }

    private static Path temporary() {
        try {
            sweep();
            return Files.createTempDirectory(TEMPORARY).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A test that was killed leaves a PostgreSQL and a directory behind; the next one takes both away.
    private static void sweep() throws IOException {
        try (var left = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), TEMPORARY + "*")) {
            for (var directory : left) {
                if (!DirectoryLock.wasTakenIn(directory)) {
                    continue;
                }
                try (var _ = DirectoryLock.of(directory)) {
                    OrphanedPostgres.of(directory.resolve(POSTGRES)).ifPresent(OrphanedPostgres::stop);
                    deleteIfPossible(directory);
                } catch (DataInUse _) {
                    // It belongs to a test that is running.
                }
            }
        }
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var found = Files.walk(directory)) {
            for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s can not be deleted".formatted(directory), e);
        }
    }

    /// Nobody needs it any more, and nobody is hurt where it can not be deleted.
    private static void deleteIfPossible(Path temporary) {
        try {
            delete(temporary);
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
        }
    }

    /// Another backing that is alive holds the data directory.
    public static final class DataInUse extends RuntimeException {

        private static final long serialVersionUID = 1;

        DataInUse(Path data) {
            super("The data in %s is in use by a suite that is running".formatted(data));
        }
    }

    /// One backing at a time may work in a directory. The lock goes with the process, however that ends.
    private record DirectoryLock(RandomAccessFile file, FileLock lock) implements AutoCloseable {

        private static final String NAME = "backing.lock";

        static boolean wasTakenIn(Path directory) {
            return Files.exists(directory.resolve(NAME));
        }

        static DirectoryLock of(Path directory) {
            try {
                var file = new RandomAccessFile(directory.resolve(NAME).toFile(), "rw");
                var lock = tried(file);
                if (lock == null) {
                    file.close();
                    throw new DataInUse(directory);
                }
                return new DirectoryLock(file, lock);
            } catch (IOException e) {
                throw new UncheckedIOException("The data directory %s can not be written".formatted(directory), e);
            }
        }

        private static @Nullable FileLock tried(RandomAccessFile file) throws IOException {
            try {
                return file.getChannel().tryLock();
            } catch (OverlappingFileLockException _) {
                return null;
            }
        }

        @Override
        public void close() {
            try {
                lock.release();
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
