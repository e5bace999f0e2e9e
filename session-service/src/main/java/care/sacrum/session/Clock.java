package care.sacrum.session;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The service's clock; a test gives another.
class Clock {

    @Produces
    @Singleton
    InstantSource ofThisMachine() {
        return InstantSource.system();
    }
}
