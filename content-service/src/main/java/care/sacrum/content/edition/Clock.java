package care.sacrum.content.edition;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The clock of the machine, unless another is given.
class Clock {

    @Produces
    @Singleton
    @DefaultBean
    InstantSource ofTheMachine() {
        return InstantSource.system();
    }
}
