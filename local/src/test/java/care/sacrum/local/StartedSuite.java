package care.sacrum.local;

import java.net.URI;
import java.nio.file.Path;

/// The real suite with the packaged services of this checkout, on free ports, for tests of every package.
public final class StartedSuite implements AutoCloseable {

    private final RunningSuite suite;

    private StartedSuite(RunningSuite suite) {
        this.suite = suite;
    }

    public static StartedSuite in(Path data) {
        var suite = new RunningSuite(Path.of("").toAbsolutePath().getParent(), data, Ports.free(), null, false);
        try {
            suite.start(_ -> {});
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
        return new StartedSuite(suite);
    }

    public URI content() {
        return suite.service(ServiceName.CONTENT).url();
    }

    public URI session() {
        return suite.service(ServiceName.SESSION).url();
    }

    public URI triage() {
        return suite.service(ServiceName.TRIAGE).url();
    }

    public URI issuer() {
        return suite.issuerUrl();
    }

    @Override
    public void close() {
        suite.close();
    }
}
