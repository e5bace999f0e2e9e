package care.sacrum.local.backing;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// The servers run inside our own process and would tell their life in its log.
final class QuietLogs {

    private static final Map<String, Level> LEVELS = Map.ofEntries(
            Map.entry("org.apache.kafka", Level.SEVERE),
            Map.entry("kafka", Level.SEVERE),
            Map.entry("state.change.logger", Level.SEVERE),
            Map.entry("io.zonky", Level.SEVERE),
            Map.entry("no.nav.security", Level.WARNING),
            Map.entry("okhttp3", Level.WARNING),
            Map.entry("org.testcontainers", Level.OFF),
            Map.entry("tc", Level.OFF),
            Map.entry("com.github.dockerjava", Level.OFF));

    /// Held, since a logger that nobody holds forgets its level.
    private static final List<Logger> HELD =
            LEVELS.keySet().stream().map(Logger::getLogger).toList();

    private QuietLogs() {}

    static void please() {
        HELD.forEach(logger -> logger.setLevel(LEVELS.get(logger.getName())));
    }

    /// The same for a Quarkus application, which sets the levels of its process anew when it starts.
    static Stream<Map.Entry<String, String>> asQuarkusSettings() {
        return LEVELS.entrySet().stream()
                .map(each -> Map.entry(
                        "quarkus.log.category.\"%s\".level".formatted(each.getKey()),
                        switch (each.getValue().getName()) {
                            case "SEVERE" -> "ERROR";
                            case "WARNING" -> "WARN";
                            default -> each.getValue().getName();
                        }));
    }
}
