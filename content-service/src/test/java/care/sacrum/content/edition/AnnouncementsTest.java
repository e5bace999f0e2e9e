package care.sacrum.content.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import care.sacrum.local.backing.BackingResource;
import care.sacrum.local.backing.TestTopic;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "content"))
class AnnouncementsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final List<String> SEEDED = List.of(
            "content/exercise/pelvic-tilt",
            "content/exercise/lumbar-rotation",
            "content/exercise/piriformis-stretch",
            "content/article/easing-sacral-pressure",
            "content/article/emergency-texts",
            "content/programme/gentle-sacral-start");

    private static final String QUESTIONS = "content/article/red-flag-questions";

    /// The first editions in English; the second ones, and the questions, in English and in Spanish.
    private static final int EDITIONS = SEEDED.size() * 3 + 2;

    @Inject
    Announcements announcements;

    @Inject
    AgroalDataSource database;

    @Test
    void whatTheMigrationBroughtIsToldOfOnce() {
        try (var topic = TestTopic.named("sacrum.content.v1").fromTheBeginning()) {
            for (String key : SEEDED) {
                topic.next(message -> key.equals(message.key()), SOON);
            }
            topic.next(
                    message ->
                            QUESTIONS.equals(message.key()) && message.value().contains("\"es\""),
                    SOON);
            outboxIsEmpty();
            assertThat(topic.all(message -> SEEDED.contains(message.key()) || QUESTIONS.equals(message.key())))
                    .hasSize(EDITIONS);
        }
    }

    @Test
    void instancesThatStartAtTheSameMomentTellOfItOnceBetweenThem() throws Exception {
        String slug = Drafts.newSlug();
        broughtByAMigration(slug);
        Callable<Boolean> start = () -> {
            announcements.ofWhatMigrationsBrought(new StartupEvent());
            return true;
        };

        try (var topic = TestTopic.named("sacrum.content.v1");
                var instances = Executors.newFixedThreadPool(4)) {
            instances.invokeAll(Stream.generate(() -> start).limit(4).toList()).forEach(each -> each.resultNow());
            start.call();

            topic.next(message -> ("content/article/" + slug).equals(message.key()), SOON);
            outboxIsEmpty();
            assertThat(topic.all(message -> ("content/article/" + slug).equals(message.key())))
                    .hasSize(1);
        }
    }

    private void broughtByAMigration(String slug) throws SQLException {
        try (var connection = database.getConnection();
                var piece = connection.prepareStatement("insert into piece values ('article', ?, 1)");
                var edition = connection.prepareStatement("""
                        insert into edition (kind, slug, version, language, title, document, published_at, published_by)
                        select kind, ?, version, language, title, document, published_at, published_by
                        from edition where slug = 'easing-sacral-pressure' and version = 1""")) {
            piece.setString(1, slug);
            piece.executeUpdate();
            edition.setString(1, slug);
            edition.executeUpdate();
        }
    }

    private void outboxIsEmpty() {
        await().atMost(SOON).until(() -> {
            try (var connection = database.getConnection();
                    var rows = connection.createStatement().executeQuery("select count(*) from outbox")) {
                return rows.next() && rows.getInt(1) == 0;
            }
        });
    }
}
