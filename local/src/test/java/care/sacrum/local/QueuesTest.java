package care.sacrum.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Whatever takes a batch of rows chooses them once. PostgreSQL may carry a subquery with a limit out again for
/// each row of a join; each time it passes over what it has locked and changed already, and so takes more than
/// the limit.
class QueuesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES =
            List.of("platform", "content-service", "session-service", "triage-service");
    private static final Pattern CHOSEN_AGAIN = Pattern.compile(
            "(?is)(?:\\bin|=)\\s*\\(\\s*select\\b(?:(?!\"\"\"|materialized).)*?\\blimit\\b(?:(?!\"\"\").)*?\\bfor (?:no key )?update\\b");

    @Test
    void noServiceTakesABatchFromInsideAJoin() throws IOException {
        var found = new ArrayList<String>();
        for (var module : MODULES) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (var file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    if (CHOSEN_AGAIN.matcher(Files.readString(file)).find()) {
                        found.add(ROOT.relativize(file).toString());
                    }
                }
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void theTestKnowsWhatItLooksFor() {
        assertThat("""
                delete from mark where id in (
                    select id from mark order by id limit ? for update skip locked)""").containsPattern(CHOSEN_AGAIN);
        assertThat("""
                with batch as materialized (
                    select id from mark order by id limit ? for update skip locked)
                delete from mark using batch where mark.id = batch.id""").doesNotContainPattern(CHOSEN_AGAIN);
    }
}
