package care.sacrum.local.backing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Gives a service under test its database, its broker and an issuer it trusts:
///
/// ```java
/// @QuarkusTest
/// @WithTestResource(value = BackingResource.class, initArgs = @ResourceArg(name = "service", value = "session"))
/// ```
///
/// The servers are shared by every test of the JVM and end with it. So is the data: a test makes its own practice and
/// patients, and is neither helped nor hurt by what others left.
public final class BackingResource implements QuarkusTestResourceLifecycleManager {

    private String service = "";

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", "");
        if (!Backing.DATABASES.contains(service)) {
            throw new IllegalArgumentException(
                    "The argument \"service\" is one of %s, not \"%s\"".formatted(Backing.DATABASES, service));
        }
    }

    @Override
    public Map<String, String> start() {
        return SharedBacking.settings(service);
    }

    @Override
    public void stop() {
        // The next application of this JVM uses the same servers.
    }
}
