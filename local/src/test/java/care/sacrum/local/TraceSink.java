package care.sacrum.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Stands where a collector would, and keeps what is exported to it by OTLP over HTTP.
final class TraceSink implements AutoCloseable {

    private final HttpServer server;
    private final Queue<byte[]> received = new ConcurrentLinkedQueue<>();

    private TraceSink(HttpServer server) {
        this.server = server;
    }

    /// A span, as far as the tests look at it.
    record Span(String service, String trace, String name) {}

    static TraceSink start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var sink = new TraceSink(server);
        server.createContext("/v1/traces", exchange -> {
            sink.received.add(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return sink;
    }

    Map<String, String> settingsOfWhoeverExports() {
        return Map.of(
                "sacrum.traces.exported", "true",
                "quarkus.otel.exporter.otlp.endpoint",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                "quarkus.otel.bsp.schedule.delay", "500ms");
    }

    List<Span> spans() {
        var spans = new ArrayList<Span>();
        for (var body : received) {
            for (var resourceSpans : fields(body, 1)) {
                var service = service(fields(resourceSpans, 1).getFirst());
                for (var scopeSpans : fields(resourceSpans, 2)) {
                    for (var span : fields(scopeSpans, 2)) {
                        spans.add(new Span(
                                service,
                                HexFormat.of().formatHex(fields(span, 1).getFirst()),
                                text(fields(span, 5).getFirst())));
                    }
                }
            }
        }
        return spans;
    }

    /// Every letter of it; what is no text reads as noise.
    String everythingReceived() {
        var all = new StringBuilder();
        received.forEach(body -> all.append(new String(body, StandardCharsets.ISO_8859_1)));
        return all.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String service(byte[] resource) {
        for (var attribute : fields(resource, 1)) {
            if (text(fields(attribute, 1).getFirst()).equals("service.name")) {
                return text(fields(fields(attribute, 2).getFirst(), 1).getFirst());
            }
        }
        throw new AssertionError("A resource without a service");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The values of a field that has a length, in a message of protocol buffers.
    private static List<byte[]> fields(byte[] message, int wanted) {
        var found = new ArrayList<byte[]>();
        var rest = ByteBuffer.wrap(message);
        while (rest.hasRemaining()) {
            long tag = number(rest);
            switch ((int) (tag & 7)) {
                case 0 -> number(rest);
                case 1 -> rest.position(rest.position() + Long.BYTES);
                case 5 -> rest.position(rest.position() + Integer.BYTES);
                case 2 -> {
                    var value = new byte[(int) number(rest)];
                    rest.get(value);
                    if (tag >> 3 == wanted) {
                        found.add(value);
                    }
                }
                default -> throw new UncheckedIOException(new IOException("No message of protocol buffers"));
            }
        }
        return found;
    }

    private static long number(ByteBuffer from) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = from.get();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
