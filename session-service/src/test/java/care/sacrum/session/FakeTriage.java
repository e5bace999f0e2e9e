package care.sacrum.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// Stands where triage-service would, and behaves as the report asks it to: a report whose only pain is
/// `painDuringMax` of 7 finds a triage that hangs, of 8 one that fails, of 9 one that talks nonsense. What it was
/// asked is in its answer.
public final class FakeTriage implements QuarkusTestResourceLifecycleManager {

    private HttpServer server;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/assessments", this::answer);
        server.start();
        return Map.of(
                "sacrum.triage.url", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int wish =
                new ObjectMapper().readTree(asked).at("/report/painDuringMax").asInt();
        if (wish == 7) {
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        int status = wish == 8 ? 500 : 200;
        var bearer = exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ");
        var languages = exchange.getRequestHeaders().getFirst("Accept-Language");
        var answer = wish == 9
                ? "[]"
                : "{\"urgency\":\"self_care\",\"programme\":\"continue\",\"message\":\"Go on.\",\"findings\":[],\"asked\":"
                        + asked + ",\"bearer\":" + bearer + ",\"languages\":\"" + languages + "\"}";
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        stopped.countDown();
        if (server != null) {
            server.stop(0);
        }
    }
}
