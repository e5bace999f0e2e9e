package care.sacrum.local;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A mail server on the loopback address that keeps what it takes. Of one sender it keeps the mail and never says
/// so: whoever sent it is left in the middle. The others have no answer before that has come about.
final class MailSink implements AutoCloseable {

    /// @param from as the envelope says
    record Taken(String from, String to, String messageId) {}

    private final ServerSocket door;
    private final String leftInTheMiddle;
    private final CountDownLatch someoneIs = new CountDownLatch(1);
    private final List<Taken> taken = new CopyOnWriteArrayList<>();

    /// @param leftInTheMiddle the sender who waits for an answer from the first mail on
    MailSink(String leftInTheMiddle) throws IOException {
        this.leftInTheMiddle = leftInTheMiddle;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    boolean hasLeftSomeoneInTheMiddle() {
        return someoneIs.getCount() == 0;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller;
                var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(caller.getOutputStream(), false, StandardCharsets.UTF_8)) {
            say(out, "220 sink");
            var from = "";
            var to = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("MAIL FROM:")) {
                    from = line.replaceAll(".*<|>.*", "");
                    say(out, "250 ok");
                } else if (line.startsWith("RCPT TO:")) {
                    to = line.replaceAll(".*<|>.*", "");
                    say(out, "250 ok");
                } else if (line.equals("DATA")) {
                    say(out, "354 go on");
                    taken.add(new Taken(from, to, messageId(in)));
                    if (from.equals(leftInTheMiddle)) {
                        someoneIs.countDown();
                        in.readLine(); // until the sender is gone
                        return;
                    }
                    someoneIs.await();
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String messageId(BufferedReader in) throws IOException {
        var found = "";
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID:")) {
                found = line.substring("Message-ID:".length()).strip();
            }
        }
        return found;
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }
}
