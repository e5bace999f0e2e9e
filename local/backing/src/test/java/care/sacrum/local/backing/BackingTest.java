package care.sacrum.local.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.sacrum.local.backing.Backing.DataInUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackingTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void whatWasWrittenIsThereAfterEachIsStoppedAndStarted() throws Exception {
        try (var backing = Backing.start(BackingOptions.forTests())) {
            write(backing);

            backing.stopKafka();
            backing.stopPostgres();
            assertThatThrownBy(() -> connected(backing, "session")).isInstanceOf(SQLException.class);
            backing.startPostgres();
            backing.startKafka();

            assertThatItIsThere(backing);
        }
    }

    @Test
    void keptDataIsThereForTheNextBackingEvenInADirectoryWithASpace() throws Exception {
        var options = BackingOptions.forTests()
                .embedded()
                .in(directory.resolve("the data"))
                .durably();
        try (var backing = Backing.start(options)) {
            write(backing);
        }

        try (var backing = Backing.start(options)) {
            assertThatItIsThere(backing);
        }
    }

    @Test
    void twoBackingsNeverWorkInOneDirectory() {
        var options = BackingOptions.forTests().embedded().in(directory);
        try (var first = Backing.start(options)) {
            assertThatThrownBy(() -> Backing.start(options)).isInstanceOf(DataInUse.class);

            assertThat(first.settings("triage")).containsKey("quarkus.datasource.jdbc.url");
        }
    }

    @Test
    void aServiceHasNoBusinessInTheDatabaseOfAnother() {
        try (var backing = Backing.start(BackingOptions.forTests())) {
            assertThatThrownBy(() -> DriverManager.getConnection(backing.jdbcUrl("session"), "triage", "triage"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void temporaryDataGoesWithItsBacking() {
        var backing = Backing.start(BackingOptions.forTests().embedded());
        var data = backing.data();
        assertThat(data).exists();

        backing.close();

        assertThat(data).doesNotExist();
    }

    @Test
    void anAcknowledgedWriteIsOnTheDiskUnlessTheBackingIsATestsOwn() throws Exception {
        var options = BackingOptions.forTests().embedded().in(directory).durably();
        try (var backing = Backing.start(options);
                var connection = connected(backing, "session")) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(answer(connection, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void aRefusedRowIsNotInTheServersLog() throws Exception {
        var options = BackingOptions.forTests().embedded().in(directory).durably();
        try (var backing = Backing.start(options);
                var connection = connected(backing, "session");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE pain (score int CHECK (score <= 10), note text)");

            assertThatThrownBy(() -> statement.execute("INSERT INTO pain VALUES (11, 'told-in-confidence')"))
                    .hasMessageNotContaining("told-in-confidence");
        }

        try (var logs = Files.walk(directory.resolve("postgres/log"))) {
            assertThat(logs.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(log -> assertThat(log).content().doesNotContain("told-in-confidence"));
        }
    }

    private static void write(Backing backing) throws SQLException {
        try (var connection = connected(backing, "session");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
            statement.execute("INSERT INTO kept VALUES ('breathe')");
        }
        try (var topic = TestTopic.named("kept", backing.bootstrapServers())) {
            topic.send("key", "breathe", Map.of("ce_id", "1"));
        }
    }

    private static void assertThatItIsThere(Backing backing) throws SQLException {
        try (var connection = connected(backing, "session")) {
            assertThat(answer(connection, "SELECT word FROM kept")).isEqualTo("breathe");
        }
        try (var topic = TestTopic.named("kept", backing.bootstrapServers()).fromTheBeginning()) {
            assertThat(topic.next(message -> message.id().equals("1"), SOON).value())
                    .isEqualTo("breathe");
            assertThat(topic.all(_ -> true)).hasSize(1);
        }
    }

    static Connection connected(Backing backing, String service) throws SQLException {
        return DriverManager.getConnection(backing.jdbcUrl(service), service, service);
    }

    private static String answer(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }
}
