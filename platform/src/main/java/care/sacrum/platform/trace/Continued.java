package care.sacrum.platform.trace;

import care.sacrum.platform.event.IncomingEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Goes on with the traces of the events that are read. A span is begun only for those that are recorded: a batch of
/// others costs no more than looking at a header.
@Singleton
public class Continued {

    private final Tracer tracer;

    Continued(Tracer tracer) {
        this.tracer = tracer;
    }

    /// Does the work of reading these events; what it puts in the outbox belongs to the trace of the event of the same
    /// key.
    public void reading(List<IncomingEvent> events, Runnable work) {
        var causes = new HashMap<String, Traceparent>();
        var spans = new ArrayList<Span>();
        for (var event : events) {
            parent(event).ifPresent(parent -> {
                var span = span(event, parent);
                if (span.isRecording()) {
                    spans.add(span);
                }
                causes.put(event.key(), Traceparent.of(span.getSpanContext()));
            });
        }
        if (causes.isEmpty()) {
            work.run();
            return;
        }
        boolean done = false;
        try {
            Traceparent.following(causes, work);
            done = true;
        } finally {
            for (var span : spans) {
                if (!done) {
                    span.setStatus(StatusCode.ERROR);
                }
                span.end();
            }
        }
    }

    /// Does the work with the event's trace as the one under way, so that log lines name it.
    public void inTraceOf(IncomingEvent event, Runnable work) {
        var parent = parent(event);
        if (parent.isEmpty()) {
            work.run();
            return;
        }
        try (var _ = parent.get().makeCurrent()) {
            work.run();
        }
    }

    private static Optional<Context> parent(IncomingEvent event) {
        return Optional.ofNullable(event.headers().get(Traceparent.HEADER))
                .flatMap(text -> new Traceparent(text).asParent());
    }

    private Span span(IncomingEvent event, Context parent) {
        if (!Span.fromContext(parent).getSpanContext().isSampled()) {
            return Span.fromContext(parent);
        }
        return tracer.spanBuilder("process " + event.topic())
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("messaging.destination.name", event.topic())
                .setAttribute("messaging.destination.partition.id", Integer.toString(event.partition()))
                .setAttribute("messaging.kafka.offset", event.offset())
                .setAttribute("cloudevents.event_type", event.type())
                .startSpan();
    }
}
