package care.sacrum.local;

import care.sacrum.local.backing.Backing;
import care.sacrum.local.backing.BackingOptions;
import care.sacrum.local.backing.Issuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// PostgreSQL, Kafka, an issuer and the three services, started together and stopped together.
final class RunningSuite implements AutoCloseable {

    /// The common pool of a machine with two processors would wait for one service after the other.
    private static final Executor ITS_OWN_THREAD = Thread.ofPlatform().daemon()::start;

    private final Path home;
    private final Path data;
    private final boolean durable;
    private final Ports ports;
    private final @Nullable URI otherIssuer;
    private final Map<String, String> extra;
    private final List<ServiceName> wanted;
    private final Map<ServiceName, Service> services = new EnumMap<>(ServiceName.class);
    private @Nullable Issuer issuer;
    private @Nullable Backing backing;
    private volatile boolean closing;

    /// @param home the checkout with the packaged services
    /// @param otherIssuer an issuer to trust instead of the demo's
    RunningSuite(Path home, Path data, Ports ports, @Nullable URI otherIssuer, boolean durable) {
        this(home, data, ports, otherIssuer, durable, Map.of());
    }

    /// @param extra settings for every service, over those that the suite makes
    RunningSuite(
            Path home, Path data, Ports ports, @Nullable URI otherIssuer, boolean durable, Map<String, String> extra) {
        this(home, data, ports, otherIssuer, durable, extra, List.of(ServiceName.values()));
    }

    /// @param wanted the services to start
    RunningSuite(
            Path home,
            Path data,
            Ports ports,
            @Nullable URI otherIssuer,
            boolean durable,
            Map<String, String> extra,
            List<ServiceName> wanted) {
        this.extra = extra;
        this.wanted = wanted;
        this.home = home;
        this.data = data;
        this.durable = durable;
        this.ports = ports;
        this.otherIssuer = otherIssuer;
    }

    /// Returns when every service is ready to serve. Whoever calls closes it, also if this fails.
    ///
    /// @param progress is told, in words, how it goes
    void start(Consumer<String> progress) {
        var begin = System.nanoTime();
        launch(() -> progress.accept("PostgreSQL and Kafka answer (%s)".formatted(since(begin))));
        try (var client = HttpClient.newHttpClient()) {
            firstFailureOf(services.values().stream()
                    .map(service -> CompletableFuture.runAsync(
                            () -> {
                                service.awaitReady(client);
                                progress.accept("%s is ready (%s)"
                                        .formatted(service.name().module(), since(begin)));
                            },
                            ITS_OWN_THREAD))
                    .toList());
        }
    }

    Service service(ServiceName name) {
        return services.get(name);
    }

    List<Service> services() {
        return List.copyOf(services.values());
    }

    Backing backing() {
        if (backing == null) {
            throw new IllegalStateException("The backing is not running");
        }
        return backing;
    }

    URI issuerUrl() {
        return otherIssuer == null ? Issuer.url(ports.issuer()) : otherIssuer;
    }

    /// The services first, so that none of them meets a database or a broker that is gone. A start that is under
    /// way comes to its next stage and goes no further.
    @Override
    public void close() {
        closing = true;
        stopAll();
    }

    private synchronized void launch(Runnable backingAnswers) {
        if (closing) {
            throw new IllegalStateException("Stopped while starting");
        }
        var signing = otherIssuer == null
                ? CompletableFuture.runAsync(() -> issuer = Issuer.forTheDemo(ports.issuer()), ITS_OWN_THREAD)
                : CompletableFuture.<Void>completedFuture(null);
        Backing running;
        try {
            running = Backing.start(
                    new BackingOptions(data, durable, false, ports.postgres(), ports.kafka(), ports.controller()));
        } finally {
            signing.join();
        }
        backing = running;
        backingAnswers.run();
        if (closing) {
            throw new IllegalStateException("Stopped while starting");
        }
        for (var name : wanted) {
            services.put(name, Service.started(name, ports.of(name), home, data, settings(name, running)));
        }
    }

    private synchronized void stopAll() {
        CompletableFuture.allOf(services.values().stream()
                        .map(service -> CompletableFuture.runAsync(service::stop, ITS_OWN_THREAD))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        if (issuer != null) {
            issuer.close();
            issuer = null;
        }
        if (backing != null) {
            backing.close();
            backing = null;
        }
    }

    /// One more instance of a service, with the same database and topics. Whoever calls stops it.
    Service another(ServiceName name, int port) {
        return another(name, port, Map.of());
    }

    /// @param more settings of that instance alone
    Service another(ServiceName name, int port, Map<String, String> more) {
        var settings = new TreeMap<>(settings(name, backing()));
        settings.putAll(more);
        return Service.started(name, port, home, data.resolve("another"), settings);
    }

    private Map<String, String> settings(ServiceName name, Backing running) {
        var settings = new TreeMap<>(running.settings(name.database()));
        settings.put("quarkus.oidc.auth-server-url", issuerUrl().toString());
        settings.put("sacrum.triage.url", "http://127.0.0.1:" + ports.triage());
        settings.put(
                "sacrum.triage.histories-at-hand-megabytes",
                Integer.toString(ServiceName.TRIAGE.heapMegabytes() / 5 * 2));
        settings.put("sacrum.webhooks.key", OwnKey.in(data));
        // On one machine, whatever a webhook pushes to is on it too.
        settings.put("sacrum.webhooks.private-addresses-allowed", "true");
        settings.putAll(extra);
        return settings;
    }

    private static void firstFailureOf(List<CompletableFuture<Void>> all) {
        var failed = new CompletableFuture<Void>();
        all.forEach(each -> each.whenComplete((_, problem) -> {
            if (problem != null) {
                failed.completeExceptionally(problem.getCause() == null ? problem : problem.getCause());
            }
        }));
        try {
            CompletableFuture.anyOf(failed, CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static String since(long begin) {
        return "%.1f s".formatted(Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
    }
}
