/// The whole suite on one machine without Docker: PostgreSQL and Kafka of the backing, an issuer of tokens for the
/// demo,
/// and the three packaged services as processes of their own. `Suite` is what `./suite run` starts; `RunningSuite` is
/// the
/// same for end-to-end tests and benchmarks, on any ports. Everything listens on the loopback address only.
@NullMarked
package care.sacrum.local;

import org.jspecify.annotations.NullMarked;
