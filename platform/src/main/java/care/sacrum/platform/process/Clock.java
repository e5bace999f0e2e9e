package care.sacrum.platform.process;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The one place where a service asks what time it is; a test may give another clock.
class Clock {

    @Produces
    @Singleton
    @DefaultBean
    InstantSource ofTheMachine() {
        return InstantSource.system();
    }
}
