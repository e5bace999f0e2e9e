package care.sacrum.local.backing;

import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/// One of the two servers as a container, on a port of this machine that stays the same over a stop and a start.
final class ContainerServer implements Server {

    private static final String POSTGRES = "postgres:17";
    private static final String KAFKA = "apache/kafka:4.1.1";
    private static final int STOPS_WITHIN_SECONDS = 20;

    private final GenericContainer<?> container;

    private ContainerServer(GenericContainer<?> container) {
        this.container = container;
    }

    static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static ContainerServer postgres(int port, boolean durable) {
        var container = new PostgreSQLContainer(DockerImageName.parse(POSTGRES))
                .withUsername("postgres")
                .withPassword("postgres")
                .withDatabaseName("postgres")
                .withCommand(
                        "postgres",
                        "-c",
                        "fsync=" + (durable ? "on" : "off"),
                        "-c",
                        "max_connections=300",
                        "-c",
                        "timezone=UTC",
                        "-c",
                        "log_error_verbosity=terse",
                        "-c",
                        "log_min_error_statement=panic");
        container.setPortBindings(List.of("127.0.0.1:%d:5432".formatted(port)));
        return new ContainerServer(container);
    }

    static ContainerServer kafka(int port) {
        var container = new KafkaContainer(DockerImageName.parse(KAFKA))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "3");
        container.setPortBindings(List.of("127.0.0.1:%d:9092".formatted(port)));
        return new ContainerServer(container);
    }

    @Override
    public void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else {
            docker().startContainerCmd(container.getContainerId()).exec();
        }
    }

    @Override
    public void stop() {
        docker().stopContainerCmd(container.getContainerId())
                .withTimeout(STOPS_WITHIN_SECONDS)
                .exec();
    }

    @Override
    public void close() {
        container.stop();
    }

    private static com.github.dockerjava.api.DockerClient docker() {
        return DockerClientFactory.instance().client();
    }
}
