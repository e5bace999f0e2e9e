/// Database first: one transaction writes what happened and its event; a relay publishes what was committed, in order
/// for
/// each key, and deletes what Kafka has acknowledged. Kafka may be down for as long as it likes: nothing is refused and
/// nothing is lost.
@NullMarked
package care.sacrum.platform.outbox;

import org.jspecify.annotations.NullMarked;
