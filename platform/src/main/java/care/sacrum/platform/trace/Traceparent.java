package care.sacrum.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place in a trace, as W3C Trace Context writes it.
public record Traceparent(String text) {

    public static final String HEADER = "traceparent";

    /// What the work under way here follows from, by the key of its events; unbound outside of the inbox.
    private static final ScopedValue<Map<String, Traceparent>> CAUSES = ScopedValue.newInstance();

    /// The trace in which an event of that key comes about just now: of the request under way, or of the event of the
    /// same key that is being read.
    public static Optional<Traceparent> ofEvent(String key) {
        var here = Span.current().getSpanContext();
        if (here.isValid()) {
            return Optional.of(of(here));
        }
        return CAUSES.isBound() ? Optional.ofNullable(CAUSES.get().get(key)) : Optional.empty();
    }

    /// Does the work as what follows from events that were read.
    ///
    /// @param causes by the key of the events
    static void following(Map<String, Traceparent> causes, Runnable work) {
        ScopedValue.where(CAUSES, causes).run(work);
    }

    static Traceparent of(SpanContext place) {
        return new Traceparent("00-" + place.getTraceId() + "-" + place.getSpanId() + "-"
                + place.getTraceFlags().asHex());
    }

    /// The place as a parent of what follows; empty where the text is none, for it came from outside.
    Optional<Context> asParent() {
        var context = W3CTraceContextPropagator.getInstance().extract(Context.root(), text, AS_HEADER);
        return Span.fromContext(context).getSpanContext().isValid() ? Optional.of(context) : Optional.empty();
    }

    private static final TextMapGetter<String> AS_HEADER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String name) {
            return name.equals(HEADER) ? carrier : null;
        }
    };
}
