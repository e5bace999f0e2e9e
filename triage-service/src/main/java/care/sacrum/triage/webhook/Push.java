package care.sacrum.triage.webhook;

import care.sacrum.triage.webhook.Delivery.Attempt;
import care.sacrum.triage.webhook.Delivery.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Sends one request to a webhook. Its name is looked up once, the address found is judged, and the connection
/// goes to that very address: the name is used for TLS and the header `Host` alone, so that it can not lead
/// elsewhere meanwhile. Redirects are not followed. Of an answer only the status is read: the connection is
/// closed on what follows.
@Singleton
class Push {

    private final HttpClient http;
    private final Names names;
    private final WebhookSettings settings;

    Push(Vertx vertx, Names names, WebhookSettings settings) {
        this.names = names;
        this.settings = settings;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout((int) settings.answeredWithin().toMillis())
                .setMaxInitialLineLength(1_024)
                .setMaxHeaderSize(16 * 1_024)
                .setMaxChunkSize(16 * 1_024)
                .setDecompressionSupported(false)
                .setVerifyHost(true)
                .setShared(false));
    }

    @PreDestroy
    void close() {
        http.close();
    }

    /// What a URL leads to when a webhook is registered or tried.
    sealed interface Way {
        /// @param address the first of the host's, all of them allowed
        record Open(URI uri, InetAddress address) implements Way {}

        record Closed(Problem problem) implements Way {}
    }

    Way way(URI uri) {
        var addresses = names.addressesOf(uri.getHost());
        if (addresses.isEmpty() || addresses.get().isEmpty()) {
            return new Way.Closed(Problem.UNKNOWN_HOST);
        }
        boolean open = Destination.allPublic(addresses.get());
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        // Plain HTTP is for a private network that the setting allows, never for the public one.
        if (plain ? open : !open && !settings.privateAddressesAllowed()) {
            return new Way.Closed(plain ? Problem.PLAIN_HTTP : Problem.PRIVATE_ADDRESS);
        }
        return new Way.Open(uri, addresses.get().getFirst());
    }

    Attempt send(Webhook webhook, UUID event, byte[] payload, Instant at) {
        if (!webhook.signs()) {
            return new Attempt.Failed(Optional.empty(), Problem.SECRET_UNREADABLE);
        }
        return switch (Destination.read(webhook.url(), settings.privateAddressesAllowed())) {
            case Destination.Url.Bad _ -> new Attempt.Failed(Optional.empty(), Problem.PLAIN_HTTP);
            case Destination.Url.Good(URI uri) ->
                switch (way(uri)) {
                    case Way.Closed(var problem) -> new Attempt.Failed(Optional.empty(), problem);
                    case Way.Open open -> status(open, webhook, event, payload, at);
                };
        };
    }

    private Attempt status(Way.Open way, Webhook webhook, UUID event, byte[] payload, Instant at) {
        var uri = way.uri();
        boolean tls = uri.getScheme().toLowerCase(Locale.ROOT).equals("https");
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, way.address().getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setFollowRedirects(false)
                .putHeader("content-type", "application/cloudevents+json; charset=UTF-8")
                .putHeader("user-agent", "Sacrum")
                .putHeader("webhook-id", event.toString())
                .putHeader("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .putHeader("webhook-signature", webhook.signatures(event.toString(), at, payload));
        var connected = new CompletableFuture<HttpClientRequest>();
        var answered = new CompletableFuture<Integer>();
        http.request(options)
                .onSuccess(connected::complete)
                .compose(request -> request.send(Buffer.buffer(payload)).map(response -> {
                    int status = response.statusCode();
                    response.pause();
                    request.connection().close();
                    return status;
                }))
                .onSuccess(answered::complete)
                .onFailure(answered::completeExceptionally);
        var attempt = waited(answered);
        if (!answered.isDone()) {
            // Whoever answers a byte at a time is hung up on.
            connected.thenAccept(request -> request.connection().close());
        }
        return attempt;
    }

    private Attempt waited(CompletableFuture<Integer> answered) {
        try {
            int status = answered.get(settings.answeredWithin().toMillis(), TimeUnit.MILLISECONDS);
            return status >= 200 && status < 300
                    ? new Attempt.Arrived(status)
                    : new Attempt.Failed(Optional.of(status), Problem.STATUS);
        } catch (ExecutionException e) {
            return new Attempt.Failed(
                    Optional.empty(), isTimeout(e.getCause()) ? Problem.TIMEOUT : Problem.UNREACHABLE);
        } catch (TimeoutException e) {
            return new Attempt.Failed(Optional.empty(), Problem.TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt.Failed(Optional.empty(), Problem.INTERRUPTED);
        }
    }

    private static boolean isTimeout(@Nullable Throwable cause) {
        return cause instanceof TimeoutException;
    }
}
