package care.sacrum.triage.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// Another system on the loopback address that webhooks push to. How it answers at a path is for the test to say.
public final class Receiver implements QuarkusTestResourceLifecycleManager {

    /// @param headers names in lower case
    record Received(String path, Map<String, String> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    static final int HANGS = -1;
    static final int NEVER_ENDS = -2;

    private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();
    private static final Map<String, Integer> ANSWERS = new ConcurrentHashMap<>();
    private static volatile int port;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        port = server.getAddress().getPort();
        return Map.of(
                "sacrum.webhooks.private-addresses-allowed", "true",
                "sacrum.webhooks.answered-within", "2s",
                "sacrum.webhooks.first-retry-after", "200ms",
                "sacrum.webhooks.longest-retry-after", "1s");
    }

    @Override
    public void stop() {
        stopped.countDown();
        server.stop(0);
    }

    static int port() {
        return port;
    }

    static String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    static void answersWith(String path, int status) {
        ANSWERS.put(path, status);
    }

    static List<Received> at(String path) {
        return RECEIVED.stream().filter(one -> one.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new TreeMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            var path = exchange.getRequestURI().getPath();
            RECEIVED.add(new Received(path, headers, exchange.getRequestBody().readAllBytes()));
            int status = ANSWERS.getOrDefault(path, 204);
            switch (status) {
                case HANGS -> stopped.await();
                case NEVER_ENDS -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (stopped.getCount() > 0) {
                        exchange.getResponseBody().write(new byte[64 * 1024]);
                    }
                }
                default -> {
                    exchange.getResponseHeaders().add("Location", url("/elsewhere"));
                    exchange.sendResponseHeaders(status, -1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
