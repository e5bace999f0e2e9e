package care.sacrum.local;

import java.nio.file.Path;
import java.util.Locale;

/// The three services.
enum ServiceName {
    CONTENT,
    SESSION,
    TRIAGE;

    /// The name of its database and its user.
    String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    String module() {
        return database() + "-service";
    }

    /// The most its heap may take. Triage keeps histories at hand.
    int heapMegabytes() {
        return this == TRIAGE ? 512 : 256;
    }

    /// What the build leaves for the launcher, in a checkout.
    Path packaged(Path home) {
        return home.resolve(module()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
