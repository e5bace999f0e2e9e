package care.sacrum.platform.process;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// With `sacrum.end-with-parent=true` the service ends when its standard input closes: a killed launcher leaves no
/// service behind, on any operating system.
@Singleton
class EndWithParent {

    void watch(
            @Observes StartupEvent started,
            @ConfigProperty(name = "sacrum.end-with-parent", defaultValue = "false") boolean wanted) {
        if (wanted) {
            Thread.ofPlatform().daemon().name("end-with-parent").start(EndWithParent::exitAtEndOfInput);
        }
    }

    private static void exitAtEndOfInput() {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException closed) {
            // A pipe that broke says the same as one that ended.
        }
        Quarkus.asyncExit();
    }
}
