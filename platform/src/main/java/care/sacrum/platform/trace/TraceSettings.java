package care.sacrum.platform.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Whether spans are recorded and exported; where to, the exporter's own settings say.
@ConfigMapping(prefix = "sacrum.traces")
interface TraceSettings {

    /// Off on a machine without a collector.
    @WithDefault("false")
    boolean exported();

    /// Of the traces that begin here, from 0 to 1; one that began elsewhere is recorded where its caller does.
    @WithDefault("1")
    double share();
}
