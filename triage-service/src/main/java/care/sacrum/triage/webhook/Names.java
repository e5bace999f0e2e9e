package care.sacrum.triage.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What a host's name leads to, now.
@ApplicationScoped
class Names {

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);

    /// Empty when nobody knows the name, or says so too late.
    Optional<List<InetAddress>> addressesOf(String host) {
        var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        var asking = new FutureTask<>(() -> List.of(InetAddress.getAllByName(bare)));
        Thread.ofVirtual().name("webhook-name").start(asking);
        try {
            return Optional.of(asking.get(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                return Optional.empty();
            }
            throw new IllegalStateException("A name could not be looked up", e);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
