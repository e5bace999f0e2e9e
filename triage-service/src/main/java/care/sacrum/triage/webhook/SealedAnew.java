package care.sacrum.triage.webhook;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// At the start, seals with the key of now what stands in the database as it is, or sealed with the key from
/// before.
@Singleton
class SealedAnew {

    private final Webhooks webhooks;
    private final Sealing sealing;

    SealedAnew(Webhooks webhooks, Sealing sealing) {
        this.webhooks = webhooks;
        this.sealing = sealing;
    }

    void atTheStart(@Observes StartupEvent started) {
        if (!sealing.possible()) {
            Log.info("No webhook can be made: sacrum.webhooks.key is not set");
            return;
        }
        int sealed = QuarkusTransaction.requiringNew().call(webhooks::sealAnew);
        if (sealed > 0) {
            Log.infof("The secrets of %d webhooks are sealed anew", sealed);
        }
    }
}
