package care.sacrum.local.backing;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The one backing and issuer of a JVM that runs tests.
///
/// Quarkus loads tests and their resources by class loaders of its own, and closes them. Servers that live in such a
/// loader would be started twice, and would break when it is closed: so they live in the system class loader, and every
/// other copy of this class asks that one.
public final class SharedBacking {

    private static @Nullable Backing backing;
    private static @Nullable Issuer issuer;

    private SharedBacking() {}

    static Map<String, String> settings(String service) {
        var settings = ask("settingsHere", service);
        return ((Map<?, ?>) settings)
                .entrySet().stream()
                        .collect(Collectors.toMap(each -> (String) each.getKey(), each -> (String) each.getValue()));
    }

    static void tell(Fault fault) {
        ask("tellHere", fault.name());
    }

    /// Public only because the other copies of this class reach it by reflection.
    public static synchronized Map<String, String> settingsHere(String service) {
        if (backing == null || issuer == null) {
            begin();
        }
        var settings = new TreeMap<>(backing.settings(service));
        settings.put("quarkus.oidc.auth-server-url", issuer.url().toString());
        settings.put(Tokens.ISSUER_PROPERTY, issuer.url().toString());
        settings.put("quarkus.devservices.enabled", "false");
        settings.put("quarkus.http.host", "127.0.0.1");
        QuietLogs.asQuarkusSettings().forEach(each -> settings.put(each.getKey(), each.getValue()));
        return settings;
    }

    /// Public only because the other copies of this class reach it by reflection.
    public static synchronized void tellHere(String fault) {
        if (backing == null) {
            throw new IllegalStateException("No backing is running");
        }
        switch (Fault.valueOf(fault)) {
            case STOP_KAFKA -> backing.stopKafka();
            case START_KAFKA -> backing.startKafka();
            case STOP_POSTGRES -> backing.stopPostgres();
            case START_POSTGRES -> backing.startPostgres();
        }
    }

    enum Fault {
        STOP_KAFKA,
        START_KAFKA,
        STOP_POSTGRES,
        START_POSTGRES
    }

    private static void begin() {
        var startedBacking = Backing.start(BackingOptions.forTests());
        var startedIssuer = Issuer.forTests();
        backing = startedBacking;
        issuer = startedIssuer;
        System.setProperty(Tokens.ISSUER_PROPERTY, startedIssuer.url().toString());
        System.setProperty(TestTopic.BROKER_PROPERTY, startedBacking.bootstrapServers());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            startedIssuer.close();
                            startedBacking.close();
                        },
                        "backing ends"));
    }

    private static Object ask(String method, String argument) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            var answer = Class.forName(SharedBacking.class.getName(), true, ClassLoader.getSystemClassLoader())
                    .getMethod(method, String.class)
                    .invoke(null, argument);
            return answer == null ? "" : answer;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The backing of the tests failed: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The backing must be on the class path of the tests' JVM", e);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }
}
