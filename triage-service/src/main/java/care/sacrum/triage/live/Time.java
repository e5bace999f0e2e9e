package care.sacrum.triage.live;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/// The one place where this service asks what time it is.
@Singleton
class Time {

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }
}
