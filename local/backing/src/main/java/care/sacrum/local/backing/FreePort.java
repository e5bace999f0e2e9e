package care.sacrum.local.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// A port of this machine that nobody listens on at the moment.
///
/// Never one of those that the system hands out to connections that go out: a client that calls such a port while its
/// server is away may be given that very port as its own, talk to itself, and keep the server from coming back.
public final class FreePort {

    private static final int FIRST = 10_000;
    /// Linux hands out from 32768 on, other systems from 49152.
    private static final int AFTER_LAST = 32_768;

    private static final int TRIES = 1000;

    private FreePort() {}

    public static int any() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException _) {
                // Somebody listens there: another one, then.
            }
        }
        throw new IllegalStateException("No free port between %d and %d".formatted(FIRST, AFTER_LAST));
    }
}
