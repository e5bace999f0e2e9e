package care.sacrum.local.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedBackingTest {

    @Test
    void whicheverClassLoaderAsksThereIsOneBackingInTheJvm() throws Exception {
        var here = resource("session").start();

        var classes =
                BackingResource.class.getProtectionDomain().getCodeSource().getLocation();
        try (var elsewhere = new Elsewhere(classes)) {
            var settings =
                    elsewhere.loadClass(SharedBacking.class.getName()).getDeclaredMethod("settings", String.class);
            settings.setAccessible(true);

            assertThat(settings.getDeclaringClass()).isNotSameAs(SharedBacking.class);
            assertThat(settings.invoke(null, "session")).isEqualTo(here);
        }
    }

    @Test
    void kafkaComesBackWithWhatItHad() {
        resource("triage").start();
        try (var topic = TestTopic.named("sacrum.test.faults")) {
            topic.send("a", "before", Map.of("ce_id", "1"));

            Faults.withoutKafka(() -> {});

            topic.send("a", "after", Map.of("ce_id", "2"));
            topic.next(message -> message.id().equals("2"), Duration.ofSeconds(30));
            assertThat(topic.all(_ -> true).stream().map(TestTopic.Message::id).distinct())
                    .containsExactly("1", "2");
        }
    }

    @Test
    void aServiceThatIsNoneIsRefused() {
        assertThatThrownBy(() -> resource("portal")).hasMessageContaining("content, session, triage");
    }

    private static BackingResource resource(String service) {
        var resource = new BackingResource();
        resource.init(Map.of("service", service));
        return resource;
    }

    /// Loads our own classes once more, as Quarkus does.
    private static final class Elsewhere extends URLClassLoader {

        Elsewhere(URL classes) {
            super(new URL[] {classes}, Elsewhere.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("care.sacrum.")) {
                return super.loadClass(name, resolve);
            }
            var loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
