package care.sacrum.triage.notice;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A mail server on the loopback address that takes what SMTP brings, keeps it, and can be taken away and brought back.
public final class SmtpSink implements QuarkusTestResourceLifecycleManager {

    /// @param text headers and body as they came
    record Taken(String to, String text) {}

    private static final List<Taken> TAKEN = new CopyOnWriteArrayList<>();
    private static volatile int port;
    private static volatile ServerSocket door;

    @Override
    public Map<String, String> start() {
        port = 0;
        up();
        return Map.of(
                "sacrum.notices.smtp-host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(port),
                "sacrum.notices.every", "1s",
                "sacrum.notices.first-retry-after", "200ms",
                "sacrum.notices.longest-retry-after", "1s");
    }

    @Override
    public void stop() {
        down();
    }

    /// What came for that address.
    static List<Taken> of(String address) {
        return TAKEN.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /// From now on nobody answers.
    static synchronized void down() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It answers again, at the same port.
    static synchronized void up() {
        try {
            var opened = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            port = opened.getLocalPort();
            door = opened;
            Thread.ofVirtual().start(() -> serve(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                var caller = opened.accept();
                Thread.ofVirtual().start(() -> talk(opened, caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void talk(ServerSocket opened, Socket caller) {
        try (caller;
                var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(caller.getOutputStream(), false, StandardCharsets.UTF_8)) {
            say(out, "220 sink");
            var to = "";
            for (var line = in.readLine(); line != null && !opened.isClosed(); line = in.readLine()) {
                if (line.startsWith("RCPT TO:")) {
                    to = line.replaceAll(".*<|>.*", "");
                    say(out, to.startsWith("refused") ? "550 no such person" : "250 ok");
                } else if (line.equals("DATA")) {
                    say(out, "354 go on");
                    // A long line may have come broken in two.
                    TAKEN.add(new Taken(to, text(in).replace("=\n", "")));
                    say(out, "250 taken");
                } else if (line.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 sink");
                }
            }
        } catch (IOException gone) {
            // The caller hung up.
        }
    }

    private static String text(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }
}
