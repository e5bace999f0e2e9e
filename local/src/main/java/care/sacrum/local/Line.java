package care.sacrum.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One kept-alive HTTP connection that writes a request and reads its answer, and does nothing else: a benchmark shares
/// the processors with what it measures, so its own part must be small.
final class Line implements AutoCloseable {

    private static final int ANSWERS_WITHIN_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream input;
    private final String host;

    Line(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWERS_WITHIN_MILLIS);
        input = new BufferedInputStream(socket.getInputStream(), 16_384);
        host = "localhost:" + port;
    }

    /// Returns the status of the answer; its body is read and forgotten.
    int get(String path, String token) throws IOException {
        return send("GET", path, token, "");
    }

    /// Returns the status of the answer; its body is read and forgotten.
    int put(String path, String token, String json) throws IOException {
        return send("PUT", path, token, json);
    }

    /// Returns the status of the answer; its body is read and forgotten.
    int post(String path, String token, String json) throws IOException {
        return send("POST", path, token, json);
    }

    private int send(String method, String path, String token, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var head = ("%s %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n"
                        + "Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: %d\r\n\r\n")
                .formatted(method, path, host, token, body.length)
                .getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        socket.getOutputStream().write(request);
        return answer();
    }

    private int answer() throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        var length = 0L;
        var inChunks = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                inChunks = true;
            }
        }
        if (inChunks) {
            skipChunks();
        } else {
            input.skipNBytes(length);
        }
        return status;
    }

    /// A large answer comes in pieces, each with its length in hexadecimal before it; the last one is empty.
    private void skipChunks() throws IOException {
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            input.skipNBytes(size);
            line();
        }
        line();
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (var next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new IOException("The connection ended within an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
