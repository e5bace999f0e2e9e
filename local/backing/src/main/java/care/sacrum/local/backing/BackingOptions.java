package care.sacrum.local.backing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a backing is to run.
///
/// @param data where the data stays; null for a temporary directory that goes when the backing does
/// @param durable whether an acknowledged write survives a loss of power (`fsync`), as it must outside tests
/// @param containers whether containers are taken where Docker answers; otherwise everything is embedded
public record BackingOptions(
        @Nullable Path data, boolean durable, boolean containers, int postgresPort, int kafkaPort, int controllerPort) {

    public static final int POSTGRES_PORT = 25432;
    public static final int KAFKA_PORT = 28092;
    public static final int CONTROLLER_PORT = 28093;

    /// Kept data, durable, embedded, on the ports that the suite publishes.
    public static BackingOptions kept(Path data) {
        return new BackingOptions(data, true, false, POSTGRES_PORT, KAFKA_PORT, CONTROLLER_PORT);
    }

    /// Fast and temporary, on free ports; in containers where Docker answers.
    /// The environment variable `SACRUM_BACKING=embedded` keeps Docker out of it.
    public static BackingOptions forTests() {
        return new BackingOptions(
                null,
                false,
                !"embedded".equals(System.getenv("SACRUM_BACKING")),
                FreePort.any(),
                FreePort.any(),
                FreePort.any());
    }

    public BackingOptions embedded() {
        return new BackingOptions(data, durable, false, postgresPort, kafkaPort, controllerPort);
    }

    public BackingOptions in(Path directory) {
        return new BackingOptions(directory, durable, containers, postgresPort, kafkaPort, controllerPort);
    }

    public BackingOptions durably() {
        return new BackingOptions(data, true, containers, postgresPort, kafkaPort, controllerPort);
    }
}
