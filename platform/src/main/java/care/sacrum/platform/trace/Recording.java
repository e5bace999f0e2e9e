package care.sacrum.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// What is recorded: nothing, or all but what a query asked for. Paths hold pseudonymous ids only; events of a span,
/// where
/// exceptions would be with their words, are turned off by a limit of none.
@Singleton
class Recording {

    @Produces
    @Singleton
    Sampler sampler(TraceSettings settings) {
        return settings.exported()
                ? Sampler.parentBased(Sampler.traceIdRatioBased(settings.share()))
                : Sampler.alwaysOff();
    }

    @Produces
    @Singleton
    SpanProcessor withoutQueries() {
        return new WithoutQueries();
    }

    private static final class WithoutQueries implements SpanProcessor {

        private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
        private static final AttributeKey<String> WHOLE = AttributeKey.stringKey("url.full");

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            if (span.getAttribute(QUERY) != null) {
                span.setAttribute(QUERY, "");
            }
            var whole = span.getAttribute(WHOLE);
            if (whole != null && whole.indexOf('?') >= 0) {
                span.setAttribute(WHOLE, whole.substring(0, whole.indexOf('?')));
            }
        }

        @Override
        public boolean isStartRequired() {
            return true;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            // What was to be left out was left out at the start.
        }

        @Override
        public boolean isEndRequired() {
            return false;
        }
    }
}
