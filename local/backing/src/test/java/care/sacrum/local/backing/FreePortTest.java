package care.sacrum.local.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {

    @Test
    void isNeverOneThatAnOutgoingConnectionMayBeGiven() {
        assertThat(IntStream.range(0, 200).map(i -> FreePort.any()))
                .allSatisfy(port -> assertThat(port).isBetween(10_000, 32_767));
    }

    @Test
    void thePortsThatTheSuitePublishesAreNoneOfThoseEither() {
        assertThat(IntStream.of(
                        BackingOptions.POSTGRES_PORT, BackingOptions.KAFKA_PORT, BackingOptions.CONTROLLER_PORT))
                .allSatisfy(port -> assertThat(port).isBetween(10_000, 32_767));
    }

    @Test
    void canBeListenedOn() throws IOException {
        int port = FreePort.any();

        try (var server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(server.getLocalPort()).isEqualTo(port);
        }
    }
}
