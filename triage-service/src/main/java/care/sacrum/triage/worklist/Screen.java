package care.sacrum.triage.worklist;

import care.sacrum.triage.finding.StreamedEvents.Line;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// One open connection. It is given a line when the one before is written; what waits until then has a bound, and
/// is thrown away at the end, which nobody has to wait for.
final class Screen {

    private static final int UNWRITTEN_AT_MOST = 500;

    private final Reader reader;
    private final Sse sse;
    private final MultiEmitter<? super OutboundSseEvent> to;
    private final Queue<OutboundSseEvent> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unwritten = new AtomicInteger();
    private volatile long movedAt;
    private long sent;
    private long beatAt;

    /// @param until when the token is over
    /// @param from  the number of the last line it knows
    record Reader(UUID practice, Instant until, long from) {}

    Screen(Reader reader, Sse sse, MultiEmitter<? super OutboundSseEvent> to) {
        this.reader = reader;
        this.sse = sse;
        this.to = to;
        this.sent = reader.from();
        // Another is asked for when one is written; the first was asked for before.
        to.onRequest(_ -> written());
    }

    UUID practice() {
        return reader.practice();
    }

    Instant until() {
        return reader.until();
    }

    long sent() {
        return sent;
    }

    /// How many lines it may be told now.
    int room() {
        return Math.max(0, UNWRITTEN_AT_MOST - unwritten.get());
    }

    boolean stalledFor(Duration duration) {
        return unwritten.get() > 0 && System.nanoTime() - movedAt > duration.toNanos();
    }

    boolean quietFor(Duration duration) {
        return System.nanoTime() - beatAt > duration.toNanos();
    }

    /// Has an id, so that who is told nothing else can go on from there all the same.
    void begin(String heartbeat) {
        beatAt = System.nanoTime();
        tell(event("evaluated", heartbeat).id(Long.toString(sent)));
    }

    void beat(String heartbeat) {
        beatAt = System.nanoTime();
        tell(event("evaluated", heartbeat));
    }

    void line(Line line) {
        tell(event(line.name(), line.body()).id(Long.toString(line.number())));
        sent = line.number();
    }

    private OutboundSseEvent.Builder event(String name, String body) {
        return sse.newEventBuilder().name(name).data(String.class, body);
    }

    /// The count says whose turn it is: whoever makes it one, or leaves it above none, gives the next.
    private void tell(OutboundSseEvent.Builder event) {
        waiting.add(event.build());
        if (unwritten.getAndIncrement() == 0) {
            give();
        }
    }

    private void written() {
        if (unwritten.decrementAndGet() > 0) {
            give();
        }
    }

    private void give() {
        movedAt = System.nanoTime();
        var next = waiting.poll();
        if (next != null) {
            to.emit(next);
        }
    }

    void end() {
        waiting.clear();
        to.complete();
    }
}
