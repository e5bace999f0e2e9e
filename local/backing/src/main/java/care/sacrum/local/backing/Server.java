package care.sacrum.local.backing;

/// One of the two servers: it starts, stops and starts again on the same port with the same data.
sealed interface Server permits EmbeddedDatabase, EmbeddedBroker, ContainerServer {

    void start();

    /// Stops as an orderly shutdown does: what was acknowledged is there after the next start.
    void stop();

    /// Stops for good.
    void close();
}
